import { expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const pans = makeGround('Pans and knives have a 10-year warranty.', { context: ['Warranty'] });
const kettles = makeGround('Kettles have a 2-year warranty.', { context: ['Warranty'] });
const harbor = makeGround('The Harbor kettle costs $49.', { context: ['Harbor kettle'] });

it.each([
  ['The kettle warranty lasts 10 years.', [pans, harbor], false],
  ['The kettle has a 10-year warranty.', [pans, harbor], false],
  ['The Harbor kettle has a 2-year warranty.', [kettles, harbor], true],
  ['The Harbor kettle costs $49 and has a 2-year warranty.', [kettles, harbor], true],
  ['Pans have a 10-year warranty.', [pans, harbor], true],
] as const)('%s', (sentence, grounds, ok) => {
  expect(verify(sentence, [...grounds]).ok).toBe(ok);
});
