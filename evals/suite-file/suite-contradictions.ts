import type { FormatIssue } from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import { isMetricName, METRIC_NAMES } from '../metrics/metric-names.ts';
import { caseContradictions } from './case-contradictions.ts';
import { didYouMean } from './describe-issue.ts';
import { CHANGE_GATES, TAG_GATES } from './suite-head.ts';

/**
 * Mistakes of a suite file in YAML that a field by field check cannot see. Takes the file as parsed, however wrong it is,
 * so that they are reported together with the wrong types instead of after them. Pure.
 */
export function suiteContradictions(file: unknown): FormatIssue[] {
  if (!isRecord(file)) return [];
  const issues = headContradictions(file);
  if (!('cases' in file) && !('include' in file)) {
    issues.push({ path: ['cases'], expected: 'a list of cases, or include', got: 'nothing' });
  }
  if (Array.isArray(file.cases)) {
    for (const [index, entry] of file.cases.entries()) {
      for (const { path, ...rest } of caseContradictions(entry)) {
        issues.push({ path: ['cases', index, ...path], ...rest });
      }
    }
  }
  return issues;
}

/** The same of what a file says about all of its cases. Pure. */
export function headContradictions(head: unknown): FormatIssue[] {
  if (!isRecord(head)) return [];
  const issues: FormatIssue[] = [];
  if ('store' in head && 'sources' in head) {
    issues.push({ path: ['sources'], expected: 'either store or sources', got: 'both' });
  }
  for (const name of isRecord(head.gates) ? Object.keys(head.gates) : []) {
    if (isGateName(name)) continue;
    issues.push({
      path: ['gates', name],
      expected: `one of the metrics ${METRIC_NAMES.join(', ')}, or ${TAG_GATES}NAME, or ${CHANGE_GATES}`,
      got: `${name}${didYouMean(name, [...METRIC_NAMES, CHANGE_GATES])}`,
    });
  }
  return issues;
}

export function isGateName(name: string): boolean {
  return (
    name === CHANGE_GATES ||
    isMetricName(name) ||
    (name.startsWith(TAG_GATES) && name.length > TAG_GATES.length)
  );
}
