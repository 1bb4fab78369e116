import { splitSentences } from '../../../ingest/sentences.ts';
import { containsLink, linkPlaceholder } from './hide-links.ts';
import type { RawPart } from './parts-parser.ts';

/** A sentence that may be checked against what it cites. */
export interface CitedSentence {
  text: string;
  /** Positions in the list of evidence, from 0, in the model's order, each once. */
  citations: number[];
}

/** Why a whole part was dropped. */
export type DropReason = 'link' | 'empty' | 'no-valid-citation';

const numberList = String.raw`\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*`;
const mark = new RegExp(
  String.raw`\s*(?:\[\s*(?:passages?\s+|\^)?${numberList}\s*\]|【\s*${numberList}[^】]{0,20}】)`,
  'giu',
);

/**
 * Makes sentences of a part as the model wrote it: without citation marks and Markdown, one sentence each, with citations that
 * exist. Numbers written as text (`"2"`) count; fractions, and numbers of no passage, do not. Where the list of citations is
 * missing, marks in the text count instead.
 * @param passages how many passages the model was given
 * @param locale BCP 47, of the answer
 */
export function cleanPart(part: RawPart, passages: number, locale: string): CitedSentence[] | DropReason {
  if (containsLink(part.text)) return 'link';
  const text = plainText(part.text);
  if (text.replaceAll(linkPlaceholder, '').search(/[\p{L}\p{N}]/u) < 0) return 'empty';
  const cited = citedNumbers(part.citations);
  const numbers = cited.length > 0 ? cited : markedNumbers(part.text);
  const citations = [...new Set(numbers)].filter((n) => n >= 1 && n <= passages).map((n) => n - 1);
  if (citations.length === 0) return 'no-valid-citation';
  return splitSentences(text, locale)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .map((sentence) => ({ text: sentence, citations }));
}

/** What two sentences have in common that say the same in the same words. */
export function sentenceKey(sentence: string): string {
  return (
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|[.,](?=\p{N})|[-+−%$€£]/gu) ?? []
  ).join(' ');
}

function plainText(text: string): string {
  return text
    .replace(mark, '')
    .replace(/^[ \t]*(?:[-*•]|#{1,6})[ \t]+/gmu, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

function citedNumbers(citations: unknown): number[] {
  const list = Array.isArray(citations) ? citations : [citations];
  return list
    .map((item) =>
      typeof item === 'string' && /^\s*\[?\d+\]?\s*$/.test(item) ? Number(item.replace(/\D/g, '')) : item,
    )
    .filter((item): item is number => Number.isInteger(item));
}

function markedNumbers(text: string): number[] {
  const found = text.match(mark) ?? [];
  return found.flatMap((one) => (one.match(/\d+/g) ?? []).map(Number));
}
