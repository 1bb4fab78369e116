import { createReadStream } from 'node:fs';
import { SuiteError } from './suite-error.ts';

/** UTF-16 code units of a line; a case with all its turns needs far less. */
const LONGEST = 4_194_304;

/**
 * Lines of a text file that are not blank, with their numbers from 1; one at a time stands in memory. Only a line feed
 * ends a line (with or without a carriage return before it): U+2028 may stand in a JSON text, where Node's readline
 * would cut.
 *
 * @throws SuiteError for a line of more than 4 Mi characters, and what reading the file throws.
 */
export async function* readLines(path: string): AsyncGenerator<{ line: number; text: string }> {
  let line = 1;
  let rest = '';
  const chunks: AsyncIterable<string> = createReadStream(path, { encoding: 'utf8' });
  for await (const chunk of chunks) {
    const pieces = (rest + chunk).split('\n');
    rest = pieces.pop() ?? '';
    for (const text of pieces) {
      if (text.trim() !== '') yield { line, text: withoutMarks(text, line) };
      line += 1;
    }
    if (rest.length > LONGEST) {
      throw new SuiteError(
        `${path}:${line}:1: expected a case a line, got a line of more than ${LONGEST} characters`,
      );
    }
  }
  if (rest.trim() !== '') yield { line, text: withoutMarks(rest, line) };
}

function withoutMarks(text: string, line: number): string {
  const withoutReturn = text.endsWith('\r') ? text.slice(0, -1) : text;
  return line === 1 ? withoutReturn.replace(/^\uFEFF/u, '') : withoutReturn;
}
