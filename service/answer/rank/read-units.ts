import { type WordPart, wordParts } from '../../../ingest/analysis/analyze.ts';
import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { type Span, splitSentences } from '../../../ingest/sentences.ts';
import { conceptAt } from '../words/thesaurus.ts';
import { bylineLength, isByline, starsLength } from './review-byline.ts';

/** Passages and headings that are kept as read: a passage of 220 tokens takes some 5 kB. */
const MOST_KEPT = 2_000;

/** A text as it is held against the terms of a question. */
export interface ReadText {
  text: string;
  /** In order, without function words. */
  words: readonly WordPart[];
  /** Lexemes of the concepts that it names by a phrase ("send it back"), in order. */
  phrases: readonly ReadonlySet<string>[];
}

/** A sentence, row or fact of a passage, with its offsets there. */
export type ReadUnit = ReadText & Span;

/** @returns the sentences, rows and facts of a passage, without the names and stars of reviews. Pure. */
export const readUnits: (text: string, locale: string) => readonly ReadUnit[] = remember(
  MOST_KEPT,
  (text: string, locale: string) =>
    splitSentences(text, locale).flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      if (isByline(sentence)) return [];
      const from = start + bylineLength(sentence);
      const to = end - starsLength(text.slice(from, end));
      return { start: from, end: to, ...read(text.slice(from, to), locale) };
    }),
);

/** Reads a title or heading as one text. Pure. */
export const readWords: (text: string, locale: string) => ReadText = remember(MOST_KEPT, read);

/** All words of a text, function words too. Pure. */
export const readLexemes: (text: string, locale: string) => ReadonlySet<string> = remember(
  MOST_KEPT,
  (text: string, locale: string) => new Set(wordParts(text, locale).map(({ lexeme }) => lexeme)),
);

function read(text: string, locale: string): ReadText {
  const parts = wordParts(text, locale);
  const folded = parts.map(({ word }) => fold(word));
  const phrases = folded.flatMap((_, at) => {
    const found = conceptAt(folded, at);
    return found === null || found.positions.length === 1 ? [] : [found.concept.lexemes];
  });
  return { text, words: parts.filter(({ stop }) => !stop), phrases };
}
