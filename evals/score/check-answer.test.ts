import { describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import { notApplicable, scored } from '../metrics/score.ts';
import type { CaseGates, Expectation } from '../suite.ts';
import { sampleAbstention, sampleAnswer, sampleCard } from '../testing/sample-answer.ts';
import { CASE_SCORES, type CaseScores } from './case-result.ts';
import { checkAnswer } from './check-answer.ts';

const NO_SCORES = Object.fromEntries(
  CASE_SCORES.map((name) => [name, notApplicable('not measured here')]),
) as CaseScores;

interface Judged {
  scores?: Partial<CaseScores>;
  gates?: CaseGates;
  detectedLanguage?: string;
  fault?: string;
}

function check(
  expected: Partial<Expectation>,
  response: AnswerResponse,
  { scores = {}, gates = {}, detectedLanguage, fault }: Judged = {},
) {
  const citations = response.citations.map((citation) => ({
    ...citation,
    context: null,
    fault: fault ?? null,
  }));
  return checkAnswer(
    { factsMode: 'all', citationsMode: 'all', ...expected },
    response,
    { citations, detectedLanguage: detectedLanguage ?? null, scores: { ...NO_SCORES, ...scores } },
    gates,
  );
}

const answer = sampleAnswer();
const card = (sku: string) => ({ ...sampleCard, sku });
const shows = (...skus: string[]) => sampleAnswer({ products: skus.map(card) });
const asks = sampleAnswer({
  status: 'clarify',
  clarify: { attribute: 'size', question: 'Which size?', options: ['S', 'M'] },
});
const offers = sampleAbstention({ handoff: { reason: 'not-found', message: 'Shall I ask a person?' } });

/** Name, what passes with its words, and what fails with its words. */
type Row = [string, Partial<Expectation>, AnswerResponse, string, AnswerResponse, string];

const rows: Row[] = [
  ['status', { status: ['answered', 'clarify'] }, answer, 'answered', offers, 'abstained'],
  [
    'facts',
    { facts: ['30 Days', { any: ['give back', 'return'] }, { regex: '\\bitems?\\b.* within' }] },
    answer,
    '"30 Days", "give back | return", /\\bitems?\\b.* within/',
    sampleAnswer({ answer: 'You have 30 days [1].' }),
    '"30 Days" but not "give back | return", /\\bitems?\\b.* within/',
  ],
  ['facts', { facts: ['60 days', '30 days'], factsMode: 'any' }, answer, '"30 days"', offers, 'none of them'],
  ['facts', { facts: ['$129'] }, shows('A'), '"$129"', answer, 'none of them'],
  [
    'answers',
    { answers: [['60 days'], ['30 days', 'items']] },
    answer,
    '"30 days", "items"',
    sampleAnswer({ answer: 'Within 30 days [1].' }),
    '"30 days" but not "items"',
  ],
  [
    'forbidden',
    { forbidden: ['60 days', { regex: 'free (?:of|for)' }] },
    answer,
    'none',
    sampleAnswer({ answer: 'It is free of charge.' }),
    'says /free (?:of|for)/',
  ],
  [
    'citations',
    { citations: ['*/returns'] },
    answer,
    'cited https://shop.test/returns',
    offers,
    'nothing cited',
  ],
  [
    'citations',
    { citations: ['*/shipping', '*/returns'], citationsMode: 'any' },
    answer,
    'cited https://shop.test/returns',
    sampleAnswer({ citations: answer.citations.map((one) => ({ ...one, url: 'https://shop.test/blog' })) }),
    'cited https://shop.test/blog; no */shipping, no */returns',
  ],
  ['quotes', { quotes: ['WITHIN 30 days'] }, answer, '"WITHIN 30 days"', offers, 'nothing quoted'],
  ['products', { products: ['B', 'A'] }, shows('A', 'X', 'B'), 'A, X, B', shows('A'), 'A'],
  [
    'productsOrder',
    { products: ['B', 'A'], productsOrder: 'listed' },
    shows('B', 'X', 'A'),
    'B, X, A',
    shows('A', 'B'),
    'A, B',
  ],
  [
    'productsOrder',
    { products: ['B', 'A'], productsOrder: 'listed' },
    shows('B', 'A'),
    'B, A',
    shows('B'),
    'B',
  ],
  ['notProducts', { notProducts: ['X'] }, shows('A'), 'A', shows('A', 'X'), 'A, X'],
  ['locale', { locale: 'es' }, sampleAnswer({ locale: 'es-MX' }), 'es-MX', answer, 'en'],
  ['clarify', { clarify: true }, asks, 'a question back about size with S, M', answer, 'no question back'],
  [
    'clarify',
    { clarify: { attribute: 'Size', options: ['M'] } },
    asks,
    'a question back about size with S, M',
    { ...asks, clarify: { attribute: 'color', question: '?', options: [] } },
    'a question back about color',
  ],
  ['clarify', { clarify: false }, answer, 'no question back', asks, 'a question back about size with S, M'],
  ['handoff', { handoff: true }, offers, 'a handoff for not-found', answer, 'no handoff'],
  [
    'handoff',
    { handoff: { reason: 'not-found' } },
    offers,
    'a handoff for not-found',
    { ...offers, handoff: { reason: 'complaint', message: '' } },
    'a handoff for complaint',
  ],
  ['handoff', { handoff: false }, answer, 'no handoff', offers, 'a handoff for not-found'],
  ['cited', {}, answer, '1', sampleAnswer({ citations: [] }), '0'],
];

describe('checkAnswer', () => {
  it.each(rows)('%s: %j', (name, expected, right, rightWords, wrong, wrongWords) => {
    const checkOf = (response: AnswerResponse) => check(expected, response).find((one) => one.name === name);
    expect(checkOf(right)).toMatchObject({ passed: true, got: rightWords });
    expect(checkOf(wrong)).toMatchObject({ passed: false, got: wrongWords });
  });

  it('has a row for every field of expect that can fail', () => {
    const every: Required<Omit<Expectation, 'factsMode' | 'citationsMode' | 'productsOrder' | 'relevant'>> = {
      ...{
        status: ['answered'],
        facts: ['x'],
        answers: [['x']],
        forbidden: ['x'],
        citations: ['*'],
        quotes: ['x'],
      },
      ...{ products: ['A', 'B'], notProducts: ['X'], locale: 'en', clarify: false, handoff: false },
    };
    const names = check({ ...every, productsOrder: 'listed' }, answer).map(({ name }) => name);
    expect(names.filter((name) => !rows.some(([tested]) => tested === name))).toEqual(['proven']);
    expect(names).toEqual(expect.arrayContaining(Object.keys(every)));
  });

  it('says what was expected in words', () => {
    const wanted: Partial<Expectation> = {
      ...{ status: ['answered', 'clarify'], facts: ['a', { any: ['b', 'c'] }], factsMode: 'any' },
      ...{ answers: [['a'], ['b', 'c']], forbidden: ['d'], citations: ['*/x', '*/y'], citationsMode: 'any' },
      ...{ quotes: ['e'], products: ['A', 'B'], productsOrder: 'listed', notProducts: ['C'] },
      ...{ clarify: { attribute: 'size', options: ['S'] }, handoff: { reason: 'complaint' } },
    };
    expect(Object.fromEntries(check(wanted, answer).map(({ name, expected }) => [name, expected]))).toEqual({
      status: 'answered or clarify',
      facts: 'any of "a", "b | c"',
      answers: '"a", or "b" with "c"',
      forbidden: 'none of "d"',
      citations: '*/x or */y',
      quotes: 'quotes with "e"',
      products: 'A, B',
      productsOrder: 'A, then B',
      notProducts: 'none of C',
      clarify: 'a question back about size with S',
      handoff: 'a handoff for complaint',
      cited: 'at least one citation',
      proven: 'every quote is a slice of its document',
    });
  });

  it('fails an answer whose text reads as another language than it says', () => {
    const [locale] = check({ locale: 'en' }, answer, { detectedLanguage: 'es' });
    expect(locale).toMatchObject({ name: 'locale', passed: false, got: 'en, its text reads as es' });
  });

  it('fails an answer with a quote that is not proven, and says which', () => {
    const proven = (fault?: string) =>
      check({}, answer, fault === undefined ? {} : { fault }).find(({ name }) => name === 'proven');
    expect(proven()).toMatchObject({ passed: true });
    expect(proven('it is empty')).toMatchObject({ passed: false, got: '[1]: it is empty' });
  });

  it('holds a case’s gates against its own scores, and fails those that have no value', () => {
    const gates = { support: 0.9, citationRecall: 1 };
    const scores = { support: scored(0.9), citationRecall: scored(2 / 3) };
    const gatesOf = (...args: Parameters<typeof check>) =>
      check(...args).filter(({ name }) => name.startsWith('gate '));
    expect(gatesOf({}, answer, { gates, scores })).toEqual([
      { name: 'gate citationRecall', passed: false, expected: 'at least 1', got: '0.667' },
      { name: 'gate support', passed: true, expected: 'at least 0.9', got: '0.9' },
    ]);
    expect(gatesOf({}, answer, { gates: { mrr: 0 } })).toEqual([
      { name: 'gate mrr', passed: false, expected: 'at least 0', got: 'no value: not measured here' },
    ]);
  });

  it('stops at a pattern that takes too long', () => {
    const slow = sampleAnswer({ answer: `${'a'.repeat(40)}!` });
    expect(() => check({ facts: [{ regex: '^(?:a+)+$' }] }, slow)).toThrow(RangeError);
  });
});
