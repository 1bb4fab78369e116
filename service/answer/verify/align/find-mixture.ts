import { fold } from '../../../../ingest/analysis/stem.ts';
import { type AlignedSentence, type Alignment, areAlike, holds } from './align-clauses.ts';
import type { Item } from './read-items.ts';
import type { Statement } from './read-statements.ts';
import { classOfWord, relateWords } from './relate-words.ts';

const CONDITION = /^\P{L}*(?:if|for|with|when|si|para|con|cuando)\s/u;
/** Words that two statements must share to be of one pattern: "surcharge on cards; none on transfers" goes on, so one will do. */
const LEAST_SHARED = 3;
const LEAST_SHARED_JOINED = 1;

/**
 * Whether a clause takes from another statement what its own statement says otherwise: "furniture is 10% off" of "plants are 10% off
 * and furniture is 5% off". The statement must have something in the place of what is borrowed: a value of the same kind, a word of the
 * same kind, or the same pattern. Pure.
 * @returns what was borrowed, as written, or null
 */
export function findMixture({ sentence, clauses }: AlignedSentence): string | null {
  // "If your palm measures 22 cm, take size M": a condition and what follows from it are of one row.
  const [first, second] = clauses;
  if (
    first !== undefined &&
    second !== undefined &&
    first.statement !== second.statement &&
    first.statement.isRow &&
    second.statement.isRow &&
    CONDITION.test(fold(first.clause.text)) &&
    first.clause.items.some((item) => item.kind === 'value' && !holds(second.statement, item))
  )
    return second.clause.text;
  for (const alignment of clauses) {
    for (const { item, from } of alignment.borrowed) {
      const left = leftOut(alignment, from, sentence.locale);
      const isReplaced =
        left.some((other) => areRivals(item, other, sentence.locale, alignment.statement.locale)) ||
        (left.length > 0 &&
          from.every((other) => areParallel(alignment.statement, other, alignment.clause.items)));
      if (isReplaced) return item.word;
    }
  }
  return null;
}

/** What a clause has of its statement from which on it says nothing else. */
const WHOLE = 0.75;

/**
 * Whether a value is said, with all else of its clause, by one statement that has no other value of its kind: then it is of nothing
 * else. Pure.
 * @param written as in the sentence
 */
export function isOfItsStatement(written: string, { clauses }: AlignedSentence): boolean {
  const alignment = clauses.find(({ clause }) =>
    clause.items.some(({ kind, word }) => kind === 'value' && word === written),
  );
  const value = alignment?.clause.items.find(({ kind, word }) => kind === 'value' && word === written);
  if (alignment === undefined || value === undefined || alignment.coverage < WHOLE) return false;
  const rivals = alignment.statement.items.filter(
    ({ kind, dimension }) => kind === 'value' && dimension === value.dimension,
  );
  return rivals.length === 1 && rivals[0]?.key === value.key;
}

/** What a statement says that neither the clause nor the other statements do. */
function leftOut({ clause, statement }: Alignment, others: Statement[], locale: string): Item[] {
  return statement.items.filter(
    (item) =>
      !clause.items.some(
        (said) =>
          said.key === item.key ||
          (said.kind !== 'value' && item.kind !== 'value' && areAlike(said, locale, item, statement.locale)),
      ) && !others.some(({ items }) => items.some(({ key }) => key === item.key)),
  );
}

function areRivals(item: Item, other: Item, locale: string, otherLocale: string): boolean {
  if (item.kind === 'value') return other.kind === 'value' && other.dimension === item.dimension;
  if (other.kind === 'value' || classOfWord(item.word, locale) === 'verb') return false;
  if (item.kind === 'name' && other.kind === 'name') return true;
  const { siblings, opposite } = relateWords(item.word, locale, other.word, otherLocale);
  return siblings || opposite;
}

/** Whether two statements say the like of different things, as the rows of a table do. */
function areParallel(one: Statement, other: Statement, said: Item[]): boolean {
  const haveRivalValues = one.items.some(
    ({ kind, key, dimension }) =>
      kind === 'value' &&
      other.items.some((its) => its.kind === 'value' && its.dimension === dimension && its.key !== key),
  );
  // A row that is named, and what another says that is not.
  if (one.isRow && other.isRow) return haveRivalValues || (namesRow(said, one) && !namesRow(said, other));
  const shared = [...other.lexemes].filter((lexeme) => one.lexemes.has(lexeme)).length;
  const isJoined = (other.previous === one && other.isJoined) || (one.previous === other && one.isJoined);
  return shared + Number(haveRivalValues) >= (isJoined ? LEAST_SHARED_JOINED : LEAST_SHARED);
}

/** Whether a clause names what a row is of. */
function namesRow(said: Item[], { text, items }: Statement): boolean {
  const label = fold(text.slice(0, text.indexOf(':')));
  return items.some(
    ({ kind, key, word }) => kind !== 'value' && label.includes(word) && said.some((one) => one.key === key),
  );
}
