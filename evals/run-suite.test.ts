import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { detectAnswerLanguage } from './detect-answer-language.ts';
import { runSuite } from './run-suite.ts';
import type { SuiteCase } from './suite.ts';
import { makeFakeTarget } from './testing/fake-target.ts';
import { sampleAbstention, sampleAnswer } from './testing/sample-answer.ts';

const detectLanguage = async () => null;
const entry = (id: string, changes: Partial<SuiteCase> = {}): SuiteCase => ({
  id,
  tags: [],
  questions: [`Question ${id}?`],
  locale: null,
  filters: null,
  expect: { factsMode: 'all', status: 'answered' },
  ...changes,
});

describe('runSuite', () => {
  it('keeps the order of the cases, however long each takes, and no more run at once than allowed', async () => {
    let running = 0;
    let most = 0;
    const target = makeFakeTarget(async ({ question }) => {
      running += 1;
      most = Math.max(most, running);
      await sleep(question.includes('a') ? 20 : 1);
      running -= 1;
      return sampleAnswer({ answer: question });
    });
    const cases = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id));
    const results = await runSuite(cases, target, { detectLanguage, parallel: 2 });
    expect(results.map(({ id, answer }) => [id, answer])).toEqual(
      cases.map(({ id }) => [id, `Question ${id}?`]),
    );
    expect(most).toBe(2);
  });

  it('sends each turn with the conversation id of the turn before, and scores the last', async () => {
    let turn = 0;
    const target = makeFakeTarget(() => {
      turn += 1;
      return turn === 1 ? sampleAbstention({ conversationId: 'cnv_first' }) : sampleAnswer();
    });
    const filters = { maxPrice: 100 };
    const [result] = await runSuite(
      [entry('a', { questions: ['One?', 'Two?'], locale: 'en', filters })],
      target,
      {
        detectLanguage,
      },
    );
    expect(target.requests).toEqual([
      { question: 'One?', store: 'sample', locale: 'en', filters },
      { question: 'Two?', store: 'sample', locale: 'en', filters, conversationId: 'cnv_first' },
    ]);
    expect(result).toMatchObject({ passed: true, status: 'answered', questions: ['One?', 'Two?'] });
  });

  it('fails a case whose answer throws, with every cause, and goes on', async () => {
    const target = makeFakeTarget(({ question }) => {
      if (question === 'Two?') throw new Error('the model is away', { cause: new Error('ECONNREFUSED') });
      return sampleAnswer();
    });
    const results = await runSuite([entry('a', { questions: ['One?', 'Two?'] }), entry('b')], target, {
      detectLanguage,
    });
    expect(results[0]).toMatchObject({
      passed: false,
      error: 'turn 2 of 2: the model is away: ECONNREFUSED',
    });
    expect(results[1]).toMatchObject({ passed: true, error: null });
  });

  it('fails a case that never ends, though the target ignores its signal', async () => {
    const target = makeFakeTarget(() => new Promise<never>(() => {}));
    const [result] = await runSuite([entry('a')], target, { detectLanguage, timeoutMs: 20 });
    expect(result).toMatchObject({ passed: false, error: 'no answer within 20 ms' });
  });

  it('fetches a document once for all cases that cite it', async () => {
    const target = makeFakeTarget(() => sampleAnswer());
    await runSuite([entry('a'), entry('b'), entry('c')], target, { detectLanguage });
    expect(target.fetched).toEqual(['doc_returns']);
  });

  it('fails a case whose documents cannot be fetched, and asks again for the next case', async () => {
    const target = makeFakeTarget(() => sampleAnswer());
    let calls = 0;
    const fetched = target.findDocument;
    target.findDocument = async (...request) => {
      calls += 1;
      if (calls === 1) throw new Error('broken');
      return fetched(...request);
    };
    const results = await runSuite([entry('a'), entry('b')], target, { detectLanguage, parallel: 1 });
    expect(results.map(({ passed, error }) => [passed, error])).toEqual([
      [false, 'broken'],
      [true, null],
    ]);
  });
});

describe('detectAnswerLanguage', () => {
  it.each([
    ['You can return any item that you have not worn within thirty days of delivery.', 'en'],
    ['Puedes devolver cualquier artículo que no hayas usado en un plazo de treinta días.', 'es'],
    ['Tundra Parka', null],
  ])('of %j is %s', async (text, language) => {
    expect(await detectAnswerLanguage(text)).toBe(language);
  });
});
