import type { AnswerResponse } from '../../service/schemas/answer-response.ts';

/** The text of the one document that `sampleAnswer` cites. */
export const sampleDocument = 'Returns\nYou can return items within 30 days.\nWe can’t accept worn items.';

/** A right answer from that document, changed as a test wants it. */
export function sampleAnswer(changes: Partial<AnswerResponse> = {}): AnswerResponse {
  const quote = 'You can return items within 30 days.';
  const start = sampleDocument.indexOf(quote);
  return {
    id: 'ans_1',
    conversationId: 'cnv_1',
    store: 'sample',
    locale: 'en',
    status: 'answered',
    answer: 'You can return items within 30 days [1].',
    parts: [{ text: 'You can return items within 30 days', citations: [1] }],
    citations: [
      {
        id: 1,
        url: 'https://shop.test/returns',
        title: 'Returns',
        heading: ['Returns'],
        quote,
        documentId: 'doc_returns',
        start,
        end: start + quote.length,
        contentHash: 'sha256-0',
        fetchedAt: '2026-01-01T00:00:00Z',
        answerSpans: [{ start: 0, end: 35 }],
        link: 'https://shop.test/returns#:~:text=You%20can',
      },
    ],
    products: [],
    clarify: null,
    handoff: null,
    conflicts: [],
    confidence: 0.9,
    suggestions: [],
    model: 'extractive',
    usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
    timings: { embed: 1, search: 1, generate: 1, verify: 1, total: 4 },
    ...changes,
  };
}

/** An abstention, without citations. */
export function sampleAbstention(changes: Partial<AnswerResponse> = {}): AnswerResponse {
  return sampleAnswer({
    status: 'abstained',
    answer: "I couldn't find that in the store's pages.",
    parts: [],
    citations: [],
    confidence: 0,
    ...changes,
  });
}

export const sampleCard: AnswerResponse['products'][number] = {
  sku: 'PARKA-1',
  name: 'Tundra Parka',
  url: 'https://shop.test/parka',
  image: null,
  price: 129,
  currency: 'USD',
  availability: 'in_stock',
  attributes: { color: 'red' },
  asOf: '2026-01-01T00:00:00Z',
};
