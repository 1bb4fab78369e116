import { createHash } from 'node:crypto';
import { type CheerioAPI, load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES } from '../../metrics/metric-names.ts';
import type { CaseResult } from '../../score/case-result.ts';
import {
  comparedReport,
  HOSTILE,
  madeReport,
  madeResults,
  reportOf,
  textOf,
} from '../testing/made-report.ts';
import type { CaseDetail } from './case-detail.ts';
import type { CaseRow } from './case-row.ts';
import { chooseWithin } from './choose-within.ts';
import { metricGroups } from './metric-groups.ts';
import { readPageAssets } from './page-shell.ts';
import { type PageParts, renderPage } from './render-page.ts';

const assets = await readPageAssets();
const render = async (report: ReturnType<typeof reportOf>, parts: Partial<PageParts> = {}) =>
  load(await textOf(renderPage(report, { assets, history: [], ...parts })));
const rowsOf = (page: CheerioAPI): CaseRow[] => JSON.parse(page('#data').text()).rows;
const detailOf = (page: CheerioAPI, n: number): CaseDetail => JSON.parse(page(`#case-0-${n}`).text());

describe('report.html', () => {
  it('has no element, handler or style that a text asks for, and gives each text back as it was', async () => {
    const page = await render(madeReport());
    expect(page('img, iframe, object, embed, base, form[action], [style], [src], link').length).toBe(0);
    const handlers = page('*')
      .toArray()
      .flatMap((element) => Object.keys(page(element).attr() ?? {}))
      .filter((name) => name.startsWith('on'));
    expect(handlers).toEqual([]);
    expect(page('script:not([type])').length).toBe(1);
    expect(page('script[type="application/json"]').length).toBe(4);
    expect(rowsOf(page)[2]).toMatchObject({ id: HOSTILE, verdict: 'error' });
    const detail = detailOf(page, 0);
    expect(detail).toMatchObject({ answer: `${HOSTILE} [1]`, standalone: `understood ${HOSTILE}` });
    expect(detail.retrieved?.map(({ citedBy }) => citedBy)).toEqual([[1], []]);
    expect(page('.suite h2').text()).toContain('<script>alert(1)</script>');
  });

  it('holds any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const page = await render(madeReport(text));
        expect(page('script').length).toBe(5);
        expect(detailOf(page, 0).answer).toBe(`${text} [1]`);
      }),
      { numRuns: 15 },
    );
  });

  it('lets its own script and style sheet run by their hashes, and nothing else', async () => {
    const page = await render(reportOf([]));
    const policy = page('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
    const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toMatch(/^default-src 'none'; /u);
    expect(policy).toContain(`script-src ${hashOf(page('script:not([type])').text())};`);
    expect(policy).toContain(`style-src ${hashOf(page('style').text())};`);
    expect(policy).not.toContain('unsafe');
  });

  it('shows every metric with its definition, and why one has no value', async () => {
    const page = await render(reportOf(madeResults('x')));
    const names = page('.metrics details code:first-of-type').toArray();
    expect(names.map((name) => page(name).text()).sort()).toEqual([...METRIC_NAMES].sort());
    expect(page('.metrics').text()).toContain('no case expects a language');
    expect(metricGroups().at(-1)?.title).not.toBe('Others');
  });

  it('keeps all of failed cases first where it has no room for all of each, and says so', async () => {
    const [right, wrong] = madeResults('x') as [CaseResult, CaseResult];
    const results = [right, right, right, right, wrong].map((result, n) => ({ ...result, id: `case-${n}` }));
    const one = JSON.stringify(detailOf(await render(reportOf(results)), 4)).length;
    const page = await render(reportOf(results), { limits: { rows: 1e6, details: Math.ceil(one * 2.2) } });
    expect(rowsOf(page).map(({ id, detail }) => [id, detail])).toEqual([
      ['case-0', true],
      ['case-1', false],
      ['case-2', false],
      ['case-3', false],
      ['case-4', true],
    ]);
    expect(page('#left-out').text()).toContain('all of 2 of 5 cases, failed ones first');
    const fewer = await render(reportOf(results), { limits: { rows: 700, details: 1e6 } });
    expect(rowsOf(fewer).map(({ id }) => id)).toContain('case-4');
    expect(fewer('#left-out').text()).toMatch(/and lists \d\./u);
  });

  it('puts both answers of a compared case beside each other, and leads to what was broken', async () => {
    const page = await render(comparedReport());
    expect(rowsOf(page).map(({ id, change }) => [id, change])).toEqual([
      ['right', 'fixed'],
      ['wrong', 'broken'],
    ]);
    expect(page('a[data-case="0:1"]').text()).toBe('wrong');
    const { before } = detailOf(page, 0);
    expect(before).toMatchObject({ passed: false, answer: `Earlier ${HOSTILE}` });
    const words = before?.words ?? [];
    expect(words.flatMap(([kind, text]) => (kind === '+' ? [] : [text])).join('')).toBe(`Earlier ${HOSTILE}`);
    expect(words.flatMap(([kind, text]) => (kind === '-' ? [] : [text])).join('')).toBe(`${HOSTILE} [1]`);
    expect(page('.suite').text()).toContain('worse (p = 0.01)');
    expect(page('img, a[href^="javascript"]').length).toBe(0);
  });

  it('keeps several suites apart', async () => {
    const one = comparedReport('x');
    const page = await render({ ...one, suites: [...one.suites, ...madeReport('y').suites] });
    const ids = page('[id]')
      .toArray()
      .map((element) => page(element).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(rowsOf(page).map(({ suite, n }) => [suite, n])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    const links = page('nav a').toArray();
    expect(links.map((link) => page(page(link).attr('href') ?? '').length)).toEqual([1, 1, 1]);
  });

  it('draws the history of what is gated, and marks runs of another suite', async () => {
    const report = reportOf(madeResults('x'), { gates: { factsFound: 0.5 } });
    const run = { startedAt: '2025-01-01T00:00:00.000Z', suite: 's', values: { passed: 0.5, factsFound: 1 } };
    const history = [
      { ...run, name: 'first', suiteHash: 'sha256-other' },
      { ...run, name: 'second', suiteHash: 'sha256-x', startedAt: '2025-02-01T00:00:00.000Z' },
    ];
    const page = await render(report, { history });
    const dots = page('.small-multiples figure').eq(0).find('circle');
    expect(dots.toArray().map((dot) => page(dot).attr('class'))).toEqual(['dot other', 'dot', 'dot']);
    expect(dots.eq(0).text()).toContain('first, 2025-01-01T00:00:00.000Z: 0.500 (the suite was another)');
    expect((await render(report))('.small-multiples').length).toBe(0);
  });
});

it('what goes first is taken as far as there is room, then what is left, never beyond the limit', () => {
  const entries = fc.array(fc.record({ size: fc.nat(50), first: fc.boolean() }));
  fc.assert(
    fc.property(entries, fc.nat(400), (list, limit) => {
      const sizes = list.map(({ size }) => size);
      const first = list.map((entry) => entry.first);
      const taken = chooseWithin(sizes, first, limit);
      const used = sizes.filter((_, index) => taken[index]).reduce((sum, size) => sum + size, 0);
      expect(used).toBeLessThanOrEqual(limit);
      const left = Math.min(Number.POSITIVE_INFINITY, ...sizes.filter((_, index) => !taken[index]));
      expect(left).toBeGreaterThan(limit - used);
      const ofFirst = chooseWithin(
        sizes.filter((_, index) => first[index]),
        first.filter(Boolean),
        limit,
      );
      expect(taken.filter((_, index) => first[index])).toEqual(ofFirst);
    }),
  );
});
