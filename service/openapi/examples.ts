import type { AnswerRequest } from '../schemas/answer-request.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { answerFormat } from '../wire/answer-format.ts';

const quote = "We can't accept items that have been worn.";

const answer: AnswerResponse = {
  id: 'ans_3c59dc048e8850243be807',
  conversationId: 'cnv_8f14e45fceea167a5a36de',
  store: 'sample',
  locale: 'en',
  status: 'answered',
  answer: "Worn items can't be returned [1].",
  parts: [{ text: "Worn items can't be returned.", citations: [1] }],
  citations: [
    {
      id: 1,
      url: 'https://shop.example/returns',
      title: 'Returns',
      heading: ['Returns', 'What we accept'],
      quote,
      documentId: 'doc_1f0e3dad99908345f7439f',
      start: 812,
      end: 812 + quote.length,
      contentHash: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
      fetchedAt: '2026-11-22T09:00:00Z',
      answerSpans: [{ start: 0, end: 28 }],
      link: "https://shop.example/returns#:~:text=We%20can't%20accept%20items%20that%20have%20been%20worn.",
    },
  ],
  products: [],
  clarify: null,
  handoff: null,
  conflicts: [],
  confidence: 0.93,
  suggestions: ['How long do refunds take?'],
  model: 'extractive',
  usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
  timings: { embed: 0.4, search: 4, generate: 3.2, verify: 0.4, total: 10.3 },
};
const { id, conversationId, store, locale, citations } = answer;
const events = [
  answerFormat.event({ type: 'start', id, conversationId, store, locale }),
  answerFormat.event({ type: 'delta', text: answer.answer }),
  ...citations.map((citation) => answerFormat.event({ type: 'citation', citation })),
  answerFormat.event({ type: 'done', response: answer }),
].join('');

const question = 'Can I return a worn jacket?';
const asked: AnswerRequest = { question };

/** Bodies that show how a route is meant, by operation; others are made of their schemas. */
export const requestExamples: Readonly<Record<string, unknown>> = {
  answer: asked,
  chat: {
    id: 'chat-1',
    trigger: 'submit-message',
    messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: question }] }],
  },
  createChatCompletion: { model: 'sample', messages: [{ role: 'user', content: question }] },
  mcp: {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'search_catalog', arguments: { query: 'red jackets under $150' } },
  },
  giveFeedback: { answerId: answer.id, rating: 'up' },
  requestHandoff: { contact: 'ana@shop.example', message: 'My parcel has not come.', conversationId },
};

/** By operation and media type. */
export const responseExamples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  answer: { 'application/json': answer, 'text/event-stream': events },
  resumeAnswer: { 'text/event-stream': events },
};
