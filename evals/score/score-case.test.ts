import { describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { CaseRun } from '../run/case-run.ts';
import type { CaseGates, Expectation } from '../suite.ts';
import { richAnswer, richCase } from '../testing/rich-answer.ts';
import { sampleAbstention, sampleAnswer, sampleCard, sampleDocument } from '../testing/sample-answer.ts';
import { sampleCase } from '../testing/sample-case.ts';
import { measureSuite } from './measure-suite.ts';
import { scoreCase } from './score-case.ts';

const RETRIEVAL = ['hitAt1', 'hitAt5', 'recallAt5', 'recallAt10', 'mrr', 'ndcgAt10', 'map'];
const documents = new Map([['doc_returns', sampleDocument]]);
const run = (
  expectation: Partial<Expectation>,
  response: AnswerResponse,
  gates: CaseGates = {},
): CaseRun => ({
  case: sampleCase('a', { gates, expect: { factsMode: 'all', citationsMode: 'all', ...expectation } }),
  response,
  turns: [],
  retrieved: null,
  documents,
  detectedLanguage: null,
  milliseconds: 10,
});
const failedChecks = (expectation: Partial<Expectation>, response: AnswerResponse) =>
  scoreCase(run(expectation, response))
    .checks.filter((check) => !check.passed)
    .map((check) => check.name);

const everything: Partial<Expectation> = {
  status: ['answered'],
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
    expect(scoreCase(run({ status: ['abstained'] }, sampleAbstention()))).toMatchObject({ passed: true });
  });

  it.each<[string, Partial<AnswerResponse>, string[]]>([
    ['states another fact', { answer: 'You can return items within 13 days [1].' }, ['facts']],
    ['says what is forbidden', { answer: `${right.answer} Or 60 days.` }, ['forbidden']],
    ['cites another page', { citations: [{ ...citation, url: 'https://shop.test/blog' }] }, ['citations']],
    ['cites nothing', { citations: [] }, ['citations', 'cited']],
    [
      'misquotes by one character',
      { citations: [{ ...citation, quote: `${citation.quote.slice(0, -1)}!` }] },
      ['proven'],
    ],
    ['misplaces its quote', { citations: [{ ...citation, start: citation.start + 1 }] }, ['proven']],
    ['cites a document that is not there', { citations: [{ ...citation, documentId: 'doc_x' }] }, ['proven']],
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
    const measured = Object.entries(result.scores).flatMap(([name, { value }]) =>
      value === null ? [] : [[name, value]],
    );
    expect(measured).toEqual(
      ['answered', 'factsFound', 'forbiddenAvoided', ...RETRIEVAL, 'citationRecall', 'productRecall']
        .concat(['statusAccuracy', 'languageMatch'])
        .map((name) => [name, 0]),
    );
    expect(
      measureSuite([
        scoreCase({
          case: { ...rest.case, expect: { factsMode: 'all', citationsMode: 'all', status: ['abstained'] } },
          error: 'down',
        }),
      ]).abstentionRecall.value,
    ).toBe(0);
  });

  it('counts the facts of the nearest accepted answer beside the others', () => {
    const answers = [['60 days'], ['30 days', 'free of charge'], ['never']];
    const { scores, facts } = scoreCase(run({ facts: ['return'], answers }, right));
    expect(scores.factsFound.value).toBeCloseTo(2 / 3, 12);
    expect(facts).toEqual([
      { fact: 'return', foundIn: 'text' },
      { fact: '30 days', foundIn: 'text' },
      { fact: 'free of charge', foundIn: null },
    ]);
  });

  it('takes a fact that any of several wordings or a pattern states', () => {
    const { scores, facts } = scoreCase(
      run(
        { facts: [{ any: ['one month', '30 days'] }, { regex: '\\b[23]0 days\\b' }, { regex: '^days' }] },
        right,
      ),
    );
    expect(scores.factsFound.value).toBeCloseTo(2 / 3, 12);
    expect(facts.map(({ fact }) => fact)).toEqual(['one month | 30 days', '/\\b[23]0 days\\b/', '/^days/']);
  });

  it('is content with one of the expected citations or statuses where any will do', () => {
    const citations = ['*/returns', '*/faq'];
    const any = scoreCase(run({ citations, citationsMode: 'any', status: ['clarify', 'answered'] }, right));
    expect(any).toMatchObject({ passed: true, scores: { citationRecall: { value: 1 } } });
    expect(scoreCase(run({ citations }, right)).scores.citationRecall).toEqual({ value: 0.5 });
  });

  it('names the sentences and numbers that nothing supports', () => {
    const answer = 'Returns cost $5 [1].';
    const wrong = sampleAnswer({ answer, parts: [{ text: 'Returns cost $5.', citations: [1] }] });
    expect(scoreCase(run({ facts: ['Returns'] }, wrong))).toMatchObject({
      passed: true,
      scores: { support: { value: 0 }, numberExactness: { value: 0 } },
      unsupported: [{ text: 'Returns cost $5.', reason: expect.stringContaining('5') }],
      inexactNumbers: ['5'],
    });
  });

  it.each<[CaseGates, string[]]>([
    [{ support: 1, numberExactness: 1, citationPrecision: 1 }, []],
    [{ latencyP95: 10, costUsd: 0, outputTokens: 0 }, []],
    [{ latencyP95: 9 }, ['gate latencyP95']],
    [{ hitAt1: 1 }, ['gate hitAt1']],
    [{ abstentionRecall: 1 }, ['gate abstentionRecall']],
  ])('holds the gates of a case %j against its own scores', (gates, failed) => {
    const { checks } = scoreCase(run({ citations: ['*/returns'] }, right, gates));
    expect(checks.filter(({ passed }) => !passed).map(({ name }) => name)).toEqual(failed);
  });

  it('is checked by the verifier that it is given', () => {
    const { scores, unsupported } = scoreCase({ case: richCase, ...richAnswer() }, (sentence) =>
      sentence.includes('30') ? { ok: false, reason: 'no' } : { ok: true },
    );
    expect(scores.support).toEqual({ value: 0.5 });
    expect(unsupported).toEqual([{ text: 'You can return items within 30 days', reason: 'no' }]);
  });
});
