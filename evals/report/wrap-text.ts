import { oneLine } from './text-table.ts';

/**
 * Lines of at most so many code points, broken between words where that is possible; from the second on they are indented.
 * Control characters go. What is longer than `most` lines ends with an ellipsis. Pure.
 */
export function wrapText(
  text: string,
  { width, indent, most }: { width: number; indent: string; most: number },
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text)
    .split(/\s+/u)
    .flatMap((part) => cut(part, width - indent.length))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (size(longer) <= width) line = longer;
    else {
      lines.push(line);
      line = indent + word;
    }
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')].slice(0, width - 1).join('');
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}

/** A line of at most so many code points; what is cut off leaves an ellipsis. Pure. */
export function clipLine(text: string, width: number): string {
  const points = [...text];
  if (points.length <= width) return text;
  return `${points
    .slice(0, Math.max(0, width - 1))
    .join('')
    .trimEnd()}…`;
}

function cut(word: string, width: number): string[] {
  const points = [...word];
  const pieces: string[] = [];
  for (let at = 0; at < points.length; at += width) pieces.push(points.slice(at, at + width).join(''));
  return pieces;
}

function size(text: string): number {
  return [...text].length;
}
