import type { Section, SourceDocument } from './source-document.ts';

interface Line {
  start: number;
  end: number;
  /** Index of the section that holds it; null for a heading and for what stands between sections. */
  section: number | null;
}

/**
 * A document without some lines of its prose. Facts and table rows stay whatever is asked, and a heading goes when the
 * lines below it have all gone. The lines that stay are as they were, in order. Pure.
 * @param isDropped asked once for each line of prose, as it stands in the text
 * @returns the document itself when nothing is dropped, or when nothing would be left of it
 */
export function withoutBlocks(
  document: SourceDocument,
  isDropped: (line: string) => boolean,
): SourceDocument {
  const { text, sections } = document;
  const lines = linesOf(text, sections);
  const dropped = new Set<Line>(
    lines.filter(({ start, end, section }) => {
      if (section === null || sections[section]?.shape !== 'prose') return false;
      const line = text.slice(start, end);
      return line.trim() !== '' && isDropped(line);
    }),
  );
  if (dropped.size === 0) return document;
  const kept = new Set(
    lines.flatMap((line) =>
      line.section === null || dropped.has(line) || isBlank(text, line) ? [] : [line.section],
    ),
  );
  if (kept.size === 0) return document;
  const staying = lines.filter((line, at) =>
    line.section === null
      ? !headsNothing(text.slice(line.start, line.end), sections, kept, nextSection(lines, at))
      : kept.has(line.section) && !dropped.has(line),
  );
  return { ...document, ...layOut(text, staying, sections) };
}

function linesOf(text: string, sections: readonly Section[]): Line[] {
  const lines: Line[] = [];
  let section = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    while (section < sections.length && (sections[section]?.end ?? 0) <= start) section += 1;
    const holder = sections[section];
    lines.push({
      start,
      end,
      section: holder && holder.start <= start && start < holder.end ? section : null,
    });
    start = end + 1;
  }
  return lines;
}

const isBlank = (text: string, { start, end }: Line) => text.slice(start, end).trim() === '';

function nextSection(lines: readonly Line[], at: number): number | null {
  return lines.slice(at).find(({ section }) => section !== null)?.section ?? null;
}

/** Whether a heading's lines have all gone: those of the sections from `first` on that stand under it. */
function headsNothing(
  heading: string,
  sections: readonly Section[],
  kept: ReadonlySet<number>,
  first: number | null,
): boolean {
  if (first === null || !sections[first]?.heading.includes(heading)) return false;
  for (let at = first; sections[at]?.heading.includes(heading); at += 1) if (kept.has(at)) return false;
  return true;
}

function layOut(
  text: string,
  lines: readonly Line[],
  sections: readonly Section[],
): Pick<SourceDocument, 'text' | 'sections'> {
  const spans = new Map<number, { start: number; end: number }>();
  let length = -1;
  const laid = lines.map((line) => {
    const start = length + 1;
    length = start + line.end - line.start;
    if (line.section !== null && !isBlank(text, line)) {
      const span = spans.get(line.section);
      if (span) span.end = length;
      else spans.set(line.section, { start, end: length });
    }
    return text.slice(line.start, line.end);
  });
  return {
    text: laid.join('\n'),
    sections: sections.flatMap((section, at) => {
      const span = spans.get(at);
      return span ? [{ ...section, ...span }] : [];
    }),
  };
}
