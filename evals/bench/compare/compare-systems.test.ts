import { describe, expect, it } from 'vitest';
import { compareSystems, type MeasuredSystem } from './compare-systems.ts';
import { RANKING_MEASURES, rankingFigures } from './ranking-figures.ts';
import { sideBySide, sideBySideRows } from './side-by-side.ts';

const QUESTIONS = 60;

/** A ranking that has the right passage first for so many of the questions, third for the others. */
function ranking(name: string, first: number): MeasuredSystem {
  const figures = Array.from({ length: QUESTIONS }, (_, at) =>
    rankingFigures(at < first ? ['right', 'x', 'y'] : ['x', 'y', 'right'], new Set(['right'])),
  );
  return { name, figures };
}

const area = {
  name: 'AUC',
  kind: 'area',
  figure: 'confidence',
  better: 'higher',
  means: 'told apart',
} as const;
const confidences = (name: string, sure: (answerable: boolean, at: number) => number): MeasuredSystem => ({
  name,
  figures: Array.from({ length: QUESTIONS }, (_, at) => ({
    answerable: at % 2,
    confidence: sure(at % 2 === 1, at),
  })),
});

describe('systems side by side', () => {
  it('come out against us where another ranks better', () => {
    const names = ['LangChain', 'Aisle'];
    const compared = compareSystems(
      [ranking('LangChain', 58), ranking('Aisle', 30)],
      RANKING_MEASURES,
      'Aisle',
    );
    const [first] = compared;
    expect(first?.best).toEqual(['LangChain']);
    expect(first?.differences[0]?.value).toBeCloseTo(-28 / 60, 10);
    expect(first?.differences[0]?.interval?.[1]).toBeLessThan(0);
    expect(first?.differences[0]?.p).toBeLessThan(0.001);
    expect(sideBySide(names, 'Aisle', compared)).toMatch(
      /^R@1 +60 +0\.967 \[.*\] +0\.500 \[.*\] +-0\.467 p < \.001 +LangChain$/m,
    );
    expect(sideBySideRows('set: ', names, 'Aisle', compared)).toContainEqual(
      expect.objectContaining({ what: 'set: R@1, Aisle − LangChain', value: expect.closeTo(-0.4667, 4) }),
    );
  });

  it('come out for us only where we beat each other one', () => {
    const [ours] = compareSystems(
      [ranking('a', 30), ranking('b', 31), ranking('us', 58)],
      RANKING_MEASURES,
      'us',
    );
    expect(ours?.best).toEqual(['us']);
    const [shared] = compareSystems(
      [ranking('a', 30), ranking('b', 57), ranking('us', 58)],
      RANKING_MEASURES,
      'us',
    );
    expect(shared?.best).toEqual([]);
  });

  it('name the highest of those that are better than ours', () => {
    const [first] = compareSystems(
      [ranking('a', 58), ranking('b', 50), ranking('us', 20)],
      RANKING_MEASURES,
      'us',
    );
    expect(first?.best).toEqual(['a']);
  });

  it('are not told apart by a question or two', () => {
    const compared = compareSystems([ranking('a', 32), ranking('us', 30)], RANKING_MEASURES, 'us');
    expect(compared[0]).toMatchObject({ best: [], differences: [{ p: 0.5 }, null] });
    expect(sideBySide(['a', 'us'], 'us', compared)).toMatch(/^R@1 .*not told apart$/m);
  });

  it('leave out the questions that a measure does not apply to', () => {
    const half = (name: string) => ({
      name,
      figures: ranking(name, 40).figures.map((one, at) => (at % 2 === 0 ? one : {})),
    });
    const [first] = compareSystems([half('a'), half('us')], RANKING_MEASURES, 'us');
    expect(first?.count).toBe(30);
    expect(first?.cells[0]?.value).toBeCloseTo(20 / 30, 10);
  });

  it('hold areas by the interval of their difference, also against us', () => {
    const sharp = confidences('sharp', (answerable) => Number(answerable));
    const blunt = confidences('blunt', (_, at) => ((at * 7) % 13) / 13);
    const against = compareSystems([sharp, blunt], [area], 'blunt')[0];
    expect(against).toMatchObject({
      best: ['sharp'],
      cells: [{ value: 1 }, {}],
      differences: [{ p: null }, null],
    });
    expect(compareSystems([sharp, blunt], [area], 'sharp')[0]?.best).toEqual(['sharp']);
  });

  it('are better with less where less is better, and are never NaN', () => {
    const wrong = { name: 'wrong', kind: 'share', figure: 'wrong', better: 'lower', means: '' } as const;
    const system = (name: string, wrongs: number): MeasuredSystem => ({
      name,
      figures: Array.from({ length: QUESTIONS }, (_, at) => ({ wrong: Number(at < wrongs) })),
    });
    expect(compareSystems([system('a', 40), system('us', 5)], [wrong], 'us')[0]?.best).toEqual(['us']);
    expect(compareSystems([system('a', 5), system('us', 40)], [wrong], 'us')[0]?.best).toEqual(['a']);
    const none = compareSystems(
      [
        { name: 'a', figures: [{}] },
        { name: 'us', figures: [{}] },
      ],
      [wrong, area],
      'us',
    );
    expect(none.flatMap(({ cells }) => cells.map(({ value }) => value))).toEqual([null, null, null, null]);
    expect(none.map(({ best }) => best)).toEqual([[], []]);
  });
});

it('ranking figures of a right passage at rank 3, by hand', () => {
  expect(rankingFigures(['x', 'x', 'y', 'right'], new Set(['right']))).toEqual({
    first: 0,
    five: 1,
    reciprocal: expect.closeTo(1 / 3, 10),
    ndcg: 0.5,
  });
  const far = Array.from({ length: 10 }, (_, at) => `x${at}`);
  expect(Object.values(rankingFigures([...far, 'right'], new Set(['right'])))).toEqual([0, 0, 0, 0]);
  expect(rankingFigures(['x'], new Set())).toEqual({});
});
