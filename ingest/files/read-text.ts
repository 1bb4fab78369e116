import type { Section } from '../extract/source-document.ts';
import { makeTextBuilder } from './text-builder.ts';
import { titleFromPath } from './title-from-path.ts';

const MAX_HEADING = 80;
/** Text whose lines reach this far was wrapped by hand or by an editor; shorter lines are lines of their own. */
const MIN_WRAP = 50;
const LIST_ITEM = /^(?:[•◦▪‣*+–—-]\s+|\(?(?:\d{1,3}|[a-z])[.)]\s+)/i;

/**
 * Reads plain text: blank lines separate paragraphs, wrapped lines are joined, a short line alone or underlined
 * with `===` or `---` is a heading; the first one, before anything else, is the title.
 * @param path gives the title where the text has none.
 */
export function readText(
  path: string,
  content: string,
): { title: string; text: string; sections: Section[] } {
  const blocks = content
    .replace(/\r\n?|\u2028|\u2029|\f/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .filter((lines) => lines.length > 0)
    .flatMap(splitUnderlined);
  const isHeading = (index: number): boolean =>
    looksLikeHeading(blocks[index] ?? [], index + 1 < blocks.length);
  const first = blocks[0]?.[0];
  const title = first !== undefined && isHeading(0) ? headingText(first) : titleFromPath(path);
  const builder = makeTextBuilder(title);
  for (const [index, lines] of blocks.entries()) {
    const only = lines[0];
    if (only !== undefined && isHeading(index)) builder.heading(index === 0 ? 1 : 2, headingText(only));
    else for (const line of joinWrapped(lines)) builder.line(line);
  }
  return { title, ...builder.build() };
}

/** A heading underlined with `===` or `---` becomes a block of its own, with a mark; lone rules are left out. */
function splitUnderlined(lines: string[]): string[][] {
  const blocks: string[][] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) blocks.push(open);
    open = [];
  };
  for (const line of lines) {
    const heading = /^(?:={3,}|-{3,}|~{3,})$/.test(line) ? open.pop() : undefined;
    if (heading !== undefined) {
      close();
      blocks.push([`# ${heading}`]);
    } else if (!/^[=\-~_*]{3,}$/.test(line)) open.push(line);
  }
  close();
  return blocks;
}

function looksLikeHeading(lines: string[], followed: boolean): boolean {
  const [line] = lines;
  if (line === undefined || lines.length !== 1 || !followed) return false;
  if (/^#{1,6}\s/.test(line)) return true;
  if (line.length > MAX_HEADING || /[.!?;,]$/.test(line)) return false;
  return /\p{Lu}/u.test(line) && !/^[•◦▪‣*+–—-]\s/.test(line) && line.split(/\s+/).length <= 10;
}

function headingText(line: string): string {
  return line.replace(/^#{1,6}\s+/, '').replace(/:$/, '');
}

/** Joins a paragraph's lines where they were wrapped: the line before is nearly as long as the longest. */
function joinWrapped(lines: string[]): string[] {
  const longest = Math.max(...lines.map((line) => line.length));
  const joined: string[] = [];
  let previous = '';
  for (const line of lines) {
    const wrapped = longest >= MIN_WRAP && previous.length >= longest * 0.7 && !LIST_ITEM.test(line);
    const last = joined.length - 1;
    if (wrapped && last >= 0) joined[last] = `${joined[last]} ${line}`;
    else joined.push(line);
    previous = line;
  }
  return joined;
}
