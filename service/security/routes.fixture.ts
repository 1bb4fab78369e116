import type { App } from '../app-env.ts';

/** A route as it is asked for. */
export interface KnownRoute {
  method: string;
  /** With its parameters as `:name`. */
  pattern: string;
}

/** Every route of an app, without what stands before all of them. */
export function listRoutes(app: App): KnownRoute[] {
  const seen = new Map<string, KnownRoute>();
  for (const { method, path: pattern } of app.routes) {
    if (pattern === '*' || pattern === '/*' || method === 'ALL') continue;
    seen.set(`${method} ${pattern}`, { method, pattern });
  }
  return [...seen.values()];
}

/** The address of a route. @param fill what stands for each parameter, as it is to be in the path */
export function addressOf(pattern: string, fill: (name: string) => string): string {
  return pattern
    .replace(/:([A-Za-z]\w*)(\{[^}]*\})?/g, (_all, name: string) => fill(name))
    .replace(/\*$/, () => fill('rest'));
}

/** A body that the route takes, by its address; others take none. */
export const validBodies: Record<string, object[]> = {
  '/answer': [
    {
      question: 'canary: may I return a jacket?',
      store: 'shop',
      conversationId: 'cnv_1',
      locale: 'en-US',
      market: 'US',
      filters: { maxPrice: 100, color: 'red', size: ['M', 'L'], inStock: true },
      limit: 6,
    },
    { question: 'canary' },
  ],
  '/chat': [
    {
      id: 'c1',
      store: 'shop',
      trigger: 'submit-message',
      messageId: null,
      messages: [
        { id: 'm1', role: 'user', parts: [{ type: 'text', text: 'canary' }] },
        {
          id: 'ans_1',
          role: 'assistant',
          parts: [{ type: 'text', text: 'Yes [1].' }],
          metadata: { conversationId: 'cnv_1' },
        },
        { id: 'm2', role: 'user', parts: [{ type: 'text', text: 'canary' }, { type: 'file' }] },
      ],
    },
  ],
  '/v1/chat/completions': [
    {
      model: 'aisle/shop',
      stream: true,
      stream_options: { include_usage: true },
      n: 1,
      temperature: 0.2,
      messages: [
        { role: 'system', content: 'canary' },
        { role: 'user', content: [{ type: 'text', text: 'canary' }] },
        { role: 'assistant', content: null },
        { role: 'user', content: 'canary' },
      ],
      aisle: { conversationId: 'cnv_1', filters: { color: 'red' }, market: null },
    },
    { model: 'shop', messages: [{ role: 'user', content: 'canary' }] },
  ],
  '/feedback': [
    { answerId: 'ans_1', rating: 'up', comment: 'canary', store: 'shop' },
    { answerId: 'ans_1', rating: 2, citations: [{ id: 1, wrong: true }] },
  ],
  '/handoff': [
    {
      contact: 'canary@shop.example',
      message: 'canary',
      store: 'shop',
      conversationId: 'cnv_1',
      locale: 'en',
    },
  ],
  '/mcp': [
    {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a', version: '1' } },
    },
    { jsonrpc: '2.0', id: 2, method: 'tools/list' },
    {
      jsonrpc: '2.0',
      id: 3,
      method: 'tools/call',
      params: { name: 'answer', arguments: { question: 'canary', store: 'shop' } },
    },
    {
      jsonrpc: '2.0',
      id: 4,
      method: 'tools/call',
      params: { name: 'search_catalog', arguments: { query: 'canary' } },
    },
  ],
};
