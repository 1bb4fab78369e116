import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRerankScores } from './apply-rerank-scores.ts';
import { fakeEvidence } from './fake-evidence.fixture.ts';

const texts = (evidence: { text: string }[]) => evidence.map(({ text }) => text);
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const score = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }));
const scored = fc.array(fc.tuple(unit, score), { maxLength: 30 }).map((pairs) => ({
  evidence: fakeEvidence(pairs.map((_, index) => `${index}`)).map((piece, index) => ({
    ...piece,
    score: pairs[index]?.[0] ?? 0,
  })),
  scores: pairs.map(([, value]) => value),
}));

describe('applyRerankScores', () => {
  const evidence = fakeEvidence(['a', 'b', 'c']);

  it('takes the order of the endpoint at weight 1, whatever the range of its scores', () => {
    for (const scores of [
      [0.1, 0.9, 0.5],
      [-9, 11, 0],
      [-3, -1, -2],
    ]) {
      const ranked = applyRerankScores(evidence, scores, 1);
      expect(texts(ranked)).toEqual(['b', 'c', 'a']);
      expect(ranked.map(({ index }) => index)).toEqual([0, 1, 2]);
      expect([ranked[0]?.score, ranked[2]?.score]).toEqual([1, 0]);
    }
  });

  it('lets both have a say by default', () => {
    const far = evidence.map((piece, index) => ({ ...piece, score: [1, 0.9, 0.1][index] ?? 0 }));
    expect(texts(applyRerankScores(far, [0, 1, 0.95]))).toEqual(['b', 'c', 'a']);
    expect(texts(applyRerankScores(far, [0.8, 0, 1]))).toEqual(['a', 'c', 'b']);
  });

  it('counts what was not scored as the worst', () => {
    expect(texts(applyRerankScores(evidence, [null, 0.2, 0.1], 1))).toEqual(['b', 'a', 'c']);
    expect(texts(applyRerankScores(evidence, [0.3, 0.2], 1))).toEqual(['a', 'b', 'c']);
  });

  it.each([[[2, 2, 2]], [[null, null, null]], [[0, Number.MIN_VALUE, 0]]])(
    'leaves the evidence as it is where %j tell nothing apart',
    (scores) => {
      expect(applyRerankScores(evidence, scores)).toBe(evidence);
    },
  );

  it('loses no passage, keeps scores within 0…1, puts the best first, and at weight 0 changes no score', () => {
    fc.assert(
      fc.property(scored, unit, ({ evidence: given, scores }, weight) => {
        const ranked = applyRerankScores(given, scores, weight);
        expect(texts(ranked).sort()).toEqual(texts(given).sort());
        expect(ranked.map(({ index }) => index)).toEqual(given.map((_, index) => index));
        for (const piece of ranked) {
          expect(piece.score).toBeGreaterThanOrEqual(0);
          expect(piece.score).toBeLessThanOrEqual(1);
        }
        if (ranked !== given)
          expect(ranked.every((piece, at) => at === 0 || piece.score <= (ranked[at - 1]?.score ?? 0))).toBe(
            true,
          );
        const same = new Map(given.map((piece) => [piece.text, piece.score]));
        for (const piece of applyRerankScores(given, scores, 0))
          expect(piece.score).toBe(same.get(piece.text));
      }),
    );
  });
});
