import { expect, it } from 'vitest';
import { textTable } from './text-table.ts';

it('aligns columns by what is widest in each, and keeps every row on its line', () => {
  const columns = [{ title: 'name' }, { title: 'value', align: 'right' as const }];
  expect(textTable(columns, [['año', '1'], ['a\nb\u001b[1m', '12.345'], ['short']]).split('\n')).toEqual([
    'name      value',
    '───────  ──────',
    'año           1',
    'a b [1m  12.345',
    'short',
  ]);
});

it('shows its titles without rows', () => {
  expect(textTable([{ title: 'a' }], [])).toBe('a\n─');
});
