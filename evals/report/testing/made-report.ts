import { toComparable } from '../../comparison/comparable-case.ts';
import type { Comparison } from '../../comparison/comparison.ts';
import type { CaseResult } from '../../score/case-result.ts';
import { scoreCase } from '../../score/score-case.ts';
import type { Suite, SuiteCase } from '../../suite.ts';
import { sampleAnswer, sampleCard, sampleDocument } from '../../testing/sample-answer.ts';
import { sampleCase, sampleTurn } from '../../testing/sample-case.ts';
import { type CaseSource, makeReport, makeSuiteTally, type Report, type SuiteRun } from '../report.ts';

/** Text that would do harm in HTML, XML, CSV, Markdown or a terminal if it were not escaped there. */
export const HOSTILE =
  '<script>alert(1)</script> & "\'| ]]> <!-- </script><img src=x onerror=alert(1)> \u001b[31m\u0000 =1+1\n| x | [a](javascript:alert(1)) @team';

/** Cases that stand in memory. */
function sourceOf(results: readonly CaseResult[]): CaseSource {
  return {
    count: results.length,
    async *read() {
      yield* results;
    },
  };
}

/** A case that passes, one that fails and one without an answer, with a text in every field that text gets into. */
export function madeResults(text = HOSTILE): CaseResult[] {
  const entry = (id: string, expected: Partial<SuiteCase['expect']>): SuiteCase =>
    sampleCase(id, {
      tags: ['tag', text],
      turns: [sampleTurn(`first ${text}`), sampleTurn(text)],
      expect: { factsMode: 'all', citationsMode: 'all', ...expected },
    });
  const [citation] = sampleAnswer().citations;
  if (!citation) throw new Error('the sample answer has a citation');
  const response = sampleAnswer({
    answer: `${text} [1]`,
    parts: [{ text, citations: [1] }],
    citations: [{ ...citation, title: text, url: 'javascript:alert(1)' }],
    products: [{ ...sampleCard, name: text, sku: text }],
    clarify: { attribute: text, question: text, options: [text] },
    handoff: { reason: text, message: text },
    model: text,
    understood: { standalone: `understood ${text}` },
  });
  const { documentId, url, quote, start, end } = citation;
  const passage = {
    documentId,
    url,
    title: text,
    heading: [text],
    text: `${quote} ${text}`,
    start,
    end,
    score: 2,
  };
  const answer = {
    ...{
      response,
      turns: [{ question: text, status: response.status, answer: text }],
      detectedLanguage: null,
      milliseconds: 12.34,
    },
    retrieved: [passage, { ...passage, documentId: 'doc_other', url: 'https://shop.test/other', score: 1 }],
    documents: new Map([['doc_returns', `${sampleDocument}${text}`]]),
  };
  const results = [
    scoreCase({ case: entry('right', { status: ['answered'] }), ...answer }),
    scoreCase({ case: entry('wrong', { facts: ['surely not said'] }), ...answer }),
    scoreCase({ case: entry(text, { status: ['abstained'] }), error: text }),
  ];
  // What no service may send: scoring would end with an error.
  return results.map((result) => ({
    ...result,
    products: result.products.map((product) => ({ ...product, currency: text })),
  }));
}

/** A report of these results. */
export function reportOf(
  results: readonly CaseResult[],
  { gates = {}, ...changes }: Partial<SuiteRun> & { gates?: Suite['gates'] } = {},
): Report<CaseSource> {
  const tally = makeSuiteTally();
  for (const result of results) tally.add(result);
  const suite = tally.report(
    {
      ...{ suite: 's', suiteHash: 'sha256-x', target: 'in-process', store: null, filters: [], shard: null },
      ...{ info: {}, seconds: 1, stopped: null, chosen: results.length, limits: { gates, tagGates: {} } },
      ...changes,
    },
    sourceOf(results),
  );
  return makeReport([suite], {
    ...{ notRun: [], startedAt: '2026-01-01T00:00:00.000Z', seconds: 1 },
    versions: { aisle: '0.1.0', node: '24' },
  });
}

/** A report whose every text is hostile, of `madeResults`, two of whose three gates fail. */
export function madeReport(text = HOSTILE): Report<CaseSource> {
  const gates = { passed: 0.3, factsFound: 1, productRecall: 1 };
  return reportOf(madeResults(text), { suite: text, target: text, store: text, gates });
}

/** All pieces of a rendered form. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** A report in which `wrong` was broken since a baseline and `right` fixed, with a limit on that, which fails. */
export function comparedReport(text = HOSTILE): Report<CaseSource> {
  const [right, wrong] = madeResults(text) as [CaseResult, CaseResult];
  const earlier = [
    { ...toComparable(right), passed: false, answer: `Earlier ${text}` },
    { ...toComparable(wrong), passed: true, status: 'abstained', answer: 'Nothing found.' },
  ];
  const report = reportOf([right, wrong], { gates: { passed: 0.3 } });
  const change = {
    ...({ metric: 'passed', before: 0.5, after: 0.5, delta: -0.25, interval: null, cases: 2 } as const),
    ...({ test: 'mcnemar', p: 0.01, corrected: 0.01, verdict: 'worse', words: 'worse (p = 0.01)' } as const),
  };
  const comparison: Comparison = {
    ...{
      baselineStartedAt: '2025-12-01T00:00:00.000Z',
      caveats: [text],
      compared: 2,
      metrics: [change],
      examples: [],
    },
    ...{
      fixed: ['right'],
      broken: ['wrong'],
      flaky: [],
      edited: [],
      changed: [],
      added: [],
      removed: [text],
    },
    gates: [
      { name: 'change broken', expected: 'at most 0 broken cases', got: '1 (wrong)', status: 'failed' },
    ],
    before: (id) => earlier.find((entry) => entry.id === id) ?? null,
  };
  return {
    ...report,
    passed: false,
    suites: report.suites.map((suite) => ({ ...suite, passed: false, comparison })),
  };
}
