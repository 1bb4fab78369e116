import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { scoreCase } from '../score-case.ts';
import type { Suite, SuiteCase } from '../suite.ts';
import { sampleAnswer, sampleCard, sampleDocument } from '../testing/sample-answer.ts';
import { renderCasesCsv } from './cases-csv.ts';
import { compareSuites } from './compare.ts';
import { renderJunit } from './junit.ts';
import { type Report, reportSuite } from './report.ts';
import { renderHtml } from './report-html.ts';
import { renderSummary } from './summary-md.ts';
import { renderTerminal } from './terminal.ts';

const HOSTILE = '<script>alert(1)</script> & "\'| ]]> \u001b[31m\u0000 =1+1\n| x | [a](javascript:alert(1))';

const entry = (id: string, expected: SuiteCase['expect']): SuiteCase => ({
  id,
  tags: ['tag'],
  questions: [HOSTILE],
  locale: null,
  filters: null,
  expect: expected,
});

/** A report with a case that passes, one that fails and one without an answer, all full of hostile text. */
function makeReport(
  text = HOSTILE,
  gates: Suite['gates'] = { passed: 0.3, factsFound: 1, productRecall: 1 },
): Report {
  const [citation] = sampleAnswer().citations;
  if (!citation) throw new Error('the sample answer has a citation');
  const response = sampleAnswer({
    answer: text,
    citations: [{ ...citation, title: text, url: 'javascript:alert(1)' }],
    products: [{ ...sampleCard, name: text }],
  });
  const cases = [
    entry('right', { factsMode: 'all', status: 'answered' }),
    entry('wrong', { factsMode: 'all', facts: ['surely not said'] }),
    entry(text, { factsMode: 'all', status: 'abstained' }),
  ];
  const documents = new Map([['doc_returns', sampleDocument]]);
  const results = cases.map((suiteCase, index) =>
    index === 2
      ? scoreCase({ case: suiteCase, error: text })
      : scoreCase({
          case: suiteCase,
          response,
          turns: [],
          retrieved: null,
          documents,
          detectedLanguage: null,
          milliseconds: 12.34,
        }),
  );
  const suite: Suite = { name: text, store: null, sources: null, gates, cases };
  const target = { name: 'in-process', store: null, info: {} };
  const report = reportSuite({ suite, target, filters: [], results, seconds: 1 });
  return {
    format: 'aisle-eval-report',
    formatVersion: 1,
    passed: false,
    startedAt: '2026-01-01T00:00:00.000Z',
    seconds: 1,
    versions: { aisle: '0.1.0', node: '24' },
    suites: [{ ...report, comparison: compareSuites(report, '2026-01-01T00:00:00.000Z', report) }],
  };
}

describe('reports of hostile text', () => {
  const report = makeReport();

  it('keep HTML free of elements, links and scripts that the text asks for', () => {
    const page = load(renderHtml(report));
    expect(page('script, img, iframe, [onerror], [onload]').length).toBe(0);
    expect(page('a').length).toBe(0);
    expect(page('.answer').first().text()).toContain('<script>alert(1)</script>');
    expect(page('meta[http-equiv]').attr('content')).toContain("default-src 'none'");
  });

  it('link web addresses only', () => {
    const linked = structuredClone(report);
    const citation = linked.suites[0]?.cases[0]?.citations[0];
    if (citation) citation.url = 'https://shop.test/?a=1&b="';
    expect(load(renderHtml(linked))('a').attr('href')).toBe('https://shop.test/?a=1&b="');
  });

  it('are valid JUnit with the right counts', () => {
    const xml = renderJunit(report);
    expect(XMLValidator.validate(xml)).toBe(true);
    const parsed = new XMLParser({ ignoreAttributes: false }).parse(xml);
    expect(parsed.testsuites.testsuite).toMatchObject({
      '@_tests': '6',
      '@_failures': '3',
      '@_errors': '1',
      '@_skipped': '0',
    });
    const withFailure = parsed.testsuites.testsuite.testcase.filter((test: object) => 'failure' in test);
    expect(withFailure.map((test: { '@_name': string }) => test['@_name'])).toEqual([
      'wrong',
      'factsFound',
      'productRecall',
    ]);
  });

  it('are CSV that reads back, and no cell of which a spreadsheet would run', () => {
    const rows: Record<string, string>[] = parse(renderCasesCsv(makeReport('=1+1\n"x"')), { columns: true });
    expect(rows.map(({ passed, failed }) => [passed, failed])).toEqual([
      ['yes', ''],
      ['no', 'facts'],
      ['no', 'answer'],
    ]);
    expect(rows[0]?.answer).toBe('\'=1+1\n"x"');
    expect(rows[1]).toMatchObject({ factsFound: '0', citationRecall: '', milliseconds: '12.3' });
  });

  it('cannot steer the terminal or break its lines', () => {
    const text = report.suites.map(renderTerminal).join();
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0000');
  });

  it('stay within their cells of Markdown', () => {
    const page = load(marked.parse(renderSummary(report), { async: false }));
    expect(page('a, script, img').length).toBe(0);
    const row = page('tr').filter((_, element) => page(element).find('td').first().text() === 'wrong');
    expect(row.find('td').length).toBe(3);
    expect(row.text()).toContain('<script>alert(1)</script>');
  });
});

it('JUnit, CSV and HTML hold any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const report = makeReport(text);
      expect(XMLValidator.validate(renderJunit(report))).toBe(true);
      expect(parse(renderCasesCsv(report), { columns: true })).toHaveLength(3);
      expect(load(renderHtml(report))('details').length).toBe(3);
    }),
    { numRuns: 30 },
  );
});

it('the hash of a suite follows its cases and gates', () => {
  const hash = (gates: Suite['gates'], text: string) => makeReport(text, gates).suites[0]?.suiteHash;
  expect(hash({ passed: 1 }, 'a')).toBe(hash({ passed: 1 }, 'a'));
  expect(hash({ passed: 1 }, 'a')).not.toBe(hash({ passed: 0.9 }, 'a'));
  expect(hash({ passed: 1 }, 'a')).not.toBe(hash({ passed: 1 }, 'b'));
});
