import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  visit,
  type YAMLSeq,
} from 'yaml';
import { UsageError } from '../usage-error.ts';

/** A case as it is written to a file. */
export interface NewCase {
  /** Lines that stand above it, where the format has comments. */
  comment: string[];
  entry: Record<string, unknown> & { id: string };
}

/**
 * Adds cases to the end of a suite file. What stands in it keeps its layout and its comments; only a list in brackets, and
 * JSON, is written anew. Pure.
 *
 * @param path tells the format: `.jsonl` and `.ndjson`, `.json`, YAML else.
 * @param head fields that a file which is empty begins with.
 * @throws UsageError for a file that is no suite.
 */
export function appendCases(
  text: string,
  path: string,
  cases: readonly NewCase[],
  head: Record<string, unknown>,
): string {
  if (cases.length === 0) return text;
  const entries = cases.map(({ entry }) => entry);
  if (/\.(?:jsonl|ndjson)$/iu.test(path)) {
    const lines = [...(text.trim() === '' ? [head] : []), ...entries].map((line) => JSON.stringify(line));
    return `${endLine(text)}${lines.join('\n')}\n`;
  }
  if (/\.json$/iu.test(path)) return appendJson(text, path, entries, head);
  return appendYaml(text, path, cases, head);
}

function appendJson(text: string, path: string, entries: unknown[], head: Record<string, unknown>): string {
  let suite: { cases?: unknown };
  try {
    suite = text.trim() === '' ? head : JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path}: expected a suite in JSON, got ${(cause as Error).message}`);
  }
  const before = Array.isArray(suite.cases) ? suite.cases : [];
  return `${JSON.stringify({ ...suite, cases: [...before, ...entries] }, null, 2)}\n`;
}

function appendYaml(
  text: string,
  path: string,
  cases: readonly NewCase[],
  head: Record<string, unknown>,
): string {
  const suite = parseDocument(text);
  const [fault] = suite.errors;
  if (fault) throw new UsageError(`${path}: expected a suite in YAML, got ${fault.message}`);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = (indent: number) => toYaml(cases, indent).replaceAll('\n', newline);
  if (suite.contents === null) return `${endLine(text)}${stringify(head)}cases:\n${toYaml(cases, 2)}`;
  if (!isMap(suite.contents)) throw new UsageError(`${path}: expected a suite, got something else`);
  const list = suite.get('cases', true) as Node | undefined;
  if (list === undefined) return `${endLine(text)}cases:${newline}${lines(2)}`;
  if (isSeq(list) && list.flow !== true && list.items.length > 0) {
    const { indent, end } = placeOf(list, text);
    return `${endLine(text.slice(0, end))}${lines(indent)}${text.slice(end)}`;
  }
  const before = isSeq(list) ? list.items : [];
  const added = parseDocument(toYaml(cases, 0)).contents as YAMLSeq;
  added.items.unshift(...before);
  suite.set('cases', added);
  return suite.toString({ lineWidth: 0 });
}

/** Where a list's items begin in their lines, and where the line after the last of them begins. */
function placeOf(list: YAMLSeq, text: string): { indent: number; end: number } {
  const start = list.range?.[0] ?? 0;
  const last = list.items.at(-1) as Node | undefined;
  const written = text.slice(0, last?.range?.[1] ?? text.length).trimEnd().length;
  const newline = text.indexOf('\n', written);
  return {
    indent: start - (text.lastIndexOf('\n', start - 1) + 1),
    end: newline === -1 ? text.length : newline + 1,
  };
}

function endLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function toYaml(cases: readonly NewCase[], indent: number): string {
  const lines = cases.flatMap(({ comment, entry }) => [
    ...comment.map((line) => `# ${oneLine(line)}`.trimEnd()),
    ...compact([entry]).trimEnd().split('\n'),
  ]);
  return lines.map((line) => (line === '' ? '\n' : `${' '.repeat(indent)}${line}\n`)).join('');
}

/** As people write suites: a list of plain values on one line. */
function compact(value: unknown): string {
  const written = new Document(value);
  visit(written, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => isScalar(item));
    },
  });
  return written.toString({ lineWidth: 0 });
}

/** A comment must not end where a page or a shopper has broken a line, or what follows would be read. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\uFEFF]+/gu, ' ').replace(/\s+/gu, ' ');
}
