import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../metrics/metric-names.ts';
import type { CaseRun } from '../run/case-run.ts';
import type { Expectation } from '../suite.ts';
import { richAnswer, richCase, rightAbstention, unanswerableCase } from '../testing/rich-answer.ts';
import { measureSuite } from './measure-suite.ts';
import { scoreCase } from './score-case.ts';

const good: CaseRun = { case: richCase, ...richAnswer() };
const abstained: CaseRun = { case: unanswerableCase, ...rightAbstention() };
const answeredWrongly: CaseRun = { case: unanswerableCase, ...richAnswer() };
const abstainedWrongly: CaseRun = { case: richCase, ...rightAbstention() };
/** The good answer, changed. */
const changed = (changes: Partial<AnswerResponse>): CaseRun => ({
  ...good,
  response: { ...richAnswer().response, ...changes },
});
/** The good answer to other expectations. */
const expecting = (expectation: Partial<Expectation>): CaseRun => ({
  ...good,
  case: { ...richCase, expect: { factsMode: 'all', citationsMode: 'all', ...expectation } },
});
const { citations, products, parts } = richAnswer().response;
const usage = { inputTokens: 1, outputTokens: 1, costUsd: 1 };
const retrieval = { one: [good], zero: [{ ...good, retrieved: [] }] };
const sure = { one: [changed({ answer: 'No.' })], zero: [good] };
const timed = { one: [{ ...good, milliseconds: 1 }], zero: [{ ...good, milliseconds: 0 }] };

/** Cases that must score 1 and cases that must score 0. A metric without them does not compile, and fails below. */
const extremes: Record<MetricName, { one: CaseRun[]; zero: CaseRun[] }> = {
  passed: { one: [good], zero: [changed({ answer: 'No.' })] },
  answered: { one: [good], zero: [abstainedWrongly] },
  cited: { one: [good], zero: [changed({ citations: [] })] },
  factsFound: { one: [good], zero: [changed({ answer: 'No.' })] },
  forbiddenAvoided: { one: [good], zero: [changed({ answer: 'Our best price ever.' })] },
  hitAt1: retrieval,
  hitAt5: retrieval,
  recallAt5: retrieval,
  recallAt10: retrieval,
  mrr: retrieval,
  ndcgAt10: retrieval,
  map: retrieval,
  citationRecall: { one: [good], zero: [changed({ citations: [] })] },
  citationPrecision: {
    one: [good],
    zero: [changed({ citations: citations.map((one) => ({ ...one, url: 'https://shop.test/x' })) })],
  },
  citationValidity: { one: [good], zero: [{ ...good, documents: new Map() }] },
  quoteValidity: {
    one: [good],
    zero: [changed({ citations: citations.map((one) => ({ ...one, start: one.start + 1 })) })],
  },
  support: {
    one: [good],
    zero: [changed({ parts: parts.map((part) => ({ ...part, text: 'Everything is free.' })) })],
  },
  numberExactness: {
    one: [good],
    zero: [changed({ answer: 'For $5 [1].', parts: [{ text: 'For $5.', citations: [1] }] })],
  },
  productRecall: { one: [good], zero: [changed({ products: [] })] },
  productOrder: { one: [good], zero: [changed({ products: products.toReversed() })] },
  clarifyMatch: { one: [good], zero: [expecting({ clarify: true })] },
  handoffMatch: { one: [good], zero: [expecting({ handoff: true })] },
  statusAccuracy: { one: [good], zero: [changed({ status: 'clarify' })] },
  abstention: { one: [abstained, good], zero: [answeredWrongly, abstainedWrongly] },
  abstentionPrecision: { one: [abstained, good], zero: [abstainedWrongly] },
  abstentionRecall: { one: [abstained, good], zero: [answeredWrongly] },
  abstentionAuc: { one: [abstained, good], zero: [answeredWrongly, abstainedWrongly] },
  calibrationError: sure,
  brier: sure,
  languageMatch: { one: [good], zero: [changed({ locale: 'es' })] },
  latencyP50: timed,
  latencyP95: timed,
  latencyP99: timed,
  inputTokens: { one: [changed({ usage })], zero: [good] },
  outputTokens: { one: [changed({ usage })], zero: [good] },
  costUsd: { one: [changed({ usage })], zero: [good] },
};

describe.each(METRIC_NAMES)('%s', (name) => {
  it('is 1 where it must be', () => {
    expect(measureSuite(extremes[name].one.map((run) => scoreCase(run)))[name].value).toBe(1);
  });

  it('is 0 where it must be', () => {
    expect(measureSuite(extremes[name].zero.map((run) => scoreCase(run)))[name].value).toBe(0);
  });

  it('has a reason in place of a value where there is nothing to measure', () => {
    const { value, reason, count, interval } = measureSuite([])[name];
    expect([value, count, interval]).toEqual([null, 0, null]);
    expect(reason).toMatch(/^[a-z]/);
  });

  it('says what it is, and where it is defined', () => {
    const { definition, meaning, range, unit } = METRICS[name];
    expect(meaning.length).toBeGreaterThan(10);
    expect(range[1]).toBe(unit === 'share' ? 1 : null);
    expect(existsSync(join(import.meta.dirname, '../metrics', definition))).toBe(true);
  });
});
