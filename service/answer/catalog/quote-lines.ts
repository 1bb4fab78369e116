import type { Evidence, Quote } from '../answerer.ts';

/** Where the lines of a fact passage stand that match, and pass `test` where one is given. */
export function quoteLines(
  piece: Evidence,
  pattern: RegExp,
  test: (line: string) => boolean = () => true,
): Quote[] {
  const quotes: Quote[] = [];
  let start = piece.start;
  for (const line of piece.text.split('\n')) {
    if (pattern.test(line) && test(line))
      quotes.push({ evidence: piece.index, start, end: start + line.length });
    start += line.length + 1;
  }
  return quotes;
}
