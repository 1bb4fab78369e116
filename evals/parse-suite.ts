import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Suite, suiteFormat, toSuite } from './suite.ts';
import { type FormatIssue, suiteContradictions } from './suite-contradictions.ts';

/** One mistake in a suite file. Lines and columns count from 1. */
export interface SuiteMistake {
  line: number;
  column: number;
  /** Where in the document: `cases[2].expect.status`; empty for the whole. */
  path: string;
  expected: string;
  got: string;
}

export type ParsedSuite = { ok: true; suite: Suite } | { ok: false; mistakes: SuiteMistake[] };

/**
 * Reads a suite from YAML 1.2 (so JSON as well). Every mistake is reported at once, in the order of the file; only
 * where the YAML itself is broken nothing behind it is looked at. Pure.
 */
export function parseSuite(yaml: string): ParsedSuite {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes: SuiteMistake[] = document.errors.map((error) => ({
    ...at(error.pos[0]),
    path: '',
    expected: 'valid YAML',
    got: error.message,
  }));
  // Keys given twice still leave a document that can be checked further.
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return { ok: false, mistakes };

  let file: unknown;
  try {
    file = document.toJS();
  } catch (error) {
    return { ok: false, mistakes: [{ ...at(0), path: '', expected: 'valid YAML', got: String(error) }] };
  }
  const checked = suiteFormat.safeParse(file, { reportInput: true });
  const issues = [...(checked.error?.issues.flatMap(toFormatIssues) ?? []), ...suiteContradictions(file)];
  for (const issue of issues) {
    mistakes.push({
      ...at(offsetOf(document, issue.path)),
      path: showPath(issue.path),
      expected: issue.expected,
      got: issue.got,
    });
  }
  if (!checked.success || mistakes.length > 0) {
    return { ok: false, mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { ok: true, suite: toSuite(checked.data) };
}

function toFormatIssues(issue: z.core.$ZodIssue): FormatIssue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      expected: 'a field of the suite format',
      got: key,
    }));
  }
  return [{ path, expected: expectedBy(issue), got: show(issue.input) }];
}

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') {
    return issue.origin === 'array' ? `at least ${issue.minimum} entry` : `at least ${issue.minimum}`;
  }
  if (issue.code === 'invalid_union') {
    return [...new Set(issue.errors.flat().map((inner) => expectedBy(inner)))].join(' or ');
  }
  return issue.message;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  if (type === 'null') return 'null';
  const json = JSON.stringify(value) ?? String(value);
  return `${type} ${json.length > 80 ? `${json.slice(0, 79)}…` : json}`;
}

function showPath(path: (string | number)[]): string {
  return path.reduce<string>((shown, key) => {
    if (typeof key === 'number') return `${shown}[${key}]`;
    return shown === '' ? key : `${shown}.${key}`;
  }, '');
}

/** Where the value at a path begins; its key, for a field that should not be there; its parent, if it is missing. */
function offsetOf(document: Document, path: (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const parent: unknown = length === 0 ? null : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      const node = pair?.key;
      if (isScalar(node) && node.range) return node.range[0];
      continue;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}
