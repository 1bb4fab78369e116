import {
  checkValue,
  type FormatMistake,
  locateIn,
  showPath,
  type YamlFormat,
} from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import { findJsonFault } from './find-json-fault.ts';
import { CASE_FORMAT, HEAD_FORMAT } from './formats.ts';
import type { WrittenCase, WrittenHead } from './suite-format.ts';

/** A mistake in one line; its column counts UTF-16 code units from 1. */
type LineMistake = Omit<FormatMistake, 'line'>;

type CheckedLine<T> = { ok: true; value: T } | { ok: false; mistakes: LineMistake[] };

export type ParsedLine =
  | { kind: 'head'; raw: unknown; checked: CheckedLine<WrittenHead> }
  | { kind: 'case'; raw: unknown; checked: CheckedLine<WrittenCase> };

/** Reads a line of JSONL, every mistake in it at once. Only the first line of a file may be a header. Pure. */
export function parseLine(line: string, { mayBeHead }: { mayBeHead: boolean }): ParsedLine {
  const fault = findJsonFault(line);
  if (fault !== null) {
    const { offset, expected, got } = fault;
    const mistakes = [{ column: offset + 1, path: '', expected: `valid JSON: ${expected}`, got }];
    return { kind: 'case', raw: undefined, checked: { ok: false, mistakes } };
  }
  const raw: unknown = JSON.parse(line);
  return mayBeHead && isHead(raw)
    ? { kind: 'head', raw, checked: check(line, raw, HEAD_FORMAT) }
    : { kind: 'case', raw, checked: check(line, raw, CASE_FORMAT) };
}

/** A header says nothing that every case has to say. */
function isHead(raw: unknown): boolean {
  return isRecord(raw) && !['id', 'question', 'conversation', 'expect'].some((field) => field in raw);
}

function check<T>(line: string, raw: unknown, format: YamlFormat<T>): CheckedLine<T> {
  const checked = checkValue(raw, format);
  if (checked.ok) return checked;
  const locate = locateIn(line);
  const mistakes = checked.issues.map(({ path, expected, got }) => ({
    column: locate(path).column,
    path: showPath(path),
    expected,
    got,
  }));
  return { ok: false, mistakes: mistakes.sort((a, b) => a.column - b.column) };
}
