import { setTimeout as sleep } from 'node:timers/promises';
import type { AnswerQuestion } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { Citation } from '../schemas/citation.ts';
import type { ConversationTurn } from '../schemas/conversation.ts';
import type { DocumentResponse } from '../schemas/document.ts';
import type { ProductCard } from '../schemas/product-card.ts';
import type { ServiceDeps } from '../service-deps.ts';

const asOf = '2026-03-01T09:00:00Z';
const script = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';

const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of the returns page.`).join('\n');
const quote = "We can't accept items that have been worn.";
const text = `Returns\n${filler}\nWhat we accept\n${quote} Send the rest back within 30 days.\n${filler}`;

const document: DocumentResponse = {
  id: 'doc_returns',
  store: 'sample',
  url: 'https://shop.example/returns',
  title: 'Returns and exchanges',
  kind: 'policy',
  locale: 'en',
  text,
  contentHash: 'sha256-0',
  fetchedAt: asOf,
};

function cite(id: number, words: string, changes: Partial<Citation> = {}): Citation {
  const start = text.indexOf(words);
  return {
    id,
    url: document.url,
    title: document.title,
    heading: ['Returns', 'What we accept'],
    quote: words,
    documentId: document.id,
    start,
    end: start + words.length,
    contentHash: document.contentHash,
    fetchedAt: asOf,
    answerSpans: [],
    link: `${document.url}#:~:text=${encodeURIComponent(words)}`,
    ...changes,
  };
}

const jacket: ProductCard = {
  sku: 'J-1',
  name: 'Ridgeline rain jacket',
  url: 'https://shop.example/products/ridgeline',
  image: null,
  price: 129,
  listPrice: 159,
  currency: 'USD',
  availability: 'in_stock',
  attributes: { color: ['red', 'blue'], size: 'M' },
  asOf,
};
const tent: ProductCard = {
  ...jacket,
  sku: 'T-1',
  name: 'Two-person tent',
  price: 240,
  priceMax: 280,
  listPrice: null,
  availability: 'out_of_stock',
  attributes: {},
};

/** Answers by a word in the question; the conversation's turns are counted in `suggestions`. */
function respond(question: string, turn: number): Partial<AnswerResponse> {
  if (question.includes('moon')) {
    const message = 'Our team can look into it.';
    return {
      status: 'abstained',
      answer: "I couldn't find that in the store's pages.",
      handoff: { reason: 'not-found', message },
    };
  }
  if (question.includes('person')) {
    return {
      status: 'handoff',
      answer: 'A person will help you with that.',
      handoff: { reason: 'asked', message: 'Leave us a way to reach you.' },
    };
  }
  if (question.includes('shoes')) {
    const clarify = { attribute: 'size', question: 'Which size do you wear?', options: ['41', '42'] };
    return { status: 'clarify', answer: clarify.question, clarify };
  }
  if (question.includes('Spanish')) {
    return {
      answer: `I only found this in Spanish: "${quote}" [1].`,
      sourceLocale: 'es',
      citations: [cite(1, quote)],
      conflicts: [
        { url: 'https://shop.example/old', quote: 'Worn is fine.', wins: document.url, reason: 'newer' },
      ],
    };
  }
  if (question.includes('script')) {
    return {
      answer: `${script} [1].`,
      citations: [
        cite(1, quote, {
          title: script,
          heading: [script],
          quote: script,
          link: 'javascript:window.ran=true',
        }),
      ],
      products: [
        { ...jacket, name: script, url: 'javascript:window.ran=true', image: 'javascript:window.ran=true' },
      ],
      suggestions: [script],
    };
  }
  return {
    answer: `Worn items can't be returned [1]. Anything else can be sent back within 30 days [2].`,
    citations: [cite(1, quote), cite(2, 'Send the rest back within 30 days.')],
    products: question.includes('jacket') ? [jacket, tent] : [],
    suggestions: [`How long do refunds take? (${turn})`],
  };
}

/** What the fake service was told, for tests to look at. */
export interface FakeRecord {
  feedback: unknown[];
  handoffs: unknown[];
  questions: { question: string; store: string; conversationId?: string | undefined }[];
  /** Answers whose signal was aborted. */
  aborted: number;
}

