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

/** Quotes of lines that stand one after the other become one. */
export function mergeAdjacent(quotes: Quote[]): Quote[] {
  const merged: Quote[] = [];
  for (const quote of [...quotes].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last?.evidence === quote.evidence && last.end + 1 >= quote.start)
      last.end = Math.max(last.end, quote.end);
    else merged.push({ ...quote });
  }
  return merged;
}
