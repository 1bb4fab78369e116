import { expect, it } from 'vitest';
import { sensitivityTable } from './sensitivity-table.ts';

it('shows the figures and what changes them, in points', () => {
  const base = new Map([
    ['A R@1', 0.95],
    ['B AUC', 0.8],
  ]);
  const figures = (a: number, b: number) =>
    new Map([...base.keys()].map((name, at) => [name, [a, b][at] ?? 0]));
  const table = sensitivityTable(base, [
    { constant: 'weights.own', from: 2.9, to: 1.45, figures: figures(0.94, 0.8004) },
    { constant: 'threshold', from: 0.3, to: 0.6, figures: figures(0.95, 0.85) },
  ]);
  expect(table.split('\n')).toEqual([
    '| constant | value | A R@1 | B AUC |',
    '| --- | --- | ---: | ---: |',
    '| *as it is* |  | 95.0 | 80.0 |',
    '| `weights.own` | 2.9 → 1.45 | −1.0 |  |',
    '| `threshold` | 0.3 → 0.6 |  | +5.0 |',
  ]);
});
