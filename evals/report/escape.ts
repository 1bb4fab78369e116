import { oneLine } from './text-table.ts';

/** What XML 1.0 cannot hold, even escaped (§2.2): most control characters, lone surrogates, two non-characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** For text and quoted attribute values of HTML and XML. */
export function escapeMarkup(text: string): string {
  return text
    .replace(NOT_XML, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A CSV cell (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP's
 * "CSV Injection" advises: questions and answers are not ours.
 */
export function escapeCsv(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * For a cell of a Markdown table: no markup, no link, no line break, no end of the cell, and no `@name` that tells a person
 * of it (a space of no width parts them).
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&]/gu, '\\$&')
    .replaceAll('://', ':\\//')
    .replace(/www\./giu, (start) => `${start.slice(0, 3)}\\.`)
    .replaceAll('@', '@\u200B')
    .trim();
}
