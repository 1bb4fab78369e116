import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { measureGroundedness, readGroundednessPairs } from './groundedness.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const pairs = readGroundednessPairs();

/** Floors a little below what is reached; the held-out pairs are those that nothing was tuned by. */
describe.each([
  { part: 'tuned', heldOut: false, goodKept: 0.97, badStopped: 0.97 },
  { part: 'held-out', heldOut: true, goodKept: 0.94, badStopped: 0.95 },
])('the verifier on $part pairs', ({ heldOut, goodKept, badStopped }) => {
  const measured = measureGroundedness(
    verify,
    pairs.filter((pair) => pair.heldOut === heldOut),
  );

  it('stops what the quote does not say and keeps what it says', () => {
    const kinds = [...measured.byKind].map(([kind, { right, total }]) => `${kind} ${right}/${total}`);
    const wrong = measured.wrong.map(
      ({ pair, reason }) => `${pair.keep ? `lost (${reason})` : 'sent'}: ${pair.sentence}`,
    );
    const report = `good kept ${measured.goodKept.toFixed(3)}, bad stopped ${measured.badStopped.toFixed(3)}\n${kinds.join(', ')}\n${wrong.join('\n')}`;
    console.info(report);
    expect(measured.goodKept, report).toBeGreaterThanOrEqual(goodKept);
    expect(measured.badStopped, report).toBeGreaterThanOrEqual(badStopped);
  });
});

it('is measured on enough pairs of both languages', () => {
  expect(pairs.filter((pair) => pair.keep).length).toBeGreaterThanOrEqual(100);
  expect(pairs.filter((pair) => !pair.keep).length).toBeGreaterThanOrEqual(150);
  expect(pairs.filter((pair) => pair.ground.locale === 'es').length).toBeGreaterThanOrEqual(50);
});
