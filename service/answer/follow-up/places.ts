import { AMBIGUOUS } from '../within/country-names.ts';
import { placeAt } from '../within/places.ts';
import { foldInPlace } from './fold-in-place.ts';

/** Before the name of a place; without it "turkey" and "jersey" are things. */
const BEFORE = new Set('to in on from for within outside a en para desde hasta de hacia'.split(' '));
const ARTICLES = new Set(['the', 'el', 'la', 'los', 'las']);

/** Places that a text speaks of as such, with their articles; UTF-16 offsets, in order. */
export function findPlaces(text: string): { start: number; end: number }[] {
  const folded = foldInPlace(text);
  const spans = [...folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const words = spans.map(({ start, end }) => folded.slice(start, end));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = wordsOfName(words, at, text.slice(spans[at]?.start, spans[at]?.end));
    const first = spans[at];
    const last = spans[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    const article = ARTICLES.has(words[at - 1] ?? '') ? spans[at - 1] : undefined;
    const before = words[article === undefined ? at - 1 : at - 2];
    const alone = before === undefined && at + length === words.length;
    if (alone || BEFORE.has(before ?? '')) {
      found.push({ start: article?.start ?? first.start, end: last.end });
      at += length - 1;
    }
  }
  return found;
}

/** @param written the word at `at` as it was written: "us" is no place, "US" is */
function wordsOfName(words: readonly string[], at: number, written: string): number {
  const place = placeAt(words, at);
  // "International" says of orders that they go anywhere; it is no place to put another one for.
  if (place !== null) return place.key === 'worldwide' ? 0 : place.words.length;
  return written === 'US' || AMBIGUOUS.has(words[at] ?? '') ? 1 : 0;
}
