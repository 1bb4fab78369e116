import type { PassageShape } from '../../sql/document.ts';
import { type Block, BOLD_LEVEL } from './blocks.ts';
import type { Section } from './source-document.ts';

/** A heading without text below it of at least this many words says something by itself, and is kept as a line. */
const TELLING_WORDS = 4;

interface Open {
  level: number;
  text: string;
}

/**
 * Lays blocks out as a document's text and its sections (see {@link Section}): one line each, a section for each stretch of
 * lines of one shape under one heading path. The title is not repeated as a heading line.
 */
export function buildText(blocks: Block[], title: string): { text: string; sections: Section[] } {
  const lines: string[] = [];
  const sections: Section[] = [];
  const path: Open[] = [];
  /** Lengths of `path` below which headings may not close anything. */
  const scopes: number[] = [];
  let length = 0;
  let current: Section | undefined;

  const append = (line: string): { start: number; end: number } => {
    const start = lines.length === 0 ? 0 : length + 1;
    lines.push(line);
    length = start + line.length;
    return { start, end: length };
  };
  const addLine = (line: string, shape: PassageShape, voice: Section['voice']) => {
    const span = append(line);
    const names = path.map((open) => open.text).filter((text) => text !== '' && text !== title);
    const heading = names.length > 0 ? names : [title];
    if (current?.shape === shape && current.voice === voice && samePath(current.heading, heading))
      current.end = span.end;
    else {
      current = { heading, ...span, shape, ...(voice === undefined ? {} : { voice }) };
      sections.push(current);
    }
  };
  const addHeading = (text: string) => {
    if (text === '') return;
    current = undefined;
    if (text !== title) append(text);
  };

  for (const block of withTellingHeadings(blocks)) {
    if (block.type === 'line') addLine(block.text, block.shape, block.voice);
    else if (block.type === 'heading') {
      const floor = scopes.at(-1) ?? 0;
      while (path.length > floor && (path.at(-1)?.level ?? 0) >= block.level) path.pop();
      addHeading(block.text);
      path.push({ level: block.level, text: block.text });
    } else if (block.type === 'open') {
      // An accordion's button often stands in a heading that has just been read.
      const repeated = path.at(-1)?.text === block.text;
      if (!repeated) addHeading(block.text);
      path.push({ level: 0, text: repeated ? '' : block.text });
      scopes.push(path.length);
    } else {
      path.length = Math.min(path.length, Math.max(0, (scopes.pop() ?? 1) - 1));
    }
  }
  return { text: lines.join('\n'), sections };
}

const samePath = (left: string[], right: string[]) =>
  left.length === right.length && left.every((text, at) => text === right[at]);

/** Turns headings that nothing follows into lines, if they say something. */
function withTellingHeadings(blocks: Block[]): Block[] {
  return blocks.map((block, at) => {
    if (block.type !== 'heading') return block;
    const next = blocks[at + 1];
    const childless =
      next === undefined || next.type === 'close' || (next.type === 'heading' && next.level <= block.level);
    const telling = block.level === BOLD_LEVEL || block.text.split(/\s+/).length >= TELLING_WORDS;
    return childless && telling ? { type: 'line', text: block.text, shape: 'prose' } : block;
  });
}
