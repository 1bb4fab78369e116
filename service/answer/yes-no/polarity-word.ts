import { fold } from '../../../ingest/analysis/stem.ts';
import { findContradiction } from '../verify/polarity.ts';
import { type Clause, narrowingWords } from './clauses.ts';
import { compareValues } from './compare-values.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord, Coverage, Reading } from './reading.ts';
import { wordsOf } from './shared-words.ts';

const GENERIC_THING =
  /(?<!\p{L})(?:items?|products?|goods|merchandise|anything|articles?|purchases?|articulos?|productos?|prendas?|nada|compras?)(?!\p{L})/u;

/** The word that a statement gives which states or denies, in other words, what was asked. Pure. */
export function polarityWord(reading: Reading, clause: Clause, words: Coverage): AnswerWord | null {
  const { asked, asks, quote, context } = reading;
  const isOneOfThem =
    clause.negators === 1 &&
    words.missing.length === 1 &&
    GENERIC_THING.test(clause.text) &&
    isThing(words.missing[0]?.word ?? '', asked) &&
    !isDoneToThings(clause, asked, context.locale);
  if ((words.missing.length > 0 && !isOneOfThem) || words.stated === 0) return null;
  const ground = [{ text: withoutLacks(quote), locale: context.locale }];
  const values = new Set(asked.claims.map(({ key }) => key));
  if (clause.negators === 0) {
    const narrowing = narrowingWords(clause, asks, trailingOf(asked, context.locale));
    if (lacksMore(clause, asks, asked.statement)) return null;
    if (narrowing.length > 0) return null;
    return findContradiction(withoutLacks(asked.statement.replace(/(?<!\p{L})no\s/gu, '')), ground) === null
      ? 'yes'
      : null;
  }
  if (!deniesAll(clause.text, asked.statement)) return null;
  if (clause.negators > 1 && !/(?<!\p{L})(?:ni|nor|or)(?!\p{L})/u.test(clause.text)) return null;
  const narrowing = narrowingWords(clause, asks, 'none');
  const hasOtherValues = compareValues(clause.text, asked.statement) === 'open' && values.size === 0;
  if (narrowing.length > 0 || hasOtherValues) return null;
  return 'no';
}

const THINGS_THAT =
  /(?<!\p{L})(?:items?|products?|goods|anything|articles?|articulos?|productos?|prendas?|nada)\s(?:that|which|que)\s.*$/u;

/** "We can't accept items that have been washed" forbids no washing: what is asked for is only said of the things. */
function isDoneToThings({ text }: Clause, { topics }: YesNoQuestion, locale: string): boolean {
  const [deed] = topics;
  const said = THINGS_THAT.exec(fold(text))?.[0];
  if (deed === undefined || said === undefined) return false;
  return wordsOf(said, locale).has(deed) && !wordsOf(fold(text).replace(said, ''), locale).has(deed);
}

/** In Spanish an adjective stands behind its noun: "hay aparcamiento gratuito" says that there is some. */
function trailingOf({ form }: YesNoQuestion, locale: string): 'none' | 'adjuncts' | 'all' {
  if (form === 'is') return 'none';
  return form === 'exists' && locale.startsWith('es') ? 'all' : 'adjuncts';
}

/** What is lacking is the same in both, or is no part of what was asked. */
function withoutLacks(text: string): string {
  return text.replace(/(?<!\p{L})(?:without|sin)\s\p{L}+/giu, '');
}

/** "Items without tags": of what lacks something that the question does not speak of. */
function lacksMore({ text, tokens }: Clause, asks: Reading['asks'], asked: string): boolean {
  const lacks = LACKS.exec(text);
  if (lacks === null || LACKS.test(asked)) return false;
  return lacks.index < (tokens.findLast(asks)?.end ?? 0);
}

/** "There is no fee" denies as a whole, "items with no tags" only the tags. */
function deniesAll(text: string, asked: string): boolean {
  const ofPart =
    /(?<!\p{L})(?:with|for|of|in|and|or|but) no(?!\p{L})|(?<!\p{L})(?:not only|no solo)(?!\p{L})/u;
  return (
    !ofPart.test(text) &&
    (!OUTSIDE.test(text) || OUTSIDE.test(asked)) &&
    (!LACKS.test(text) || LACKS.test(asked))
  );
}

/** "Not outside the country" is not "not in it". */
const OUTSIDE = /(?<!\p{L})(?:outside|beyond|elsewhere|other than|fuera|mas alla)(?!\p{L})/u;
const LACKS = /(?<!\p{L})(?:without|sin)(?!\p{L})/u;

const DETERMINER =
  /^(?:a|an|the|my|your|this|these|some|any|un|una|unos|unas|el|la|los|las|mi|mis|este|esta)$/;
const PREPOSITION = /^(?:as|to|for|in|at|by|with|on|from|via|en|con|por|para|de|como|via)$/;

/** Whether a word of the question names the thing that something is done with: "return a worn jacket". */
function isThing(word: string, { statement, topics }: YesNoQuestion): boolean {
  const words: string[] = statement.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const at = words.indexOf(fold(word));
  const named = new Set(topics.map((topic) => fold(topic.word)));
  const first = words.findIndex((one) => named.has(one));
  if (at <= first || first < 0) return false;
  const between = words.slice(first + 1, at);
  const before = words[at - 1] ?? '';
  const isDetermined = DETERMINER.test(before) || named.has(before);
  return isDetermined && !between.some((one) => PREPOSITION.test(one)) && between.length <= 3;
}
