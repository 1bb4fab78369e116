import type { z } from 'zod';
import { checkYaml, type FormatIssue, type FormatMistake } from './check-yaml.ts';
import { configContradictions } from './config-contradictions.ts';
import { configFormat, knownKeys, type StoreConfig } from './config-format.ts';
import { nearestName } from './nearest-name.ts';

export type ParsedConfig = { ok: true; stores: StoreConfig[] } | { ok: false; mistakes: FormatMistake[] };

/** Reads `aisle.yaml`, every mistake at once. Pure. */
export function parseConfig(yaml: string): ParsedConfig {
  const checked = checkYaml(yaml, {
    schema: configFormat,
    describe: toIssues,
    contradictions: configContradictions,
  });
  if (!checked.ok) return checked;
  const { store, stores = [] } = checked.value;
  return { ok: true, stores: store === undefined ? stores : [store] };
}

function toIssues(issue: z.core.$ZodIssue, path: FormatIssue['path']): FormatIssue[] {
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
