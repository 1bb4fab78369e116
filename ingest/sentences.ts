import { abbreviationRules, sentenceStarters } from './abbreviations.ts';

/** `[start, end)` in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A labelled line longer than this holds running text after its label (`Care: Wash cold. Do not tumble dry. …`), so that
 * one sentence of it is the better quote; a shorter one reads only as a whole (`Material: Wool. Lined.`).
 */
const LONGEST_FACT_LINE = 200;

const label = String.raw`[\p{L}\p{N}(#%$€£][^:;\n]{0,79}:\s`;
const factLine = new RegExp(`^${label}`, 'u');
const cellLabel = new RegExp(String.raw`(?:^|;\s)${label}`, 'gu');

// Ends of sentences: runs of stops with the quotes and brackets that close after them.
const stop = /([.!?…؟۔।]+|[。！？｡]+)["'”’»›)\]}」』】）]*/gu;
const opening = /^["'“‘«‹([{¿¡*_「『【（]+/u;
const clock = /^[ap]\.?\s?m$/u;
const afterClock =
  /^(?:\p{Lu}{2,}\b|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)|(?:Eastern|Central|Mountain|Pacific)\b)/u;

/**
 * The sentences of a passage's text, in order: trimmed, never empty, never overlapping. A newline always ends one; a table
 * row that names its columns (`Region: Canada; Time: 5 days`) and a short fact line (`Price: $129.00`) are one each.
 * @param text lines of prose, rows or facts, as a section of a document holds them
 * @param locale BCP 47; only languages whose stops mean something else, as ordinals in German, need it
 */
export function splitSentences(text: string, locale: string): Span[] {
  const spans: Span[] = [];
  let lineStart = 0;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = text.slice(lineStart, lineEnd);
    const cuts = isOneSentence(line) ? [] : sentenceEnds(line, locale);
    let from = 0;
    for (const cut of [...cuts, line.length]) {
      const piece = line.slice(from, cut);
      const trimmed = piece.trim();
      if (trimmed !== '') {
        const start = lineStart + from + piece.indexOf(trimmed);
        spans.push({ start, end: start + trimmed.length });
      }
      from = cut;
    }
    lineStart = lineEnd + 1;
  }
  return spans;
}

function isOneSentence(line: string): boolean {
  const trimmed = line.trimStart();
  if (trimmed.length <= LONGEST_FACT_LINE && factLine.test(trimmed)) return true;
  return isTableRow(trimmed);
}

/** Whether a line reads `A: x; B: y`: at least two labelled cells. */
function isTableRow(line: string): boolean {
  const labels = line.match(cellLabel) ?? [];
  // A label that itself holds the end of a sentence is running text with a colon and a semicolon in it.
  return labels.length > 1 && !labels.some((text) => /[.!?]\s/u.test(text));
}

/** Offsets in `line` just after each sentence but the last. */
function sentenceEnds(line: string, locale: string): number[] {
  const ends: number[] = [];
  for (const match of line.matchAll(stop)) {
    const end = match.index + match[0].length;
    const marks = match[1] ?? '';
    if (end >= line.length) break;
    if (/[。！？｡]/u.test(marks)) ends.push(end);
    else if (/\s/u.test(line[end] ?? '') && endsSentence(line, match.index, marks, end, locale))
      ends.push(end);
  }
  return ends;
}

/** Whether the stops `marks` at `at`, with white space from `end` on, end a sentence. */
function endsSentence(line: string, at: number, marks: string, end: number, locale: string): boolean {
  const next = line
    .slice(end, end + 80)
    .trimStart()
    .replace(opening, '');
  if (next === '' || /^[-–—,;:&/+=]/u.test(next)) return false;
  const closed = end > at + marks.length;
  if (/^\p{Ll}/u.test(next)) return !closed && !/[.…]/u.test(marks) && !/^[!?]{1,3}$/.test(marks.slice(1));
  if (marks !== '.' || closed) return true;
  return !isAbbreviation(line, at, next, locale);
}

/** Whether the single stop at `at` belongs to the word before it, and `next` goes on with the sentence. */
function isAbbreviation(line: string, at: number, next: string, locale: string): boolean {
  const before = line.slice(Math.max(0, at - 40), at);
  const word = (before.match(/[^\s([{"'“‘«¿¡/–—]*$/u)?.[0] ?? '').normalize('NFC');
  const key = word.toLowerCase();
  const starter = sentenceStarters.has((next.match(/^[\p{L}'’]+/u)?.[0] ?? '').toLowerCase());
  const number = /^[#$€£¥]?\s?\p{N}/u.test(next);

  if (/^\p{N}{1,3}$/u.test(word) && before.trim() === word && at <= 4) return true; // `1. Pack it`
  if (/^\p{N}{1,2}$/u.test(word) && /^(?:de|da|nb|no|fi|cs|et|hu)\b/.test(locale)) return !starter; // ordinals
  if (clock.test(key)) return afterClock.test(next);
  switch (abbreviationRules.get(key)) {
    case 'continues':
      return true;
    case 'before-number':
      return number;
    case 'unless-starter':
      return !starter;
  }
  // Initials: `J. Smith`, `D.C. United`; a sentence that ends in one (`Vitamin C. It helps`) goes on with a starter.
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return !starter;
  return false;
}
