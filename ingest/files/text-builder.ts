import type { PassageShape } from '../../sql/document.ts';
import { cleanLine } from '../extract/dom.ts';
import type { Section } from '../extract/source-document.ts';

/**
 * Writes a document's text line by line and keeps account of its sections, for sources that are no HTML; as on a web
 * page, the title is not repeated as a heading line.
 */
export interface TextBuilder {
  /** Starts a section under a heading; `level` 1 is outermost. Its line becomes part of the text, unless `silent`. */
  heading(level: number, text: string, silent?: boolean): void;
  /** Adds one block (paragraph, list item, row, fact). White space is made single spaces; an empty line adds nothing. */
  line(text: string, shape?: PassageShape): void;
  build(): { text: string; sections: Section[] };
}

/**
 * @param title the document's title: it is left out of a section's heading unless it is that section's only one.
 */
export function makeTextBuilder(title: string): TextBuilder {
  const sections: Section[] = [];
  const stack: { level: number; text: string }[] = [];
  let text = '';
  let open: Section | null = null;

  const append = (line: string): { start: number; end: number } => {
    if (text !== '') text += '\n';
    const start = text.length;
    text += line;
    return { start, end: text.length };
  };

  const headingPath = (): string[] => {
    const path = stack.map((entry) => entry.text).filter((heading) => heading !== title);
    return path.length > 0 ? path : [title];
  };

  return {
    heading(level, value, silent = false) {
      const line = cleanLine(value);
      if (line === '') return;
      while ((stack.at(-1)?.level ?? 0) >= level) stack.pop();
      stack.push({ level, text: line });
      open = null;
      if (!silent && line !== title) append(line);
    },
    line(value, shape = 'prose') {
      const line = cleanLine(value);
      if (line === '') return;
      const { start, end } = append(line);
      if (open === null || open.shape !== shape) {
        open = { heading: headingPath(), start, end, shape };
        sections.push(open);
      } else open.end = end;
    },
    build: () => ({ text, sections }),
  };
}
