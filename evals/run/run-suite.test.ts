import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { isFlaky } from '../results/repeats.ts';
import { detectAnswerLanguage } from '../score/detect-answer-language.ts';
import { TargetLostError } from '../target/target.ts';
import { makeFakeTarget } from '../testing/fake-target.ts';
import { sampleAbstention, sampleAnswer } from '../testing/sample-answer.ts';
import { sampleCase, sampleTurn } from '../testing/sample-case.ts';
import { askCases, runSuite } from './run-suite.ts';

const detectLanguage = async () => null;
const entry = sampleCase;

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
      [
        entry('a', {
          turns: [
            { question: 'One?', locale: 'en', market: null, filters },
            { question: 'Two?', locale: null, market: 'CA', filters: null },
          ],
        }),
      ],
      target,
      {
        detectLanguage,
      },
    );
    expect(target.requests).toEqual([
      { question: 'One?', store: 'sample', locale: 'en', filters },
      { question: 'Two?', store: 'sample', market: 'CA', conversationId: 'cnv_first' },
    ]);
    expect(result).toMatchObject({ passed: true, status: 'answered', questions: ['One?', 'Two?'] });
  });

  it('fails a case whose answer throws, with every cause, and goes on', async () => {
    const target = makeFakeTarget(({ question }) => {
      if (question === 'Two?') throw new Error('the model is away', { cause: new Error('ECONNREFUSED') });
      return sampleAnswer();
    });
    const results = await runSuite(
      [entry('a', { turns: [sampleTurn('One?'), sampleTurn('Two?')] }), entry('b')],
      target,
      {
        detectLanguage,
      },
    );
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

describe('askCases', () => {
  const placed = (count: number) =>
    Array.from({ length: count }, (_, position) => ({ position, case: entry(String(position)) }));
  const collect = async (results: AsyncIterable<{ position: number }>) => {
    const positions: number[] = [];
    for await (const { position } of results) positions.push(position);
    return positions;
  };

  it('reads cases as they are asked: at most four times as many are held as run', async () => {
    let read = 0;
    let handedOn = 0;
    let most = 0;
    function* cases() {
      for (const one of placed(100)) {
        read += 1;
        most = Math.max(most, read - handedOn);
        yield one;
      }
    }
    // The first case takes longer than all that may be read beside it.
    const target = makeFakeTarget(async ({ question }) => {
      await sleep(question === 'Question 0?' ? 50 : 0);
      return sampleAnswer();
    });
    for await (const _ of askCases(cases(), target, { detectLanguage, parallel: 3 })) handedOn += 1;
    expect(handedOn).toBe(100);
    expect(most).toBeGreaterThan(3);
    expect(most).toBeLessThanOrEqual(12);
  });

  it('hands on what was judged when the run is ended, drops what runs, and begins nothing more', async () => {
    const ending = new AbortController();
    const target = makeFakeTarget(async ({ question }) => {
      // The first never comes; the end is asked for when the third is there.
      if (question === 'Question 0?') await new Promise(() => {});
      return sampleAnswer();
    });
    let judged = 0;
    const results = askCases(placed(1000), target, {
      detectLanguage,
      parallel: 2,
      signal: ending.signal,
      onCase: () => {
        judged += 1;
        if (judged === 3) ending.abort(new Error('enough'));
      },
    });
    expect(await collect(results)).toEqual([1, 2, 3]);
    expect(target.requests.length).toBeLessThanOrEqual(5);
  });

  it('ends with the cause when the target is lost, after what was judged', async () => {
    const target = makeFakeTarget(({ question }) => {
      if (Number(/\d+/.exec(question)?.[0]) >= 4)
        throw new Error('turn', { cause: new TargetLostError('gone') });
      return sampleAnswer();
    });
    const positions: number[] = [];
    const run = async () => {
      for await (const { position } of askCases(placed(50), target, { detectLanguage, parallel: 2 })) {
        positions.push(position);
      }
    };
    await expect(run()).rejects.toThrow('gone');
    expect(positions).toEqual([0, 1, 2, 3]);
    expect(target.requests.length).toBeLessThanOrEqual(6);
  });

  it('asks each case as often as is wanted; one that fails once has failed, and shows why', async () => {
    let calls = 0;
    const target = makeFakeTarget(() => {
      calls += 1;
      return calls === 2 ? sampleAbstention() : sampleAnswer();
    });
    const [result] = await runSuite([entry('a')], target, { detectLanguage, repeat: 3 });
    expect(result).toMatchObject({
      passed: false,
      status: 'abstained',
      repeats: [{ passed: true }, { passed: false, status: 'abstained' }, { passed: true }],
    });
    const [steady] = await runSuite([entry('a')], target, { detectLanguage, repeat: 2 });
    expect([result, steady].map((one) => one && isFlaky(one))).toEqual([true, false]);
  });

  it('leaves nothing under way when whoever takes the results goes away', async () => {
    let running = 0;
    const target = makeFakeTarget(async () => {
      running += 1;
      await sleep(5);
      running -= 1;
      return sampleAnswer();
    });
    for await (const _ of askCases(placed(50), target, { detectLanguage, parallel: 4 })) break;
    expect(running).toBe(0);
    expect(target.requests.length).toBeLessThan(20);
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
