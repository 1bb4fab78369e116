import type { z } from 'zod';
import { checkYaml, type FormatIssue, type FormatMistake } from '../ingest/config/check-yaml.ts';
import { type Suite, suiteFormat, toSuite } from './suite.ts';
import { suiteContradictions } from './suite-contradictions.ts';

/** One mistake in a suite file. */
export type SuiteMistake = FormatMistake;

export type ParsedSuite = { ok: true; suite: Suite } | { ok: false; mistakes: SuiteMistake[] };

/** Reads a suite from YAML or JSON, every mistake at once. Pure. */
export function parseSuite(yaml: string): ParsedSuite {
  const checked = checkYaml(yaml, {
    schema: suiteFormat,
    describe: toFormatIssues,
    contradictions: suiteContradictions,
  });
  return checked.ok ? { ok: true, suite: toSuite(checked.value) } : checked;
}

function toFormatIssues(issue: z.core.$ZodIssue, path: FormatIssue['path']): FormatIssue[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ path, expected: expectedBy(issue), got: show(issue.input) }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    expected: 'a field of the suite format',
    got: key,
  }));
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
