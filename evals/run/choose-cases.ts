import { createHash } from 'node:crypto';
import { normaliseText } from '../metrics/normalise-text.ts';
import { inShard, type Shard } from '../results/shard.ts';
import type { Suite, SuiteCase } from '../suite.ts';
import type { PlacedCase } from './run-suite.ts';

/** `tag:NAME`, `id:NAME` or `text:WORDS` of `--filter`, each perhaps with a `!` in front. */
export interface CaseFilter {
  by: 'tag' | 'id' | 'text';
  value: string;
  /** Whether it shuts such cases out instead. */
  not: boolean;
}

/** What of a suite is asked. */
export interface Choice {
  filters: readonly CaseFilter[];
  shard: Shard | null;
}

/** @throws RangeError for anything else. */
export function parseFilter(text: string): CaseFilter {
  const [, not, by, value] = /^(!?)(tag|id|text):(.+)$/su.exec(text) ?? [];
  const blank = by === 'text' && normaliseText(value ?? '') === '';
  if ((by !== 'tag' && by !== 'id' && by !== 'text') || value === undefined || blank) {
    throw new RangeError(
      `expected tag:NAME, id:NAME or text:WORDS, or !tag:NAME for all others, got ${text}`,
    );
  }
  return { by, value, not: not === '!' };
}

/** As it stands on the command line. */
export function showFilter({ by, value, not }: CaseFilter): string {
  return `${not ? '!' : ''}${by}:${value}`;
}

/**
 * Whether filters let a case through: any of those without `!` does (or there is none), and none with `!` shuts it out.
 * Words are looked for in its questions, whatever their case, accents and spaces. Pure.
 */
export function passesFilters(entry: SuiteCase, filters: readonly CaseFilter[]): boolean {
  const wanted = filters.filter(({ not }) => !not);
  const meets = (filter: CaseFilter) => meetsOne(entry, filter);
  return (
    (wanted.length === 0 || wanted.some(meets)) && !filters.some((filter) => filter.not && meets(filter))
  );
}

function meetsOne({ id, tags, turns }: SuiteCase, { by, value }: CaseFilter): boolean {
  if (by === 'id') return id === value;
  if (by === 'tag') return tags.includes(value);
  const words = normaliseText(value);
  return turns.some(({ question }) => normaliseText(question).includes(words));
}

/** The chosen cases of a suite in its order, each with its position among all. */
export async function* chooseCases(suite: Suite, choice: Choice): AsyncGenerator<PlacedCase> {
  let position = 0;
  for await (const entry of suite.cases.read()) {
    if (isChosen(entry, choice)) yield { position, case: entry };
    position += 1;
  }
}

function isChosen(entry: SuiteCase, { filters, shard }: Choice): boolean {
  return passesFilters(entry, filters) && (shard === null || inShard(entry.id, shard));
}

/** A suite gone through once, before anything is asked. */
export interface SuiteScan {
  /** Of the suite as parsed, all its cases and gates: its layout and comments do not change it. */
  hash: string;
  /** Cases that the filters let through. */
  filtered: number;
  /** Of those, the ones of this shard. */
  chosen: number;
  /** Of all its cases. */
  tags: string[];
}

/** Reads a suite's cases once and keeps none. */
export async function scanSuite(suite: Suite, choice: Choice): Promise<SuiteScan> {
  const { name, store, gates, tagGates, changeGates } = suite;
  // Sources are left out: as absolute paths they would differ from machine to machine.
  const hash = createHash('sha256').update(JSON.stringify({ name, store, gates, tagGates, changeGates }));
  const tags = new Set<string>();
  let filtered = 0;
  let chosen = 0;
  for await (const entry of suite.cases.read()) {
    hash.update(`\n${JSON.stringify(entry)}`);
    for (const tag of entry.tags) tags.add(tag);
    if (passesFilters(entry, choice.filters)) filtered += 1;
    if (isChosen(entry, choice)) chosen += 1;
  }
  return { hash: `sha256-${hash.digest('base64')}`, filtered, chosen, tags: [...tags].sort() };
}
