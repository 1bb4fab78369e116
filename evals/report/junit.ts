import { METRIC_NAMES } from '../metrics/metric-names.ts';
import { isFlaky } from '../results/repeats.ts';
import type { CaseResult } from '../score/case-result.ts';
import { escapeMarkup } from './escape.ts';
import type { CaseSource, Report, SuiteReport } from './report.ts';
import { type ShownGate, shownGates } from './shown-gates.ts';

/**
 * JUnit's XML as CI servers read it (the common subset of Jenkins and GitLab), as the cases are read: a `testsuite` per
 * suite with its settings and metrics as properties, a `testcase` per case and per gate. Cases that fail are failures here
 * even where the gates hold, so that they can be seen.
 */
export async function* renderJunit(report: Report<CaseSource>): AsyncGenerator<string> {
  const totals = report.suites.map(countTests);
  const sum = (count: (counts: TestCounts) => number) =>
    totals.reduce((total, counts) => total + count(counts), 0);
  const all = {
    tests: sum(({ tests }) => tests),
    failures: sum(({ failures }) => failures),
    errors: sum(({ errors }) => errors),
  };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'aisle eval', ...all, time: report.seconds.toFixed(3) })}>\n`;
  for (const suite of report.suites) yield* renderSuite(suite, report.startedAt);
  yield '</testsuites>\n';
}

interface TestCounts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

function countTests(suite: SuiteReport<CaseSource>): TestCounts {
  const { counts } = suite;
  const gates = shownGates(suite);
  const ofGates = (wanted: ShownGate['status']) => gates.filter(({ status }) => status === wanted).length;
  return {
    tests: counts.judged + gates.length,
    failures: counts.judged - counts.passed - counts.errors + ofGates('failed'),
    errors: counts.errors,
    skipped: ofGates('skipped'),
  };
}

async function* renderSuite(suite: SuiteReport<CaseSource>, startedAt: string): AsyncGenerator<string> {
  // The schema's date has neither a fraction of a second nor a zone.
  const about = { timestamp: startedAt.slice(0, 19), time: suite.seconds.toFixed(3) };
  yield `<testsuite${attributes({ name: suite.suite, ...countTests(suite), ...about })}>\n`;
  yield `<properties>\n${propertiesOf(suite).join('\n')}\n</properties>\n`;
  for await (const result of suite.cases.read()) yield caseElement(suite.suite, result);
  for (const gate of shownGates(suite)) yield gateElement(suite.suite, gate);
  yield '</testsuite>\n';
}

function propertiesOf({ suiteHash, target, models, filters, metrics }: SuiteReport<CaseSource>): string[] {
  const settings = { suiteHash, target, models: models.join(' '), filters: filters.join(' ') };
  const measured = METRIC_NAMES.flatMap((name) => {
    const { value } = metrics[name];
    return value === null ? [] : [[`metric.${name}`, String(value)]];
  });
  return [...Object.entries(settings), ...measured].map(
    ([name = '', value = '']) => `<property${attributes({ name, value })}/>`,
  );
}

function caseElement(suite: string, result: CaseResult): string {
  const { id, passed, error, milliseconds, checks } = result;
  const time = ((milliseconds ?? 0) / 1000).toFixed(3);
  const failed = checks.filter((check) => !check.passed);
  const text = failed.map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`);
  const body = passed
    ? ''
    : verdict(
        error === null ? 'failure' : 'error',
        failed.map(({ name }) => name).join(', '),
        text.join('\n'),
      );
  const output = passed ? '' : `<system-out>${escapeMarkup(told(result))}</system-out>`;
  return testcase({ classname: suite, name: id, time }, body + output);
}

/** What a reader of a failure needs to see beside it. */
function told(result: CaseResult): string {
  const { questions, status, answer, citations, tags } = result;
  return [
    ...questions.map((question) => `question: ${question}`),
    `answer (${status ?? 'none'}): ${answer ?? ''}`,
    ...citations.map(({ id, url, quote }) => `[${id}] ${url}: ${quote}`),
    ...(tags.length > 0 ? [`tags: ${tags.join(', ')}`] : []),
    ...(isFlaky(result) ? ['flaky: it was not the same each time'] : []),
  ].join('\n');
}

function gateElement(suite: string, { name, expected, got, status }: ShownGate): string {
  const text = `${name}: expected ${expected}, got ${got}`;
  const body = { failed: verdict('failure', name, text), skipped: '<skipped/>', passed: '' }[status];
  return testcase({ classname: `${suite}.gates`, name, time: '0' }, body);
}

function testcase(named: Record<string, string>, body: string): string {
  return `<testcase${attributes(named)}>${body}</testcase>\n`;
}

function verdict(element: 'failure' | 'error', what: string, text: string): string {
  return `<${element}${attributes({ type: what, message: text.split('\n')[0] ?? '' })}>${escapeMarkup(text)}</${element}>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeMarkup(String(value))}"`)
    .join('');
}
