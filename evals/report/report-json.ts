import type { CaseResult } from '../score/case-result.ts';
import { amountsOf } from '../score/measure-suite.ts';
import type { CaseSource, Report, SuiteReport } from './report.ts';

/**
 * report.json in pieces: the report with a compact record of each case, one a line; cases.jsonl has all of it. Read
 * together they are JSON.
 */
export async function* renderReportJson(report: Report<CaseSource>): AsyncGenerator<string> {
  const { suites, ...head } = report;
  yield `${openEnded(head)},\n  "suites": [`;
  for (const [index, suite] of suites.entries()) {
    if (index > 0) yield ',';
    yield* renderSuite(suite);
  }
  yield ']\n}\n';
}

async function* renderSuite({ cases, ...suite }: SuiteReport<CaseSource>): AsyncGenerator<string> {
  yield `${openEnded(suite)},\n  "cases": [`;
  let separator = '\n';
  for await (const result of cases.read()) {
    yield `${separator}    ${JSON.stringify(compactCase(result))}`;
    separator = ',\n';
  }
  yield ']\n}';
}

/** An object without its closing brace, so that fields can follow. */
function openEnded(object: object): string {
  return JSON.stringify(object, null, 2).replace(/\n\}$/u, '');
}

/** What readers of a report need of a case: its verdict with what was wrong, and what a comparison holds side by side. */
function compactCase(result: CaseResult) {
  const { id, tags, questions, passed, error, status, answer, scores, milliseconds, definition, repeats } =
    result;
  return {
    ...{ id, tags, questions, passed, error, status, answer },
    citations: result.citations.map(({ url, quote }) => ({ url, quote })),
    products: result.products.map(({ sku, name }) => ({ sku, name })),
    checks: result.checks.filter((check) => !check.passed),
    scores,
    milliseconds,
    ...(definition !== undefined && { definition }),
    amounts: Object.fromEntries(amountsOf(result)),
    ...(repeats && { repeats }),
  };
}
