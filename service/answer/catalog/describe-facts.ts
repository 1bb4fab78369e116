import { fold } from '../../../ingest/analysis/stem.ts';
import { factPatterns } from '../../../ingest/extract/fact-words/fact-patterns.ts';
import type { FactWords } from '../../../ingest/extract/fact-words/fact-words.ts';
import { FACT_LANGUAGES } from '../../../ingest/extract/fact-words/fact-words-for.ts';
import type { Evidence, Quote } from '../answerer.ts';

/** One fact of a product, as a line of its fact passage states it. */
export interface FactRow {
  /** `price`, `availability`, `brand`, `category`, `rating`, `sku`, `gtin`, or `attribute:` with an attribute's name. */
  key: string;
  /** As the line names it: `Weight`, `Peso`. */
  label: string;
  value: string;
  quote: Quote;
}

const LINE = /^([^:\n]{1,80}): (.+)$/u;
const PLAIN = ['brand', 'category', 'sku', 'gtin'] as const;

/**
 * The facts of a product's fact passage in their order; what is sold out and the prices of single versions are no rows. Pure.
 */
export function factRows(piece: Evidence): FactRow[] {
  const names = attributeLabels(Object.keys(piece.product?.attributes ?? {}));
  const rows: FactRow[] = [];
  let start = piece.start;
  for (const line of piece.text.split('\n')) {
    const [, label = '', value = ''] = LINE.exec(line) ?? [];
    const key = label === '' ? null : keyOf(line, fold(label), names);
    if (key !== null && rows.every((row) => row.key !== key))
      rows.push({ key, label, value, quote: { evidence: piece.index, start, end: start + line.length } });
    start += line.length + 1;
  }
  return rows;
}

function keyOf(line: string, label: string, names: ReadonlyMap<string, string>): string | null {
  if (factPatterns.price.test(line)) return 'price';
  if (factPatterns.availability.test(line)) return 'availability';
  if (factPatterns.rating.test(line)) return 'rating';
  const plain = PLAIN.find((key) => FACT_LANGUAGES.some((words) => fold(words[key]) === label));
  if (plain !== undefined) return plain;
  const name = names.get(label);
  return name === undefined ? null : `attribute:${name}`;
}

/** Folded labels, in every language that facts are worded in, to the attributes that they name. */
function attributeLabels(attributes: string[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const name of attributes) {
    names.set(fold(name).replace(/_/g, ' '), name);
    for (const words of FACT_LANGUAGES) names.set(fold(labelIn(words, name)), name);
  }
  return names;
}

function labelIn({ attributes }: FactWords, name: string): string {
  const known = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  return known === undefined ? name : typeof known === 'object' ? known.label : known;
}

/** Every name that an attribute goes by: its own, and in the languages that facts are worded in. Folded. */
export function namesOfFact(row: Pick<FactRow, 'key' | 'label'>): string[] {
  const attribute = row.key.startsWith('attribute:') ? row.key.slice('attribute:'.length) : null;
  const labels =
    attribute === null
      ? [row.key]
      : [attribute.replace(/_/g, ' '), ...FACT_LANGUAGES.map((words) => labelIn(words, attribute))];
  return [...new Set([row.label, ...labels].map(fold))];
}
