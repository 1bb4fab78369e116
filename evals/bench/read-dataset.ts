import type { ZodError, z } from 'zod';
import { findJsonFault } from '../suite-file/find-json-fault.ts';

/** What a data set's file says that it should not; the message has the file, what was expected and what was found. */
export class DatasetError extends Error {
  override name = 'DatasetError';
}

/** Longest value that a message shows. */
const LONGEST_SHOWN = 60;

/** Reads a data set's file; whatever goes wrong names the file. */
export async function readDataset<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DatasetError) throw cause;
    throw new DatasetError(`${path}: expected a data set that can be read`, { cause });
  }
}

/**
 * Reads a JSON text in a given format. Pure.
 *
 * @param where the file, perhaps with a line, as messages begin.
 * @param what the format in words, such as `SQuAD's JSON`.
 * @throws DatasetError with the first fault: where, what was expected, what was found.
 */
export function parseDataset<T>(
  text: string,
  format: z.ZodType<T>,
  { where, what }: { where: string; what: string },
): T {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new DatasetError(`${where}: expected ${what}; ${jsonFault(text)}`, { cause });
  }
  return checkDataset(raw, format, { where, what });
}

function jsonFault(text: string): string {
  const fault = findJsonFault(text);
  if (fault === null) return 'got no JSON';
  const before = text.slice(0, fault.offset).split('\n');
  const place = before.length === 1 ? '' : `line ${before.length}, `;
  return `${place}column ${(before.at(-1) ?? '').length + 1}: expected ${fault.expected}, got ${fault.got}`;
}

/** The same for what has been parsed already, such as the rows of a table. */
export function checkDataset<T>(
  raw: unknown,
  format: z.ZodType<T>,
  { where, what }: { where: string; what: string },
): T {
  const checked = format.safeParse(raw);
  if (checked.success) return checked.data;
  throw new DatasetError(`${where}: expected ${what}; ${firstFault(checked.error, raw)}`);
}

function firstFault(error: ZodError, raw: unknown): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'got something else';
  const at = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  const expected =
    issue.code === 'invalid_type'
      ? issue.expected
      : issue.code === 'invalid_value'
        ? issue.values.map((value) => JSON.stringify(value)).join(' or ')
        : issue.message;
  return `${at.replace(/^\./, '') || 'the whole'}: expected ${expected}, got ${show(valueAt(raw, issue.path))}`;
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null)
    return `an object of ${Object.keys(value).join(', ') || 'nothing'}`.slice(0, LONGEST_SHOWN);
  const text = JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
