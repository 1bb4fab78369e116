import type { TitledText } from '../binding.ts';
import { readClaims } from '../claims.ts';
import { type GroundText, type KnownWords, readWords } from '../coverage.ts';
import { areOneFamily, areSynonyms } from '../generic-words.ts';
import { type Clause, readClauses } from './read-clauses.ts';
import type { Item } from './read-items.ts';
import { readStatements, type Statement } from './read-statements.ts';
import { relateWords } from './relate-words.ts';

/** A clause of a sentence with the one statement of its quotes that it speaks of. */
export interface Alignment {
  clause: Clause;
  statement: Statement;
  /** Of the clause's items, by weight, what the statement or what stands above it has: 0–1. */
  coverage: number;
  /** Items that only other statements have. */
  borrowed: { item: Item; from: Statement[] }[];
  /** Words that no statement has, not even in another word. */
  missing: Item[];
}

/** A sentence aligned with its quotes, clause by clause. */
export interface AlignedSentence {
  sentence: GroundText;
  statements: Statement[];
  clauses: Alignment[];
}

/** A value tells more than a name, and that more than a word. */
const WEIGHT = { value: 2, name: 1.5, word: 1 };
/** Of a word's weight where the statement has a word that WordNet links with it, or only its title has it. */
const LINKED = 0.8;
const TITLED = 0.5;
/** What tells two statements of the same words apart: their order, then which is the shorter; a question states nothing. */
const IN_ORDER = 0.3;
const QUESTION = -0.3;
const ITEM = -0.01;

/** Aligns each clause of a sentence with the statement that has most of it. Pure. */
export function alignClauses(sentence: GroundText, grounds: TitledText[]): AlignedSentence {
  const statements = grounds.flatMap(readStatements);
  const titles = readTitles(grounds);
  const clauses = readClauses(sentence).flatMap((clause): Alignment[] => {
    const items = uniqueItems(clause.items);
    const weigh = (statement: Statement, titled: number): number =>
      sum(
        items.map((item) => {
          if (holds(statement, item)) return WEIGHT[item.kind];
          if (isLinked(statement, item, sentence.locale)) return LINKED * WEIGHT[item.kind];
          return titles.has(item) ? titled * WEIGHT[item.kind] : 0;
        }),
      );
    const score = (statement: Statement): number =>
      weigh(statement, TITLED) +
      IN_ORDER * orderShare(items, statement) +
      ITEM * statement.items.length +
      (statement.isQuestion ? QUESTION : 0);
    const statement = best(statements, score);
    if (statement === null) return [];
    const rest = items.filter(
      (item) => !holds(statement, item) && !titles.has(item) && !isLinked(statement, item, sentence.locale),
    );
    const others = (item: Item): Statement[] =>
      statements.filter((other) => other !== statement && holds(other, item));
    const total = sum(items.map(({ kind }) => WEIGHT[kind]));
    return [
      {
        clause,
        statement,
        coverage: total === 0 ? 1 : Math.min(1, weigh(statement, 1) / total),
        borrowed: rest.map((item) => ({ item, from: others(item) })).filter(({ from }) => from.length > 0),
        missing: rest.filter(
          (item) =>
            item.kind !== 'value' &&
            others(item).length === 0 &&
            !statements.some((other) => isLinked(other, item, sentence.locale)),
        ),
      },
    ];
  });
  return { sentence, statements, clauses };
}

/** Whether a statement says an item, in any form or synonym; a value also in another unit of its kind or with none. */
export function holds(statement: Statement, item: Item): boolean {
  if (statement.items.some(({ key }) => key === item.key)) return true;
  if (item.kind !== 'value') return statement.known.has({ lexeme: item.key, word: item.word });
  const bare = item.key.split(':')[1];
  return statement.items.some(
    ({ kind, key, dimension }) =>
      kind === 'value' &&
      key.split(':')[1] === bare &&
      (dimension === item.dimension || dimension === 'number' || item.dimension === 'number'),
  );
}

/** Whether two words, each of its language, may stand for each other. */
export function areAlike(one: Item, locale: string, other: Item, otherLocale: string): boolean {
  return (
    one.key === other.key ||
    areSynonyms(one.word, other.word) ||
    areOneFamily(one.word, other.word, otherLocale) ||
    relateWords(one.word, locale, other.word, otherLocale).alike
  );
}

/** Whether a statement has another word for an item, or one that is a kind of it, by WordNet. */
export function isLinked(statement: Statement, item: Item, locale: string): boolean {
  return (
    item.kind !== 'value' &&
    statement.items.some((other) => {
      if (other.kind === 'value') return false;
      const { alike, broader, opposite } = relateWords(item.word, locale, other.word, statement.locale);
      return (alike || broader) && !opposite;
    })
  );
}

function readTitles(grounds: TitledText[]): { has(item: Item): boolean } {
  const texts = grounds.flatMap(({ titles, locale }) => titles.map((text) => ({ text, locale })));
  const known: KnownWords = readWords(texts);
  const values = new Set(texts.flatMap(({ text, locale }) => readClaims(text, locale).map(({ key }) => key)));
  return {
    has: ({ kind, key, word }) => (kind === 'value' ? values.has(key) : known.has({ lexeme: key, word })),
  };
}

/** The share of a clause's items that stand in a statement in the same order: of those that it has, the longest rising run. */
function orderShare(items: Item[], statement: Statement): number {
  const places = items
    .map(({ key }) => statement.items.findIndex((other) => other.key === key))
    .filter((place) => place >= 0);
  const runs: number[] = [];
  for (const [at, place] of places.entries())
    runs.push(1 + Math.max(0, ...runs.filter((_, before) => (places[before] ?? 0) < place && before < at)));
  return places.length === 0 ? 1 : Math.max(...runs) / places.length;
}

const uniqueItems = (items: Item[]): Item[] => [...new Map(items.map((item) => [item.key, item])).values()];
const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

function best<T>(some: T[], score: (one: T) => number): T | null {
  let found: T | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of some) {
    const own = score(one);
    if (own > most) [found, most] = [one, own];
  }
  return found;
}
