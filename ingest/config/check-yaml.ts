import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Something in a file that is not as its format wants it. */
export interface FormatIssue {
  path: (string | number)[];
  expected: string;
  got: string;
}

/** One mistake in a file. Lines and columns count from 1. */
export interface FormatMistake {
  line: number;
  column: number;
  /** Such as `stores[1].sources[0].site`; empty for the whole file. */
  path: string;
  expected: string;
  got: string;
}

/** Where a path's key or list item begins, or the nearest thing around it. Lines and columns count from 1. */
export type Locate = (path: (string | number)[]) => { line: number; column: number };

export type CheckedYaml<T> =
  | { ok: true; value: T; locate: Locate }
  /** `file` is what was read, however wrong it is; undefined where the YAML itself is broken. */
  | { ok: false; mistakes: FormatMistake[]; file: unknown; locate: Locate };

/** A format, and the words for what is wrong. */
export interface YamlFormat<T> {
  schema: z.ZodType<T>;
  /** Words for one issue of the schema; several where one issue names several keys. */
  describe: (issue: z.core.$ZodIssue, path: (string | number)[]) => FormatIssue[];
  /** What spans several fields; is given the file as it was read. */
  contradictions: (file: unknown) => FormatIssue[];
}

/**
 * Reads YAML 1.2 (so JSON as well) of a format. Every mistake is reported at once, in the order of the file; only where
 * the YAML itself is broken nothing more can be told. Pure.
 */
export function checkYaml<T>(yaml: string, format: YamlFormat<T>): CheckedYaml<T> {
  const { document, at, locate } = parseLocated(yaml);
  const broken = (offset: number, got: string): FormatMistake => ({
    ...at(offset),
    path: '',
    expected: 'valid YAML',
    got,
  });
  const mistakes = document.errors.map((error) => broken(error.pos[0], error.message));
  // A key given twice still leaves a document that can be checked further.
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) {
    return { ok: false, mistakes, file: undefined, locate };
  }

  let file: unknown;
  try {
    file = document.toJS();
  } catch (error) {
    return { ok: false, mistakes: [broken(0, String(error))], file: undefined, locate };
  }
  const checked = checkValue(file, format);
  if (checked.ok && mistakes.length === 0) return { ok: true, value: checked.value, locate };
  for (const { path, expected, got } of checked.ok ? [] : checked.issues) {
    mistakes.push({ ...locate(path), path: showPath(path), expected, got });
  }
  mistakes.sort((a, b) => a.line - b.line || a.column - b.column);
  return { ok: false, mistakes, file, locate };
}

/** Holds a value that was read already against a format. Pure. */
export function checkValue<T>(
  value: unknown,
  format: YamlFormat<T>,
): { ok: true; value: T } | { ok: false; issues: FormatIssue[] } {
  const checked = format.schema.safeParse(value, { reportInput: true });
  const described = (checked.error?.issues ?? []).flatMap((issue) =>
    format.describe(
      issue,
      issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
    ),
  );
  const issues = [...described, ...format.contradictions(value)];
  return checked.success && issues.length === 0 ? { ok: true, value: checked.data } : { ok: false, issues };
}

/** Where the paths of a YAML text stand. */
export function locateIn(yaml: string): Locate {
  return parseLocated(yaml).locate;
}

function parseLocated(yaml: string) {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): ReturnType<Locate> => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return { document, at, locate: ((path) => at(offsetOf(document, path))) satisfies Locate };
}

/** A path as people write it, such as `stores[1].sources[0].site`. */
export function showPath(path: (string | number)[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

/** Where a path's key or list item begins; the nearest thing around it, where it is missing. */
function offsetOf(document: Document, path: (string | number)[]): number {
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
