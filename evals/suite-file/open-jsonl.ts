import { type Locate, locateIn } from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import type { SuiteCase } from '../suite.ts';
import { parseLine } from './parse-line.ts';
import { readLines } from './read-lines.ts';
import { SuiteError } from './suite-error.ts';
import type { SuiteFile, SuiteFileContext } from './suite-file.ts';
import { type SuiteHead, salvageHead, toSuiteHead } from './suite-head.ts';
import { toSuiteCase } from './to-suite-case.ts';

/**
 * Opens a file with a case a line. It is read through once, for its mistakes; its cases are then read from it each time
 * that they are asked for, so that no more than one of them stands in memory.
 *
 * @throws what reading the file throws.
 */
export async function openJsonl({ file, path, mistakes, ids }: SuiteFileContext): Promise<SuiteFile> {
  let head: SuiteHead | null = null;
  let locate: Locate = () => ({ line: 1, column: 1 });
  let count = 0;
  let isFirst = true;
  for await (const { line, text } of readLines(path)) {
    const { kind, raw, checked } = parseLine(text, { mayBeHead: isFirst });
    isFirst = false;
    for (const mistake of checked.ok ? [] : checked.mistakes) mistakes.add({ file, line, ...mistake });
    if (kind === 'head') {
      head = checked.ok ? toSuiteHead(checked.value) : salvageHead(raw);
      locate = (place) => ({ ...locateIn(text)(place), line });
      continue;
    }
    count += 1;
    if (isRecord(raw) && typeof raw.id === 'string') {
      ids.claim(raw.id, { file, line, column: () => locateIn(text)(['id']).column, path: 'id' });
    }
  }
  const settled = head ?? salvageHead(undefined);
  if (count === 0 && settled.include.length === 0) {
    mistakes.add({ file, line: 1, column: 1, path: '', expected: 'a case a line', got: 'no case' });
  }
  return {
    file,
    path,
    head: settled,
    locate,
    cases: { count, read: () => readCases({ file, path, count, tags: settled.tags }) },
  };
}

async function* readCases(from: {
  file: string;
  path: string;
  count: number;
  tags: string[];
}): AsyncGenerator<SuiteCase> {
  let read = 0;
  let isFirst = true;
  for await (const { line, text } of readLines(from.path)) {
    const { kind, checked } = parseLine(text, { mayBeHead: isFirst });
    isFirst = false;
    if (kind === 'head') continue;
    if (!checked.ok) throw new SuiteError(`${from.file}:${line}: ${CHANGED}`);
    read += 1;
    yield toSuiteCase(checked.value, from.tags);
  }
  if (read !== from.count) throw new SuiteError(`${from.file}: ${CHANGED}`);
}

const CHANGED = 'expected the cases that were checked before the run, got a file that has changed since';
