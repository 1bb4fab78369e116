import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ConfigIssue, configContradictions } from './config-contradictions.ts';
import { configFormat, knownKeys, type StoreConfig } from './config-format.ts';
import { nearestName } from './nearest-name.ts';

/** One mistake in `aisle.yaml`. Lines and columns count from 1. */
interface ConfigMistake {
  line: number;
  column: number;
  /** Such as `stores[1].sources[0].site`; empty for the whole file. */
  path: string;
  expected: string;
  got: string;
}

export type ParsedConfig = { ok: true; stores: StoreConfig[] } | { ok: false; mistakes: ConfigMistake[] };

type Path = (string | number)[];

/**
 * Reads `aisle.yaml`. Every mistake is reported at once, in the order of the file; only where the YAML itself is
 * broken nothing more can be told. Pure.
 */
export function parseConfig(yaml: string): ParsedConfig {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const mistakes: ConfigMistake[] = document.errors.map((error) => ({
    ...at(error.pos[0]),
    path: '',
    expected: 'valid YAML',
    got: error.message,
  }));
  // A key given twice still leaves a document that can be checked further.
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return { ok: false, mistakes };

  let file: unknown;
  try {
    file = document.toJS();
  } catch (error) {
    return { ok: false, mistakes: [{ ...at(0), path: '', expected: 'valid YAML', got: String(error) }] };
  }
  const checked = configFormat.safeParse(file, { reportInput: true });
  for (const issue of [...(checked.error?.issues.flatMap(toIssues) ?? []), ...configContradictions(file)]) {
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
  const { store, stores = [] } = checked.data;
  return { ok: true, stores: store === undefined ? stores : [store] };
}

function toIssues(issue: z.core.$ZodIssue): ConfigIssue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code !== 'unrecognized_keys')
    return [{ path, expected: expectedBy(issue), got: show(issue.input) }];
  const keys = knownKeys(path);
  return issue.keys.map((key) => {
    const nearest = nearestName(key, keys);
    const hint = nearest === null ? '' : `; did you mean ${nearest}?`;
    return {
      path: [...path, key],
      expected: `one of ${keys.join(', ')}`,
      got: `${JSON.stringify(key)}${hint}`,
    };
  });
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') {
    return issue.origin === 'array' ? `a list of at least ${issue.minimum}` : `at least ${issue.minimum}`;
  }
  return issue.message;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'keys with values';
  const json = JSON.stringify(value) ?? String(value);
  const shown = json.length > 80 ? `${json.slice(0, 79)}…` : json;
  return typeof value === 'string' ? shown : `the ${typeof value} ${shown}`;
}

function showPath(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/** Where a path's key or list item begins; the nearest thing around it, where it is missing. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const name = parent.items.find((item) => isScalar(item.key) && item.key.value === key)?.key;
      if (isScalar(name) && name.range) return name.range[0];
      continue;
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}
