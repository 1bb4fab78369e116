import { splitSentences } from '../../../ingest/sentences.ts';
import type { Evidence } from '../answerer.ts';

/** Stands where a passage was cut. */
const CUT = '…';

/**
 * The text of a passage within a number of tokens: whole sentences or rows around the best one, in their order. A single
 * sentence that is longer is cut at a word. Pure.
 * @param best offsets of the sentence to keep, into the document's text; null: the first.
 */
export function trimPassage(
  { text, start, locale }: Pick<Evidence, 'text' | 'start' | 'locale'>,
  best: { start: number } | null,
  limit: number,
  countTokens: (text: string) => number,
): string {
  if (countTokens(text) <= limit) return text;
  const spans = splitSentences(text, locale);
  const centre =
    best === null
      ? 0
      : Math.max(
          0,
          spans.findIndex((span) => start + span.end > best.start),
        );
  let [from, to] = [centre, centre];
  const slice = (first: number, last: number): string =>
    text.slice(spans[first]?.start ?? 0, spans[last]?.end ?? text.length);
  const fits = (first: number, last: number): boolean =>
    first >= 0 && last < spans.length && countTokens(slice(first, last)) <= limit;
  if (!fits(from, to)) return cutWords(slice(from, to), limit, countTokens);
  for (let grown = true; grown; ) {
    grown = false;
    // What follows a sentence is more often its condition than what stands before it.
    if (fits(from, to + 1)) [to, grown] = [to + 1, true];
    if (fits(from - 1, to)) [from, grown] = [from - 1, true];
  }
  return `${from > 0 ? `${CUT} ` : ''}${slice(from, to)}${to < spans.length - 1 ? ` ${CUT}` : ''}`;
}

/** The longest beginning, to a word, that has no more tokens. */
function cutWords(text: string, limit: number, countTokens: (text: string) => number): string {
  const ends = [...text.matchAll(/\s+/gu)].map(({ index }) => index);
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countTokens(text.slice(0, ends[middle - 1])) <= limit) low = middle;
    else high = middle - 1;
  }
  // A run without white space has no word to cut at; a token has one character at least.
  return `${low > 0 ? text.slice(0, ends[low - 1]) : text.slice(0, limit)} ${CUT}`;
}
