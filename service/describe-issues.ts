import type { z } from '@hono/zod-openapi';
import type { RequestError } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Longest text that is shown back as it came; a longer one is described by its length. */
const maxShownText = 40;

const typeNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/**
 * Says every mistake that zod found as path, expected and got. Pure.
 * @param input what was checked, to tell what was got
 * @param root name of the whole input where the mistake is not in one field, such as `body`
 */
export function describeIssues(issues: readonly Issue[], input: unknown, root: string): RequestError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key], root),
        expected: 'a field that this request has; GET /openapi.json lists them',
        got: 'an unknown field',
      }));
    }
    return [
      {
        path: formatPath(issue.path, root),
        expected: describeExpected(issue),
        got: describeGot(valueAt(input, issue.path), issue),
      },
    ];
  });
}

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'too_small':
      return `at least ${quantity(Number(issue.minimum), issue.origin)}`;
    case 'too_big':
      return `at most ${quantity(Number(issue.maximum), issue.origin)}`;
    case 'invalid_value':
    case 'invalid_union':
      return either(choices(issue));
    default:
      return issue.message;
  }
}

function choices(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value));
  // zod's own words for a union say nothing; a schema's own do.
  if (issue.code !== 'invalid_union') return [describeExpected(issue)];
  if (issue.message !== 'Invalid input') return [issue.message];
  return issue.errors.flatMap((branch) => branch.slice(0, 1).flatMap(choices));
}

function quantity(count: number, origin: string): string {
  if (origin === 'string') return `${count} ${count === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `${count} ${count === 1 ? 'item' : 'items'}`;
  return String(count);
}

function either(all: string[]): string {
  const distinct = [...new Set(all)];
  const last = distinct.pop() ?? 'something else';
  return distinct.length === 0 ? last : `${distinct.join(', ')} or ${last}`;
}

function describeGot(value: unknown, issue: Issue): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return `the ${typeof value} ${value}`;
  if (value === '') return 'empty text';
  if (value.trim() === '') return 'nothing but white space';
  if (issue.code === 'too_big' || value.length > maxShownText) return `text of ${value.length} characters`;
  return `the text ${JSON.stringify(value)}`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const plainKey = /^[\w-]{1,60}$/;

/** `filters.color`, `list[0]`; a key that could be misread stands quoted, as in `filters["a b"]`. */
function formatPath(path: readonly PropertyKey[], root: string): string {
  if (path.length === 0) return root;
  const steps = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`;
    return plainKey.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key).slice(0, 60))}]`;
  });
  return steps.join('').replace(/^\./, '');
}
