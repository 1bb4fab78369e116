import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import type { DomElement } from './dom.ts';
import { readTable } from './read-table.ts';

const read = (rows: string) => readTable(load(`<table>${rows}</table>`)('table')[0] as DomElement);
const linesOf = (rows: string) => read(rows)?.lines.map(({ text }) => text);
const row = (cells: string[], tag = 'td') =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;

describe('readTable', () => {
  it('names the columns in each row, from <thead>, <th> or a first row of names', () => {
    const body = row(['Canada', '5–7 days', '$15']);
    const expected = ['Region: Canada; Time: 5–7 days; Price: $15'];
    const names = ['Region', 'Time:', 'Price'];
    expect(linesOf(`<thead>${row(names)}</thead>${body}`)).toEqual(expected);
    expect(linesOf(row(names, 'th') + body)).toEqual(expected);
    expect(linesOf(row(names) + body)).toEqual(expected);
  });

  it('reads two columns of names and values as such', () => {
    expect(linesOf(row(['Weight', '410 g']) + row(['Fabric:', 'Nylon']))).toEqual([
      'Weight: 410 g',
      'Fabric: Nylon',
    ]);
    expect(linesOf('<tr><th>Weight</th><td>410 g</td></tr><tr><th>Fabric</th><td>Nylon</td></tr>')).toEqual([
      'Weight: 410 g',
      'Fabric: Nylon',
    ]);
    expect(linesOf(row(['Zone', 'Days'], 'th') + row(['East', '2']))).toEqual(['Zone: East; Days: 2']);
  });

  it('repeats spanning cells in each row they span, and reads a full-width row as the name of what follows', () => {
    const table = read(
      `<caption>Rates</caption>${row(['Region', 'Service', 'Price'], 'th')}<tr><td rowspan="2">US</td><td>Ground</td><td>$5</td></tr>
      ${row(['Air', '$20'])}<tr><td colspan="3">Abroad</td></tr>${row(['Canada', 'Air', '$30'])}`,
    );
    expect(table?.caption).toBe('Rates');
    expect(table?.lines).toEqual([
      { type: 'row', text: 'Region: US; Service: Ground; Price: $5' },
      { type: 'row', text: 'Region: US; Service: Air; Price: $20' },
      { type: 'group', text: 'Abroad' },
      { type: 'row', text: 'Region: Canada; Service: Air; Price: $30' },
    ]);
  });

  it('joins two rows of names, and leads with a row name under an empty corner', () => {
    const head = '<tr><th></th><th colspan="2">Tent</th></tr><tr><th></th><th>One</th><th>Two</th></tr>';
    expect(linesOf(`${head}<tr><th>Weight</th><td>2 kg</td><td>3 kg</td></tr>`)).toEqual([
      'Weight; Tent One: 2 kg; Tent Two: 3 kg',
    ]);
  });

  it('reads the description of a picture where a cell has no text', () => {
    expect(linesOf(row(['Model', 'Waterproof'], 'th') + row(['Ridge', '<img alt="Yes">']))).toEqual([
      'Model: Ridge; Waterproof: Yes',
    ]);
  });

  it('leaves tables that arrange a page', () => {
    expect(read(row(['<h2>Menu</h2>', 'Text']) + row(['a', 'b']))).toBeNull();
    expect(read(row(['only one column']))).toBeNull();
  });
});
