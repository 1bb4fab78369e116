import { expect, it } from 'vitest';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { retrievedPassages } from './retrieved-passages.ts';

it('tells each passage once, in the order of its best unit and with that score', () => {
  const [returns, tents] = fakeEvidence('Thirty days. Unworn only.', 'Tents too.');
  if (returns === undefined || tents === undefined) return expect.unreachable('no evidence');
  const units = [
    fakeUnit(tents, { score: 7 }),
    fakeUnit(returns, { text: 'Unworn only.', score: 5 }),
    fakeUnit(returns, { text: 'Thirty days.', score: 3 }),
    fakeUnit(tents, { text: 'Tents', score: 1 }),
  ];
  const passage = { heading: ['Help'] };
  expect(retrievedPassages(units)).toEqual([
    {
      ...passage,
      ...{ documentId: 'doc_1', url: 'https://shop.example/page-1', title: 'Page 1', score: 7 },
      ...{ text: 'Tents too.', start: 200, end: 210 },
    },
    {
      ...passage,
      ...{ documentId: 'doc_0', url: 'https://shop.example/page-0', title: 'Page 0', score: 5 },
      ...{ text: 'Thirty days. Unworn only.', start: 100, end: 125 },
    },
  ]);
});
