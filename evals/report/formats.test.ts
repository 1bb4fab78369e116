import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { renderCasesCsv } from './cases-csv.ts';
import { renderJunit } from './junit.ts';
import { renderSummary } from './summary-md.ts';
import { renderTerminal } from './terminal.ts';
import { comparedReport, madeReport, madeResults, reportOf, textOf } from './testing/made-report.ts';

/** Elements of JUnit's XML as Jenkins and GitLab read them (jenkins-junit.xsd): what may stand in each, and its attributes. */
const JUNIT: Record<string, { attributes: string[]; children: string[] }> = {
  testsuites: { attributes: ['name', 'tests', 'failures', 'errors', 'time'], children: ['testsuite'] },
  testsuite: {
    attributes: ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name', 'value'], children: [] },
  testcase: {
    attributes: ['name', 'classname', 'time'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: ['message'], children: [] },
  'system-out': { attributes: [], children: [] },
};

describe('junit.xml', () => {
  it('keeps to the schema that Jenkins and GitLab share, with the right counts, whatever the text', async () => {
    const xml = await textOf(renderJunit(madeReport()));
    expect(XMLValidator.validate(xml)).toBe(true);
    const page = load(xml, { xml: true });
    const nameOf = (element: Parameters<typeof page>[0]) =>
      page(element).prop('tagName')?.toLowerCase() ?? '';
    for (const element of page('*').toArray()) {
      const allowed = JUNIT[nameOf(element)];
      expect(allowed, nameOf(element)).toBeDefined();
      expect(allowed?.attributes).toEqual(expect.arrayContaining(Object.keys(page(element).attr() ?? {})));
      const inside = page(element).children().toArray();
      const order = inside.map((child) => allowed?.children.indexOf(nameOf(child)) ?? -1);
      expect(order).not.toContain(-1);
      expect(order).toEqual([...order].sort());
    }
    const cases = page('testcase');
    expect(page('testsuite').attr()).toMatchObject({ tests: '6', failures: '3', errors: '1', skipped: '0' });
    expect([cases.length, page('failure').length, page('error').length]).toEqual([6, 3, 1]);
    expect(page('testsuites').attr()).toMatchObject({ tests: '6', failures: '3', errors: '1' });
    expect(page('testsuite').attr('timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  });

  it('says what failed: the expectation, the question and the answer', async () => {
    const xml = await textOf(renderJunit(reportOf(madeResults('plain'), { gates: { factsFound: 1 } })));
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml);
    const [, wrong, , gate] = testsuites.testsuite.testcase;
    expect(wrong.failure['@_type']).toBe('facts');
    expect(wrong.failure['#text']).toContain('facts: expected all of "surely not said", got none of them');
    expect(wrong['system-out']).toContain('question: plain');
    expect(gate.failure['#text']).toBe('factsFound: expected a minimum of 1, got 0.000 of n=1');
  });
});

describe('a comparison', () => {
  it('is in JUnit with its limits, and in the summary with both answers', async () => {
    const xml = load(await textOf(renderJunit(comparedReport())), { xml: true });
    expect(xml('testcase[name="change broken"] failure').text()).toBe(
      'change broken: expected at most 0 broken cases, got 1 (wrong)',
    );
    const page = load(marked.parse(await renderSummary(comparedReport()), { async: false }));
    expect(page('a, script, img').length).toBe(0);
    expect(
      page('h3')
        .toArray()
        .map((title) => page(title).text()),
    ).toEqual(['Broken', 'Fixed']);
    const broken = page('details:contains("wrong")').last().text();
    expect(broken).toContain('before (abstained): Nothing found.');
    expect(broken).toContain('now (answered): <script>');
    expect(page('li').text()).toContain('change broken: expected at most 0 broken cases, got 1 (wrong)');
  });

  it('is on the terminal, in its verdict too', async () => {
    const [suite] = comparedReport('x').suites;
    const text = suite ? await renderTerminal(suite) : '';
    expect(text).toContain('broken: 1 (wrong)');
    expect(text).toContain('FAILED: change broken (at most 0 broken cases, 1 (wrong))');
  });
});

describe('cases.csv', () => {
  it('reads back, and no cell of it is what a spreadsheet would run', async () => {
    const report = madeReport('=1+1\n"x"');
    const rows: Record<string, string>[] = parse(await textOf(renderCasesCsv(report)), { columns: true });
    expect(rows.map(({ passed, failed }) => [passed, failed])).toEqual([
      ['yes', ''],
      ['no', 'facts'],
      ['no', 'answer'],
    ]);
    expect(rows[0]?.answer).toBe('\'=1+1\n"x" [1]');
    expect(rows[1]).toMatchObject({ factsFound: '0', citationRecall: '', milliseconds: '12.3', flaky: 'no' });
  });
});

describe('the terminal', () => {
  const suiteOf = (text?: string) => {
    const [suite] = madeReport(text).suites;
    if (!suite) throw new Error('a report has its suite');
    return suite;
  };

  it('cannot be steered by text, and no line is longer than 100 columns', async () => {
    const long = 'word '.repeat(90) + 'x'.repeat(400);
    for (const text of [await renderTerminal(suiteOf()), await renderTerminal(suiteOf(long))]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
      expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
    }
  });

  it('shows of a failed case its question, what was expected and got, and what was answered', async () => {
    const text = await renderTerminal(suiteOf('How so?'));
    expect(text).toContain(
      '✗ wrong: How so?\n    facts: expected all of "surely not said", got none of them',
    );
    expect(text).toContain('answer: How so? [1]');
    expect(text).toContain('FAILED: factsFound (minimum 1, 0.000 of n=1)');
  });

  it('shows colors only where they are wanted', async () => {
    const colored = await renderTerminal(suiteOf('x'), { color: true });
    expect(colored).toContain('\u001b[31m✗ wrong: x\u001b[39m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what colors are made of
    expect(colored.replace(/\u001b\[\d+m/gu, '')).toBe(await renderTerminal(suiteOf('x')));
  });
});

describe('summary.md', () => {
  it('lets text stand where it is put: no element, link or name of a person comes of it', async () => {
    const text = await renderSummary(madeReport());
    const page = load(marked.parse(text, { async: false }));
    expect(page('a, script, img').length).toBe(0);
    expect(page('details').length).toBe(3);
    expect(page('details').eq(1).text()).toContain('<script>alert(1)</script>');
    expect(text).not.toContain('@team');
  });

  it('stays below what GitHub takes, and counts what has no room', async () => {
    const results = Array.from({ length: 3 }, () => madeResults('ñ'.repeat(3000))).flat();
    const many = Array.from({ length: 60 }, (_, index) => ({ ...results[1], id: `case-${index}` }));
    const text = await renderSummary(reportOf(many as typeof results));
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    const shown = text.match(/<details><summary><b>case-/gu)?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(text).toContain(`… and ${60 - shown} more in cases.csv`);
  });
});

it('JUnit, CSV and Markdown hold any text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      const report = madeReport(text);
      expect(XMLValidator.validate(await textOf(renderJunit(report)))).toBe(true);
      expect(parse(await textOf(renderCasesCsv(report)), { columns: true })).toHaveLength(3);
      expect(load(marked.parse(await renderSummary(report), { async: false }))('details').length).toBe(3);
    }),
    { numRuns: 20 },
  );
});
