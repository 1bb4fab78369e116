import { escapeMarkup } from './escape.ts';
import { formatMetric } from './format-value.ts';
import type { Report, SuiteReport } from './report.ts';

/**
 * JUnit's XML as CI servers read it (the common subset of Jenkins and GitLab): a `testsuite` per suite, a `testcase`
 * per case and per gate. Cases that fail are failures here even where the gates hold, so that they can be seen.
 */
export function renderJunit(report: Report): string {
  const suites = report.suites.map(renderSuite);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('\n')}\n</testsuites>\n`;
}

function renderSuite(suite: SuiteReport): string {
  const cases = suite.cases.map((result) => {
    const seconds = ((result.milliseconds ?? 0) / 1000).toFixed(3);
    const failed = result.checks.filter(({ passed }) => !passed);
    const text = failed
      .map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`)
      .join('\n');
    const body = result.passed
      ? ''
      : verdict(result.error === null ? 'failure' : 'error', failed[0]?.name ?? '', text);
    return testcase(suite.suite, result.id, seconds, body);
  });
  const gates = suite.gates.map(({ metric, bound, limit, value, status, reason }) => {
    const got = value === null ? (reason ?? '') : formatMetric(metric, value);
    const text = `${metric}: expected a ${bound} of ${limit}, got ${got}`;
    const body =
      status === 'failed' ? verdict('failure', metric, text) : status === 'skipped' ? '<skipped/>' : '';
    return testcase(`${suite.suite}.gates`, metric, '0', body);
  });
  const errors = suite.cases.filter(({ error }) => error !== null).length;
  const failures =
    suite.cases.filter(({ passed }) => !passed).length -
    errors +
    suite.gates.filter(({ status }) => status === 'failed').length;
  const skipped = suite.gates.filter(({ status }) => status === 'skipped').length;
  const tests = cases.length + gates.length;
  const attributes = `name="${escapeMarkup(suite.suite)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${suite.seconds.toFixed(3)}"`;
  return [`<testsuite ${attributes}>`, ...cases, ...gates, '</testsuite>'].join('\n');
}

function testcase(group: string, name: string, seconds: string, body: string): string {
  return `<testcase classname="${escapeMarkup(group)}" name="${escapeMarkup(name)}" time="${seconds}">${body}</testcase>`;
}

function verdict(element: 'failure' | 'error', message: string, text: string): string {
  return `<${element} message="${escapeMarkup(message)}">${escapeMarkup(text)}</${element}>`;
}
