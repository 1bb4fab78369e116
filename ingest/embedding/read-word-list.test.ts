import { expect, test } from 'vitest';
import { readWordLists } from './read-word-list.ts';

test('a word has the equivalents of all lists, once each, the first list’s first', () => {
  const list = readWordLists([
    { name: 'a.tsv', text: 'pila\tbattery stack\nseñal\tsignal, sign\n' },
    { name: 'b.tsv', text: 'pila\tsink battery' },
  ]);
  expect([...list]).toEqual([
    ['pila', ['battery', 'stack', 'sink']],
    ['señal', ['signal', 'sign']],
  ]);
});

test.each(['pila', 'pila\t', '\tbattery', 'de la\tof', 'pila battery', 'pila\tbattery\tstack'])(
  'a line that is no entry is refused with its place: %j',
  (line) => {
    expect(() => readWordLists([{ name: 'a.tsv', text: `sol\tsun\n${line}\n` }])).toThrow(
      `a.tsv:2: expected a word, a tab and its equivalents, found ${JSON.stringify(line)}`,
    );
  },
);
