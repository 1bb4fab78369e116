import { expect, it } from 'vitest';
import { makeMeets } from '../within/within.ts';
import { meetConditions } from './meets-first.ts';

const read = (texts: string[], question: string, carried: number[][] = []) =>
  meetConditions(
    texts.map((text) => ({ text })),
    carried,
    makeMeets(question),
    0.8,
  );

it('meets the nearest of several bounds alone', () => {
  expect(read(['12 or more: 8% off', '50 or more: 15% off'], 'discount on 60 plants')[0]).toBe(0);
  expect(read(['12 or more: 8% off', '50 or more: 15% off'], 'discount on 60 plants')[1]).toBeGreaterThan(
    0.9,
  );
  expect(read(['12 or more: 8% off', '50 or more: 15% off'], 'discount on 20 plants')[0]).toBeGreaterThan(
    0.8,
  );
});

it('holds for the sentence that goes on', () => {
  const texts = ['Cameras made before 1985 are an exception.', 'They carry 3 months.', 'Lenses have 12.'];
  const met = read(texts, 'warranty of a camera from 1962', [[], [1], []]);
  expect(met.map((value) => value > 0)).toEqual([true, true, false]);
});
