import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { rerank } from './rerank.ts';

it('orders passages by their best sentence, keeps the first few, and numbers them anew', () => {
  const pieces = fakeEvidence('a', 'b', 'c');
  const ranked = [2, 0, 2, 1].map((index) => fakeUnit(pieces[index] ?? fail()));
  const result = rerank(ranked, 2);
  expect(result.evidence.map(({ text, index }) => [text, index])).toEqual([
    ['c', 0],
    ['a', 1],
  ]);
  expect(result.ranked.map((unit) => [unit.text, unit.evidence.index])).toEqual([
    ['c', 0],
    ['a', 1],
    ['c', 0],
  ]);
  expect(pieces.map((piece) => piece.index)).toEqual([0, 1, 2]);
});

it('keeps the order of the units, drops none of a kept passage, and numbers without gaps', () => {
  const order = fc.array(fc.nat({ max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(order, fc.integer({ min: 1, max: 12 }), (indexes, limit) => {
      const pieces = fakeEvidence(...Array.from({ length: 10 }, (_, index) => `text ${index}`));
      const units = indexes.map((index, position) => fakeUnit(pieces[index] ?? fail(), { position }));
      const { evidence, ranked } = rerank(units, limit);
      expect(evidence.map(({ index }) => index)).toEqual(evidence.map((_, index) => index));
      expect(evidence.map(({ text }) => text)).toEqual(
        [...new Set(indexes)].slice(0, limit).map((index) => `text ${index}`),
      );
      const kept = new Set(evidence.map(({ text }) => text));
      expect(ranked.map(({ position }) => position)).toEqual(
        units.filter((unit) => kept.has(unit.text)).map(({ position }) => position),
      );
      for (const unit of ranked) expect(evidence[unit.evidence.index]).toBe(unit.evidence);
    }),
  );
});

function fail(): never {
  throw new Error('no such piece');
}
