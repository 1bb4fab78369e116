import type { SourceDocument } from './source-document.ts';

/** A line of a page's prose, and what it stands beside. */
export interface PageLine {
  key: string;
  text: string;
  /** The headings above it, a line each; null right under the title. */
  heading: string | null;
  /** Keys of the lines before and after it in its section; null at the section's ends. */
  before: string | null;
  after: string | null;
}

/** What lines are compared by: case and white space make no difference, digits do. */
export function lineKey(line: string): string {
  return line.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The lines of a document's prose, facts and table rows left out, in order. */
export function readPageLines({
  text,
  title,
  sections,
}: Pick<SourceDocument, 'text' | 'title' | 'sections'>): PageLine[] {
  return sections.flatMap(({ heading, start, end, shape }) => {
    if (shape !== 'prose') return [];
    const lines = text
      .slice(start, end)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const keys = lines.map(lineKey);
    const path = heading.filter((name) => name !== title);
    return lines.map((line, at) => ({
      key: keys[at] ?? '',
      text: line.trim(),
      heading: path.length === 0 ? null : path.map(lineKey).join('\n'),
      before: keys[at - 1] ?? null,
      after: keys[at + 1] ?? null,
    }));
  });
}
