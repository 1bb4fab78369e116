import type { AnswerResponse } from '../../schemas/answer-response.ts';
import { citedSources } from '../cited-source.ts';
import type { StreamedEvent, WireFormat } from '../wire-format.ts';

/** Headers by which AI SDK clients and proxies know the stream, beside those of every event stream. */
const uiStreamHeaders = { 'x-vercel-ai-ui-message-stream': 'v1' };

const TEXT = 'answer';

interface Part {
  type: string;
  [key: string]: unknown;
}

/**
 * The AI SDK's UI message stream, version 1 (`vercel/ai`, `packages/ai/src/ui-message-stream/ui-message-chunks.ts`): parts as
 * unnamed events, `[DONE]` last. Released clients refuse a part with a key that they do not know, so what only Aisle has stands
 * in `data-…` parts; a part of the same type and id takes the place of the one before.
 */
export function makeUiStreamFormat(): WireFormat {
  let isOpen = false;
  /** Data parts that have been sent, so that none is sent twice. */
  const sent = new Set<string>();
  const write = (...parts: Part[]) => {
    const texts = parts.map((part) => ({
      isData: part.type.startsWith('data-'),
      text: JSON.stringify(part),
    }));
    const fresh = texts.filter(({ isData, text }) => !isData || !sent.has(text));
    for (const { isData, text } of fresh) if (isData) sent.add(text);
    return fresh.map(({ text }) => `data: ${text}\n\n`).join('');
  };
  const opened = (): Part[] => {
    if (isOpen) return [];
    isOpen = true;
    return [{ type: 'text-start', id: TEXT }];
  };
  const closed = (): Part[] => {
    if (!isOpen) return [];
    isOpen = false;
    return [{ type: 'text-end', id: TEXT }];
  };
  return {
    headers: uiStreamHeaders,
    resumable: true,
    event: (event) => {
      if (event.type === 'delta')
        return write(...opened(), { type: 'text-delta', id: TEXT, delta: event.text });
      if (event.type !== 'done') return write(...announced(event));
      return `${write(...opened(), ...closed(), ...proofs(event.response), { type: 'finish' })}data: [DONE]\n\n`;
    },
    failed: ({ details }) =>
      `${write(...closed(), { type: 'error', errorText: details.detail })}data: [DONE]\n\n`,
  };
}

/** What is told while the answer is made; what has changed since comes again at its end. */
function announced(event: Exclude<StreamedEvent, { type: 'delta' | 'done' }>): Part[] {
  switch (event.type) {
    case 'start': {
      const { id, conversationId, store, locale } = event;
      return [{ type: 'start', messageId: id, messageMetadata: { conversationId, store, locale } }];
    }
    case 'citation':
      return [citationPart(event.citation)];
    case 'products':
      return [productsPart(event.products)];
  }
}

function proofs(response: AnswerResponse): Part[] {
  const { citations, products, clarify, handoff } = response;
  return [
    ...citedSources(citations).map(({ documentId, url, title }) => ({
      type: 'source-url',
      sourceId: documentId,
      url,
      title,
    })),
    ...citations.map(citationPart),
    ...(products.length > 0 ? [productsPart(products)] : []),
    ...(clarify === null ? [] : [{ type: 'data-clarify', id: 'clarify', data: clarify }]),
    ...(handoff === null ? [] : [{ type: 'data-handoff', id: 'handoff', data: handoff }]),
    { type: 'data-answer', id: 'answer', data: aboutAnswer(response) },
  ];
}

const citationPart = (citation: AnswerResponse['citations'][number]) => ({
  type: 'data-citation',
  id: `citation-${citation.id}`,
  data: citation,
});

const productsPart = (products: AnswerResponse['products']) => ({
  type: 'data-products',
  id: 'products',
  data: products,
});

function aboutAnswer(response: AnswerResponse): object {
  const { id, conversationId, store, locale, status, confidence, suggestions, sourceLocale, model } =
    response;
  return { id, conversationId, store, locale, status, confidence, suggestions, sourceLocale, model };
}
