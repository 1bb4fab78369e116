import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MeasuredMetric } from '../../../score/measure-suite.ts';
import { calibrationPlot } from './calibration-plot.ts';
import { historyPlot } from './history-plot.ts';
import { latencyHistogram, stagePlot } from './latency-plots.ts';
import { linearScale, logTicks, roundTicks } from './scale.ts';
import { tagPlot } from './tag-plot.ts';

const draw = (markup: { markup: string } | null) => load(markup?.markup ?? '', { xml: false });
const measured = (value: number): MeasuredMetric => ({
  value,
  count: 8,
  interval: [value - 0.1, value + 0.1],
});

it('a scale stays within its range and keeps order', () => {
  const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const scale = linearScale([-1000, 1000], [10, 400]);
      const [low, high] = [scale(Math.min(a, b)), scale(Math.max(a, b))];
      expect(low).toBeGreaterThanOrEqual(10);
      expect(high).toBeLessThanOrEqual(400);
      expect(low).toBeLessThanOrEqual(high);
    }),
  );
});

it('ticks are round', () => {
  expect(roundTicks([0.71, 1])).toEqual([0.8, 0.9, 1]);
  expect(roundTicks([0, 97])).toEqual([0, 50]);
  expect(roundTicks([3, 3])).toEqual([3]);
  expect(logTicks([0.9, 120])).toEqual([1, 2, 5, 10, 20, 50, 100]);
});

it('bars of tags stand worst first by the direction of the metric, with their intervals', () => {
  const tags = ['b', 'a', 'c'].map((tag, index) => ({
    tag,
    measured: measured([0.5, 0.2, 0.9][index] ?? 0),
  }));
  const namesIn = (metric: 'passed' | 'calibrationError') => {
    const page = draw(tagPlot(metric, tags, measured(0.5))?.svg ?? null);
    return page('g > text.end')
      .toArray()
      .map((text) => page(text).text());
  };
  expect(namesIn('passed')).toEqual(['a', 'b', 'c']);
  expect(namesIn('calibrationError')).toEqual(['c', 'b', 'a']);
  const page = draw(tagPlot('passed', tags, measured(0.5))?.svg ?? null);
  expect(page('.whisker').length).toBe(3);
  // Half of the way from 138 to 332.
  expect(page('g').eq(1).find('.fill').attr('width')).toBe('97');
  const none: MeasuredMetric = { value: null, reason: 'none', count: 0, interval: null };
  expect(tagPlot('passed', [{ tag: 'a', measured: none }], none)).toBeNull();
});

it('a histogram counts every answer once', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1 }), (times) => {
      const page = draw(latencyHistogram(times));
      const counts = page('rect title').toArray();
      const sum = counts.reduce((total, count) => total + Number.parseInt(page(count).text(), 10), 0);
      expect(sum).toBe(times.length);
      expect(page.html()).not.toContain('NaN');
    }),
  );
  expect(latencyHistogram([])).toBeNull();
});

it('a stage has a line from none to all of its answers', () => {
  const page = draw(stagePlot({ search: [1, 2, 4, 8], generate: [10, 10, 10, 10], rerank: [0, 0, 0, 0] }));
  const lines = page('svg[role] path');
  expect(lines.length).toBe(2);
  const path = lines.eq(0).attr('d') ?? '';
  const heights = [...path.matchAll(/V([\d.]+)/gu)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(4);
  // A quarter of the answers a step, from 202 at the bottom to 14 at the top.
  expect(heights).toEqual([155, 108, 61, 14]);
  expect(stagePlot({ search: [0] })).toBeNull();
});

it('a reliability diagram puts each bin at its confidence and accuracy', () => {
  const bins = [
    { count: 1, from: 0.4, to: 0.6, meanConfidence: 0.5, accuracy: 1 },
    { count: 4, from: 0.9, to: 1, meanConfidence: 1, accuracy: 0.5 },
  ];
  const dots = draw(calibrationPlot(bins))('circle');
  expect(dots.eq(0).attr()).toMatchObject({ cx: '225', cy: '12', r: '7' });
  expect(dots.eq(1).attr()).toMatchObject({ cx: '406', cy: '131', r: '10' });
  expect(calibrationPlot([])).toBeNull();
});

it('a line over runs leaves out those that did not measure it, and needs two', () => {
  const point = (value: number | null) => ({
    startedAt: '2026-01-01T00:00:00Z',
    name: 'x',
    value,
    otherSuite: false,
  });
  const page = draw(historyPlot('passed', [0.8, null, 0.9].map(point), 0.85));
  expect(page('circle').length).toBe(2);
  expect(page('line.limit').length).toBe(1);
  expect(historyPlot('passed', [point(1), point(null)], null)).toBeNull();
  expect(draw(historyPlot('latencyP50', [point(5), point(5)], null)).html()).not.toContain('NaN');
});
