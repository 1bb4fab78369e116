import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResolvedAnswerRequest } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { type KeptAnswer, makeAnswerCache } from './answer-cache.ts';
import { questionKey, type StoreState } from './question-key.ts';

const request: ResolvedAnswerRequest = { store: 'shop', question: 'Can I return a jacket?' };
const state: StoreState = { revision: 1, embeddingModel: 'local', name: 'Shop' };
const noon = new Date('2026-03-01T12:00:00Z');
const key = (changes: Partial<ResolvedAnswerRequest> = {}, store: Partial<StoreState> = {}, now = noon) =>
  questionKey({ ...request, ...changes }, { ...state, ...store }, now);

function kept(changes: Partial<AnswerResponse> = {}): KeptAnswer {
  const response = { status: 'answered', answer: 'Yes.', handoff: null, ...changes } as AnswerResponse;
  return { events: [{ type: 'delta', text: 'Yes.' }], response, standalone: 'q' };
}

describe('questionKey', () => {
  it.each([
    ['the store', { store: 'other' }, {}],
    ['a word', { question: 'Can I return a jackets?' }, {}],
    ['a capital, which may name something', { question: 'can I return a jacket?' }, {}],
    ['the locale', { locale: 'es' }, {}],
    ['the market', { market: 'ES' }, {}],
    ['a filter', { filters: { maxPrice: 10 } }, {}],
    ['the limit', { limit: 3 }, {}],
    ['the revision', {}, { revision: 2 }],
    ['the model', {}, { embeddingModel: 'other' }],
    ['the name', {}, { name: 'Store' }],
  ])('differs with %s', (_name, changes, store) => expect(key(changes, store)).not.toBe(key()));

  it('differs from day to day', () => {
    expect(key({}, {}, new Date('2026-03-02T00:00:00Z'))).not.toBe(key());
    expect(key({}, {}, new Date('2026-03-01T23:59:00Z'))).toBe(key());
  });

  it('knows a question again by its words, whatever the white space, the order of filters and the conversation', () => {
    const filters = { color: 'red', maxPrice: 10 };
    expect(key({ question: '  Can I\n return a  jacket? ' })).toBe(key());
    expect(key({ conversationId: 'cnv_1' })).toBe(key());
    expect(key({ filters: { maxPrice: 10, color: 'red' } })).toBe(key({ filters }));
  });

  it('is none where something is asked that it does not know, and for a question with earlier turns', () => {
    expect(key({ tone: 'rude' } as object)).toBeNull();
    expect(key({ history: [] })).toBe(key());
    expect(key({ history: [{ question: 'a', answer: 'b' }] })).toBeNull();
  });

  it('is never the same for two different requests', () => {
    const any = fc.record({
      store: fc.string(),
      question: fc.string(),
      locale: fc.string(),
      limit: fc.nat(),
    });
    const said = ({
      store,
      question,
      locale,
      limit,
    }: {
      store: string;
      question: string;
      locale: string;
      limit: number;
    }) => JSON.stringify([store, question.trim().replace(/\s+/g, ' '), locale, limit]);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(key(a) === key(b)).toBe(said(a) === said(b));
      }),
    );
  });
});

describe('the cache', () => {
  it('gives again what was kept, least lately asked first out, by number and by bytes', () => {
    const few = makeAnswerCache({ maxAnswers: 2 });
    for (const name of ['a', 'b']) few.keep(name, kept());
    expect(few.find('a')).toEqual(kept());
    few.keep('c', kept());
    expect([few.find('a'), few.find('b'), few.find('c')].map((found) => found !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
    const small = makeAnswerCache({ maxBytes: 3_000 });
    small.keep('big', kept({ answer: 'x'.repeat(2_000) }));
    small.keep('a', kept());
    expect([small.find('big'), small.find('a')]).toEqual([undefined, kept()]);
  });

  it('keeps no question that tells who somebody is, and no call for a person', () => {
    const cache = makeAnswerCache();
    const ask = (question: string) => cache.keyOf({ ...request, question }, state);
    expect(ask('Where is order 123456?')).toBeNull();
    expect(ask('My mail is ana@example.com, do you ship to me?')).toBeNull();
    expect(ask('Do you ship to Spain?')).not.toBeNull();
    const handoff = { reason: 'asked-for-a-person', message: 'm' };
    cache.keep('a', kept({ status: 'handoff', handoff }));
    expect(cache.find('a')).toBeUndefined();
    cache.keep('b', kept({ status: 'abstained', handoff }));
    expect(cache.find('b')).toBeDefined();
  });
});
