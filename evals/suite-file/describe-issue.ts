import type { z } from 'zod';
import type { FormatIssue } from '../../ingest/config/check-yaml.ts';
import { nearestName } from '../../ingest/config/nearest-name.ts';
import { fieldsAt } from './fields-at.ts';

/** Words for the issues of a format, with what a misspelled field or value was probably meant to be. */
export function makeDescribeIssue(format: z.core.$ZodType) {
  return function describeIssue(issue: z.core.$ZodIssue, path: FormatIssue['path']): FormatIssue[] {
    if (issue.code === 'unrecognized_keys') {
      const known = fieldsAt(format, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no such field',
        got: `${key}${didYouMean(key, known)}`,
      }));
    }
    const branch = issue.code === 'invalid_union' ? fittingBranch(issue) : null;
    if (branch !== null) {
      return branch.flatMap((inner) => describeIssue(inner, [...path, ...inner.path.map(toKey)]));
    }
    // The issues of a key are those of what it must look like, at the key itself.
    if (issue.code === 'invalid_key') {
      return issue.issues.map((inner) => ({ path, expected: expectedBy(inner), got: String(path.at(-1)) }));
    }
    return [{ path, expected: expectedBy(issue), got: `${show(issue.input)}${hintFor(issue)}` }];
  };
}

/** The way to write a field that was meant: of those that want this type of value, the one with the fewest mistakes. */
function fittingBranch({ errors }: z.core.$ZodIssueInvalidUnion): z.core.$ZodIssue[] | null {
  const fitting = errors.filter((issues) => !issues.some(isOfOtherType));
  return fitting.sort((a, b) => a.length - b.length)[0] ?? null;
}

function isOfOtherType({ code, path, input }: z.core.$ZodIssue): boolean {
  if (path.length > 0) return false;
  return code === 'invalid_type' || (code === 'invalid_value' && typeof input !== 'string');
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields with values',
  record: 'fields with values',
};

function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `a list of at least ${issue.minimum}`;
  if (issue.code === 'too_small' && issue.origin === 'number') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'number') return `at most ${issue.maximum}`;
  if (issue.code === 'invalid_union') {
    return [...new Set(issue.errors.flat().map((inner) => expectedBy(inner)))].join(' or ');
  }
  return issue.message;
}

function hintFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value' && typeof issue.input === 'string') {
    return didYouMean(issue.input, issue.values.map(String));
  }
  const wantsText = /\btext\b/u.test(expectedBy(issue));
  return wantsText && typeof issue.input === 'number' ? `; in quotes it is text: "${issue.input}"` : '';
}

/** `; did you mean status?`, or nothing. */
export function didYouMean(written: string, known: readonly string[]): string {
  const nearest = nearestName(written, known);
  return nearest === null ? '' : `; did you mean ${nearest}?`;
}

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'fields with values';
  const json = JSON.stringify(value) ?? String(value);
  const shown = json.length > 80 ? `${json.slice(0, 79)}…` : json;
  return typeof value === 'string' ? shown : `the ${typeof value} ${shown}`;
}

function toKey(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}
