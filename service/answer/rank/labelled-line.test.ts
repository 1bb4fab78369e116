import { expect, it } from 'vitest';
import { readCells, sayRow } from './labelled-line.ts';

it.each([
  ['Region: Canada; Time: 5–7 days; Price: $15', 'Canada – Time: 5–7 days; Price: $15'],
  ['País: España; Plazo: 2 días', 'España – Plazo: 2 días'],
  ['Day: Monday; Hours: 9:00 to 17:00', 'Monday – Hours: 9:00 to 17:00'],
  ['Includes: poles; pegs; Weight: 2 kg', 'poles; pegs – Weight: 2 kg'],
  ['Frame; Years: 10; Transferable: yes', 'Frame – Years: 10; Transferable: yes'],
  ['Marco; Años: 10', 'Marco – Años: 10'],
  ['Price: $5', 'Price: $5'],
  ['We ship on Mondays.', 'We ship on Mondays.'],
])('says %s as %s', (row, said) => expect(sayRow(row)).toBe(said));

it('reads cells by their labels, and none from running text', () => {
  expect(readCells('Color: red, blue; Size: M')).toEqual([
    { label: 'Color', value: 'red, blue' },
    { label: 'Size', value: 'M' },
  ]);
  expect(readCells('Wash it cold; dry it flat.')).toBeNull();
  expect(readCells('Wash it cold; note: dry it flat.')).toBeNull();
  expect(readCells('')).toBeNull();
});
