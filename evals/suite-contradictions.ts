import type { FormatIssue } from '../ingest/config/check-yaml.ts';
import { isMetricName, METRIC_NAMES, METRICS } from './metrics/metric-names.ts';

/**
 * Mistakes that a field by field check cannot see. Takes the file as parsed, however wrong it is, so that they are
 * reported together with the wrong types instead of after them. Pure.
 */
export function suiteContradictions(file: unknown): FormatIssue[] {
  if (!isRecord(file)) return [];
  const issues: FormatIssue[] = [];
  if ('store' in file && 'sources' in file) {
    issues.push({ path: ['sources'], expected: 'either store or sources', got: 'both' });
  }
  if (isRecord(file.gates)) issues.push(...gateIssues(file.gates));
  if (Array.isArray(file.cases)) {
    issues.push(...file.cases.flatMap(caseIssues), ...duplicateIds(file.cases));
  }
  return issues;
}

function gateIssues(gates: Record<string, unknown>): FormatIssue[] {
  return Object.entries(gates).flatMap(([name, limit]) => {
    const path = ['gates', name];
    if (!isMetricName(name)) {
      return [{ path, expected: `one of the metrics ${METRIC_NAMES.join(', ')}`, got: name }];
    }
    if (METRICS[name].unit === 'share' && typeof limit === 'number' && limit > 1) {
      return [{ path, expected: 'a minimum from 0 to 1', got: String(limit) }];
    }
    return [];
  });
}

function caseIssues(entry: unknown, index: number): FormatIssue[] {
  if (!isRecord(entry)) return [];
  const path = ['cases', index];
  const issues: FormatIssue[] = [];
  const asked = ['question', 'conversation'].filter((key) => key in entry);
  if (asked.length !== 1) {
    const got = asked.length === 0 ? 'neither' : 'both';
    issues.push({ path, expected: 'either question or conversation', got });
  }
  if (isRecord(entry.expect)) {
    const wanted = Object.keys(entry.expect).filter((key) => key !== 'factsMode');
    if (wanted.length === 0) {
      const expected = 'at least one of status, facts, forbidden, citations, products, locale';
      issues.push({ path: [...path, 'expect'], expected, got: 'no expectation, so the case could not fail' });
    } else if ('factsMode' in entry.expect && !('facts' in entry.expect)) {
      issues.push({ path: [...path, 'expect', 'factsMode'], expected: 'facts beside it', got: 'no facts' });
    }
  }
  return issues;
}

function duplicateIds(cases: unknown[]): FormatIssue[] {
  const first = new Map<unknown, number>();
  return cases.flatMap((entry, index) => {
    const id = isRecord(entry) ? entry.id : undefined;
    if (typeof id !== 'string') return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, index);
      return [];
    }
    const got = `${JSON.stringify(id)}, which cases[${earlier}] has already`;
    return [{ path: ['cases', index, 'id'], expected: 'an id that no other case has', got }];
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
