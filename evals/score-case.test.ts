import { describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../service/schemas.ts';
import type { CaseRun } from './case-run.ts';
import { checkGates } from './gates.ts';
import { measureSuite } from './measure-suite.ts';
import { METRIC_NAMES, type MetricName } from './metrics/metric-names.ts';
import { scoreCase } from './score-case.ts';
import type { Expectation } from './suite.ts';
import { sampleAbstention, sampleAnswer, sampleCard, sampleDocument } from './testing/sample-answer.ts';

const documents = new Map([['doc_returns', sampleDocument]]);
const run = (expectation: Partial<Expectation>, response: AnswerResponse, milliseconds = 10): CaseRun => ({
  case: {
    id: 'a',
    tags: [],
    questions: ['Q?'],
    locale: null,
    filters: null,
    expect: { factsMode: 'all', ...expectation },
  },
  response,
  turns: [],
  retrieved: null,
  documents,
  detectedLanguage: null,
  milliseconds,
});
const failedChecks = (expectation: Partial<Expectation>, response: AnswerResponse) =>
  scoreCase(run(expectation, response))
    .checks.filter((check) => !check.passed)
    .map((check) => check.name);

const everything: Partial<Expectation> = {
  status: 'answered',
  facts: ['30 days', '$129'],
  forbidden: ['60 days'],
  citations: ['*/returns'],
  products: ['PARKA-1'],
  locale: 'en',
};
const right = sampleAnswer({ products: [sampleCard] });
const [citation] = right.citations;
if (!citation) throw new Error('the sample answer has a citation');

describe('scoreCase', () => {
  it('passes an answer that meets every expectation', () => {
    expect(scoreCase(run(everything, right))).toMatchObject({ passed: true, error: null });
    expect(scoreCase(run({ status: 'abstained' }, sampleAbstention()))).toMatchObject({ passed: true });
  });

  it.each<[string, Partial<AnswerResponse>, string[]]>([
    ['states another fact', { answer: 'You can return items within 13 days [1].' }, ['facts']],
    ['says what is forbidden', { answer: `${right.answer} Or 60 days.` }, ['forbidden']],
    ['cites another page', { citations: [{ ...citation, url: 'https://shop.test/blog' }] }, ['citations']],
    ['cites nothing', { citations: [] }, ['citations', 'cited']],
    [
      'misquotes by one character',
      { citations: [{ ...citation, quote: `${citation.quote.slice(0, -1)}!` }] },
      ['quotes'],
    ],
    ['misplaces its quote', { citations: [{ ...citation, start: citation.start + 1 }] }, ['quotes']],
    ['cites a document that is not there', { citations: [{ ...citation, documentId: 'doc_x' }] }, ['quotes']],
    ['shows no product', { products: [] }, ['facts', 'products']],
    ['shows another product', { products: [{ ...sampleCard, sku: 'X' }] }, ['products']],
    ['is in another language', { locale: 'es' }, ['locale']],
    ['clarifies instead', { status: 'clarify' }, ['status']],
  ])('fails an answer that %s', (_, change, failed) => {
    expect(failedChecks(everything, { ...right, ...change })).toEqual(failed);
  });

  it('fails an answer whose text belies its stated language, and says what it reads as', () => {
    const result = scoreCase({ ...run({ locale: 'en' }, right), detectedLanguage: 'es' } as CaseRun);
    expect(result.checks).toContainEqual({
      name: 'locale',
      passed: false,
      expected: 'en',
      got: 'en, its text reads as es',
    });
  });

  it('looks for what is forbidden in a handoff and a question back too', () => {
    const forbidden = ['60 days'];
    expect(
      failedChecks({ forbidden }, sampleAbstention({ handoff: { reason: 'r', message: 'In 60 days.' } })),
    ).toEqual(['forbidden']);
    const clarify = { attribute: 'a', question: 'Which?', options: ['60 days'] };
    expect(failedChecks({ forbidden }, sampleAbstention({ status: 'clarify', clarify }))).toEqual([
      'forbidden',
    ]);
  });

  it('does not take a citation mark for a fact', () => {
    expect(failedChecks({ facts: ['1'] }, right)).toEqual(['facts']);
  });

  it('does not let a case without an answer escape any score', () => {
    const { response: _, ...rest } = run(everything, right) as Extract<CaseRun, { response: AnswerResponse }>;
    const result = scoreCase({ case: rest.case, error: 'down' });
    expect(result.checks).toEqual([{ name: 'answer', passed: false, expected: 'an answer', got: 'down' }]);
    const { cited, citationPrecision, ...others } = result.scores;
    for (const score of Object.values(others)) expect(score.value).toBe(0);
    expect([cited.value, citationPrecision.value]).toEqual([null, null]);
    expect(
      measureSuite([
        scoreCase({
          case: { ...rest.case, expect: { factsMode: 'all', status: 'abstained' } },
          error: 'down',
        }),
      ]).abstentionRecall.value,
    ).toBe(0);
  });
});

describe('gates', () => {
  const good = [run(everything, right), run({ status: 'abstained' }, sampleAbstention())];
  const gates = Object.fromEntries(METRIC_NAMES.map((name) => [name, name.startsWith('latency') ? 50 : 1]));
  const failedGates = (runs: CaseRun[]) =>
    checkGates(gates, measureSuite(runs.map(scoreCase)), { partial: false })
      .filter(({ status }) => status === 'failed')
      .map(({ metric }) => metric);
  const mutated = (
    change: Partial<AnswerResponse>,
    abstention = sampleAbstention(),
    milliseconds = 10,
  ): CaseRun[] => [
    run(everything, { ...right, ...change }, milliseconds),
    run({ status: 'abstained' }, abstention, milliseconds),
  ];

  it('all pass on right answers, each at 1', () => {
    expect(failedGates(good)).toEqual([]);
  });

  const mutations: Record<MetricName, CaseRun[]> = {
    passed: mutated({ answer: 'No idea.' }),
    answered: mutated({ status: 'clarify' }),
    cited: mutated({ citations: [] }),
    factsFound: mutated({ answer: 'You can return items within 13 days [1].' }),
    forbiddenAvoided: mutated({ answer: `${right.answer} Or 60 days.` }),
    citationRecall: mutated({ citations: [{ ...citation, url: 'https://shop.test/blog' }] }),
    citationPrecision: mutated({ citations: [citation, { ...citation, url: 'https://shop.test/blog' }] }),
    quoteValidity: mutated({ citations: [{ ...citation, end: citation.end - 1 }] }),
    productRecall: mutated({ products: [{ ...sampleCard, sku: 'X' }] }),
    statusAccuracy: mutated({ status: 'clarify' }),
    abstention: mutated({}, sampleAnswer()),
    abstentionPrecision: mutated({ status: 'abstained' }),
    abstentionRecall: mutated({}, sampleAnswer()),
    languageMatch: mutated({ locale: 'es' }),
    latencyP50: mutated({}, sampleAbstention(), 51),
    latencyP95: mutated({}, sampleAbstention(), 51),
  };
  it.each(METRIC_NAMES)('%s fails when answers are changed to hurt it', (metric) => {
    expect(failedGates(mutations[metric])).toContain(metric);
  });

  it('a wrong answer to an answerable question and a missed abstention score 0 in all', () => {
    const wrong = sampleAnswer({
      status: 'abstained',
      locale: 'es',
      answer: '60 days',
      citations: [{ ...citation, url: 'https://x.test', quote: 'x' }],
    });
    const metrics = measureSuite(
      [run(everything, wrong), run({ status: 'abstained' }, sampleAnswer({ citations: [] }))].map(scoreCase),
    );
    for (const name of METRIC_NAMES.filter((name) => !name.startsWith('latency'))) {
      expect([name, metrics[name].value]).toEqual([name, 0]);
    }
  });

  it('fail where nothing can be measured, unless only a part of the suite ran', () => {
    const metrics = measureSuite([]);
    expect(checkGates({ answered: 0.5 }, metrics, { partial: false })).toMatchObject([
      { status: 'failed', value: null, reason: 'no case expects an answer' },
    ]);
    expect(checkGates({ answered: 0.5 }, metrics, { partial: true })).toMatchObject([{ status: 'skipped' }]);
  });

  it('a share of exactly the limit passes', () => {
    const metrics = { ...measureSuite([]), answered: { value: 0.1 + 0.2, count: 10 } };
    expect(checkGates({ answered: 0.30000000000000004 }, metrics, { partial: false })[0]?.status).toBe(
      'passed',
    );
    metrics.answered = { value: 0.7 + 0.1, count: 10 };
    expect(checkGates({ answered: 0.8 }, metrics, { partial: false })[0]?.status).toBe('passed');
  });
});
