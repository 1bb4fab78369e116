import type { SourceDocument } from '../extract/source-document.ts';

/**
 * UTF-16 units of text: a manual of a thousand pages. It makes some 6,000 passages, which the embedded database takes in
 * twenty seconds, and nobody is answered meanwhile.
 */
const LONGEST_TEXT = 3_000_000;

/** @throws Error when a document is longer than anything that people read. */
export function checkDocumentSize({ text }: Pick<SourceDocument, 'text'>): void {
  if (text.length <= LONGEST_TEXT) return;
  throw new Error(
    `expected at most ${LONGEST_TEXT} characters of text, found ${text.length}. Split it into documents of one topic each.`,
  );
}