/**
 * A service without a database or a model, for tests of the HTTP layer and the chat page: `jacket`, `moon`, `person`,
 * `shoes`, `Spanish`, `script`, `fail`, `late` and `slow` in a question choose what it does.
 * @param delayMs pause between two streamed words
 */
export function makeFakeService({
  delayMs = 0,
  stores = ['sample'],
}: {
  delayMs?: number;
  stores?: string[];
} = {}) {
  const record: FakeRecord = { feedback: [], handoffs: [], questions: [], aborted: 0 };
  let broken = true;
  const kept: { store: string; conversationId: string; turn: ConversationTurn }[] = [];

  const answer: AnswerQuestion = async (request, { signal, onEvent }) => {
    const { question, store } = request;
    record.questions.push({ question, store, conversationId: request.conversationId });
    signal.addEventListener('abort', () => (record.aborted += 1));
    const turn = record.questions.filter(({ conversationId }) => conversationId !== undefined).length;
    const base = {
      id: `ans_${record.questions.length}`,
      conversationId: request.conversationId ?? 'cnv_1',
      store,
      locale: 'en',
    };
    if (question.includes('fail') && broken) {
      broken = false;
      throw Object.assign(new Error('secret: connect to db.internal failed'), { code: 'ECONNREFUSED' });
    }
    await onEvent?.({ type: 'start', ...base });
    if (question.includes('slow')) await sleep(60_000, undefined, { signal });
    const response: AnswerResponse = {
      ...base,
      status: 'answered',
      answer: '',
      parts: [],
      citations: [],
      products: [],
      clarify: null,
      handoff: null,
      conflicts: [],
      confidence: 0.9,
      suggestions: [],
      model: 'fake',
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
      timings: { embed: 0, search: 0, generate: 0, verify: 0, total: 0 },
      ...respond(question, turn),
    };
    for (const word of response.answer.split(/(?<=\s|\[)/)) {
      await onEvent?.({ type: 'delta', text: word });
      if (delayMs > 0) await sleep(delayMs, undefined, { signal });
      if (question.includes('late')) throw new Error('secret: upstream said no');
    }
    for (const citation of response.citations) await onEvent?.({ type: 'citation', citation });
    if (response.products.length > 0) await onEvent?.({ type: 'products', products: response.products });
    const asked = { question, askedAt: asOf, feedback: null };
    kept.push({ store, conversationId: base.conversationId, turn: { ...response, ...asked } });
    return response;
  };

  const deps: Omit<ServiceDeps, 'logger'> = {
    answer,
    findDocument: async (store, id) =>
      id === document.id && stores.includes(store) ? { ...document, store } : null,
    saveFeedback: async (feedback) => {
      if (!feedback.answerId.startsWith('ans_') || feedback.store !== stores[0]) return false;
      record.feedback.push(feedback);
      return true;
    },
    requestHandoff: async (request) => {
      record.handoffs.push(request);
      return { id: 'hnd_1' };
    },
    conversations: {
      read: async (store, id) => {
        const turns = kept.filter((one) => one.store === store && one.conversationId === id);
        const times = { startedAt: asOf, lastAt: asOf, expiresAt: null };
        const rest = { more: false, takeover: 'none' as const, messages: [] };
        return turns.length === 0
          ? null
          : { id, store, ...times, turns: turns.map(({ turn }) => turn), ...rest };
      },
      delete: async (store, id) => {
        const gone = kept.filter((one) => one.store === store && one.conversationId === id);
        for (const one of gone) kept.splice(kept.indexOf(one), 1);
        return gone.length === 0 ? null : { id, deleted: { answers: gone.length, feedback: 0, handoffs: 0 } };
      },
    },
    listStores: async () =>
      stores.map((id) => ({
        id,
        name: `Store ${id}`,
        locales: ['en'],
        examples: ['Can I return a worn jacket?', 'How long does shipping take?'],
      })),
    checkReady: async () => ({ ok: true, checks: { database: { ok: true } } }),
  };
  return { deps, record };
}
