import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { foldInPlace } from './fold-in-place.ts';
import { type SpokenValue, spokenValues } from './spoken-values.ts';

/** Words around a value that say nothing more. */
const FILLERS = new Set(
  `in to for from on by with of at any the a an one ones some that are is it colour color colors made only just maybe instead anything something anyone some more cheaper got have
en a para de desde por con el la los las un una unos unas color algo alguno alguna algunos algunas cualquiera hay tienen teneis que sean sea solo mejor lo`.split(
    /\s+/,
  ),
);
/** What joins a value to a question that has none of its kind. */
const JOINS: Record<string, [english: string, spanish: string]> = {
  color: ['in', 'en'],
  size: ['in', 'en'],
  place: ['to', 'a'],
  brand: ['by', 'de'],
  day: ['on', 'los'],
  price: ['', ''],
  material: ['in', 'de'],
};
const BEGINS_WITH_PREPOSITION =
  /^(?:in|to|for|from|on|by|with|without|of|at|under|over|below|above|between|less|more|en|para|de|desde|por|con|sin|a|hasta|entre|menos|mas)\s/u;

/**
 * The earlier question with the values that a fragment names in place of its own, or with them added: "and in blue?" after
 * "Do you have red jackets?" asks "Do you have blue jackets?".
 * @param fragment without the words by which it goes on.
 * @returns null where the fragment says more than values, or names nothing that the question could hold. Pure.
 */
export function replaceValues(
  question: string,
  fragment: string,
  locale: string,
  vocabulary: Vocabulary,
): string | null {
  const own = spokenValues(fragment, locale, vocabulary);
  const values = own.length > 0 ? own : bareSize(fragment);
  if (values.length === 0 || !saysNoMore(fragment, values)) return null;
  const known = new Set(spokenValues(question, locale, vocabulary).map(({ kind }) => kind));
  const ofProducts = asksOfProducts(question, known, locale, vocabulary);
  let changed = question;
  let added = false;
  for (const value of values) {
    const before = known.has(value.kind)
      ? lastRun(changed, spokenValues(changed, locale, vocabulary), value.kind)
      : undefined;
    if (before !== undefined) changed = replaceOne(changed, before, fragment, value, locale);
    else if (value.kind in JOINS && own.length > 0 && (ofProducts || OF_STORES.has(value.kind))) {
      if (!added) changed = append(changed, joined(fragment, values, locale));
      added = true;
    } else return null;
  }
  return changed;
}

/** What also a store's services have; the other values only its products have. */
const OF_STORES = new Set(['place', 'day', 'method']);

/** What "to Quintana Roo, to Cancún" names is one place, so that both give way to another one. */
const SAME_PLACE = /^\s*,\s*(?:(?:in|to|at|en|a)\s+)?$/iu;

/** The last value of a kind; of places, those before it that it is in as well. */
function lastRun(question: string, values: SpokenValue[], kind: string): SpokenValue | undefined {
  const own = values.filter((value) => value.kind === kind);
  const last = own.at(-1);
  if (last === undefined || kind !== 'place') return last;
  let { start } = last;
  for (const one of own.slice(0, -1).reverse()) {
    if (!SAME_PLACE.test(question.slice(one.end, start))) break;
    start = one.start;
  }
  return { ...last, start };
}

function asksOfProducts(
  question: string,
  kinds: ReadonlySet<string>,
  locale: string,
  vocabulary: Vocabulary,
): boolean {
  return (
    [...kinds].some((kind) => !OF_STORES.has(kind)) ||
    lexemes(question, locale).some((lexeme) => vocabulary.nouns.has(lexeme))
  );
}

/** "and M?", "y la 40" after a question that names a size. */
function bareSize(fragment: string): SpokenValue[] {
  const match = /^(?:an? |una? |la |el )?(\d?x{0,3}[sml]|\d{2}(?:[.,]5)?)$/i.exec(fragment.trim());
  if (match === null) return [];
  const start = fragment.length - (match[1]?.length ?? 0);
  return [{ kind: 'size', start, end: fragment.length }];
}

function saysNoMore(fragment: string, values: SpokenValue[]): boolean {
  let rest = '';
  let from = 0;
  for (const { start, end } of values) {
    rest += `${fragment.slice(from, start)} `;
    from = end;
  }
  rest += fragment.slice(from);
  return (foldInPlace(rest).match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => FILLERS.has(word));
}

function replaceOne(
  question: string,
  before: SpokenValue,
  fragment: string,
  value: SpokenValue,
  locale: string,
): string {
  let { start } = before;
  let text = fragment.slice(value.start, value.end);
  if (value.kind === 'size') {
    // Of "in size M" and "in L" only the size itself is another one.
    text = /[\p{L}\p{N}.,/]+$/u.exec(text)?.[0] ?? text;
    start =
      before.end - (/[\p{L}\p{N}.,/]+$/u.exec(question.slice(before.start, before.end))?.[0].length ?? 0);
  } else if (value.kind === 'color' && locale.startsWith('es')) {
    // "chaquetas rojas" and "en azul": the color need not agree with its noun.
    const follows = /\ben\s+$/iu.test(question.slice(0, start));
    if (!follows && /\ben\s+$/iu.test(fragment.slice(0, value.start))) text = `en ${text}`;
  }
  return question.slice(0, start) + text + question.slice(before.end);
}

function joined(fragment: string, values: SpokenValue[], locale: string): string {
  const plain = fragment.trim();
  if (BEGINS_WITH_PREPOSITION.test(foldInPlace(plain))) return lowerFirst(plain);
  const [first] = values;
  const word = JOINS[first?.kind ?? '']?.[locale.startsWith('es') ? 1 : 0] ?? '';
  const text = fragment.slice(first?.start, values.at(-1)?.end);
  if (first?.kind === 'price') return lowerFirst(text);
  return /^(?:in|en)\s/i.test(text) ? text : `${word} ${text}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Adds words to a question, before its mark. */
export function append(question: string, words: string): string {
  const mark = /[\s?.!]*$/.exec(question)?.[0] ?? '';
  return `${question.slice(0, question.length - mark.length)} ${words.trim()}${mark}`;
}
