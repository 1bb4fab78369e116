import { createHash } from 'node:crypto';

/** What a passage is found by in vector space: the title and the headings above it, each once, and its text. Pure. */
export function embedTextOf({
  title,
  heading,
  text,
}: {
  title: string;
  heading: readonly string[];
  text: string;
}): string {
  const context = new Set([title, ...heading].filter((line) => line !== ''));
  return [...context, text].join('\n');
}

/** Key of an embedded text's vectors: SHA-256, hexadecimal. */
export function embedHashOf(embedText: string): string {
  return createHash('sha256').update(embedText).digest('hex');
}
