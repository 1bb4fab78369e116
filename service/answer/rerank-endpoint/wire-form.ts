import type { RerankSettings } from './rerank-settings.ts';

/**
 * How a server wants to be asked. `cohere`: `{model, query, documents, top_n}` (Cohere's API v2, POST /v2/rerank; so vLLM,
 * Jina, llama.cpp and others). `tei`: `{query, texts, truncate}` (Hugging Face's Text Embeddings Inference, POST /rerank).
 */
export type WireForm = 'cohere' | 'tei';

const VERSIONED = /\/v\d+\/rerank\/?$/;

/** Where scores are asked for: an address without a path is a server's, and its endpoint is `/rerank`. Pure. */
export function endpointOf(url: URL): URL {
  const endpoint = new URL(url);
  if (endpoint.pathname === '/') endpoint.pathname = '/rerank';
  endpoint.hash = '';
  return endpoint;
}

/** The form to try first: TEI has no version in its path, and no model to choose. Pure. */
export function likelyForm({ url, model }: Pick<RerankSettings, 'url' | 'model'>): WireForm {
  return model !== null || VERSIONED.test(url.pathname) ? 'cohere' : 'tei';
}

export function otherForm(form: WireForm): WireForm {
  return form === 'cohere' ? 'tei' : 'cohere';
}

/** The body of a request in one of the forms. Pure. */
export function requestBody(form: WireForm, model: string | null, query: string, texts: string[]): object {
  // TEI answers 413 to a text longer than its model reads, unless it may cut it.
  if (form === 'tei') return { query, texts, truncate: true };
  return { ...(model === null ? {} : { model }), query, documents: texts, top_n: texts.length };
}
