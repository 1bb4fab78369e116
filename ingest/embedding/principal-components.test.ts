import { expect, test } from 'vitest';
import { principalComponents } from './principal-components.ts';

test('the directions of a stretched cloud are found, the longest first', () => {
  const along = [3 / 5, 4 / 5];
  const across = [-4 / 5, 3 / 5];
  const points = [
    [5, 0],
    [-5, 0],
    [0, 2],
    [0, -2],
  ].flatMap(([a = 0, b = 0]) => [0, 1].map((d) => a * (along[d] ?? 0) + b * (across[d] ?? 0)));
  const { directions, variances } = principalComponents(Float32Array.from(points), 4, 2);
  expect(variances[0]).toBeCloseTo(12.5, 4);
  expect(variances[1]).toBeCloseTo(2, 4);
  expect(directions[0]?.[0]).toBeCloseTo(0.6, 5);
  expect(directions[0]?.[1]).toBeCloseTo(0.8, 5);
});

test('directions are orthonormal and variances add up to the total', () => {
  const size = 12;
  const matrix = Float32Array.from({ length: 40 * size }, (_, i) => Math.sin(i * i + 1));
  const { directions, variances } = principalComponents(matrix, 40, size);
  directions.forEach((a, i) => {
    directions.forEach((b, j) => {
      expect(a.reduce((sum, x, k) => sum + x * (b[k] ?? 0), 0)).toBeCloseTo(i === j ? 1 : 0, 8);
    });
  });
  const total = matrix.reduce((sum, x) => sum + x * x, 0) / 40;
  expect(variances.reduce((a, b) => a + b)).toBeCloseTo(total, 6);
});
