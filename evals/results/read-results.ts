import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { describeError } from '../describe-error.ts';
import { fromLine, type PlacedResult } from './result-line.ts';

/**
 * Reads `cases.jsonl` line by line, or a range of it.
 *
 * @param range bytes, `end` not included; it begins and ends where a line does.
 * @throws Error that names file and line, where one is not the record of a case.
 */
export async function* readResults(
  path: string,
  range?: { start: number; end: number },
): AsyncGenerator<{ suite: string; placed: PlacedResult }> {
  if (range !== undefined && range.end <= range.start) return;
  // The stream's own `end` is included.
  const input = createReadStream(path, { ...(range && { start: range.start, end: range.end - 1 }) });
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      yield parse(line, `${path}:${number}`);
    }
  } finally {
    lines.close();
    input.destroy();
  }
}

function parse(line: string, place: string): ReturnType<typeof fromLine> {
  try {
    return fromLine(line);
  } catch (cause) {
    throw new Error(`${place}: not the record of a case: ${describeError(cause)}`, { cause });
  }
}
