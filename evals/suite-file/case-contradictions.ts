import type { FormatIssue } from '../../ingest/config/check-yaml.ts';
import { isRecord } from '../../ingest/is-record.ts';
import { expectationContradictions } from './expectation-contradictions.ts';

/** What says how to judge, and nothing by itself. */
const MODES = ['factsMode', 'citationsMode', 'productsOrder', 'relevant'];

/** Mistakes of one case that span several of its fields. Takes it as parsed, however wrong it is. Pure. */
export function caseContradictions(entry: unknown): FormatIssue[] {
  if (!isRecord(entry)) return [];
  const issues: FormatIssue[] = [];
  const asked = ['question', 'conversation'].filter((key) => key in entry);
  if (asked.length !== 1) {
    const got = asked.length === 0 ? 'neither' : 'both';
    issues.push({ path: [], expected: 'either question or conversation', got });
  }
  if (!isRecord(entry.expect)) return issues;
  const couldFail = Object.keys(entry.expect).some((key) => !MODES.includes(key));
  if (!couldFail && !(isRecord(entry.gates) && Object.keys(entry.gates).length > 0)) {
    issues.push({
      path: ['expect'],
      expected: 'at least one expectation, such as status, facts or citations',
      got: 'none, so the case could not fail',
    });
  }
  for (const { path, ...rest } of expectationContradictions(entry.expect)) {
    issues.push({ path: ['expect', ...path], ...rest });
  }
  return issues;
}
