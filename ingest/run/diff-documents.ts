import { diffArrays } from 'diff';
import type { DocumentDiff } from './report.ts';

/** Changed lines shown of one document. */
const SHOWN_LINES = 20;
/** A document that differs by more lines is another one; telling them apart takes time that grows with the square. */
const MAX_EDITS = 2000;

/**
 * What changes of a document, as lines that leave (`-`) and come (`+`) in reading order, the title first. Pure.
 * @param before as published, and `after` as read.
 */
export function diffDocuments(
  before: { title: string; text: string },
  after: { url: string; title: string; text: string },
): DocumentDiff {
  const lines = [
    ...(before.title === after.title ? [] : [`- title: ${before.title}`, `+ title: ${after.title}`]),
    ...diffLines(linesOf(before.text), linesOf(after.text)),
  ];
  // What is hashed besides the text: kind, locale, headings, facts that have no line.
  const told = lines.length > 0 ? lines : ['~ its structure or product data, not its text'];
  return {
    url: after.url,
    title: after.title,
    lines: told.slice(0, SHOWN_LINES),
    more: Math.max(0, told.length - SHOWN_LINES),
  };
}

function diffLines(before: string[], after: string[]): string[] {
  const parts = diffArrays(before, after, { maxEditLength: MAX_EDITS });
  if (parts === undefined) return [`~ most of its lines: ${before.length} before, ${after.length} now`];
  return parts.flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
