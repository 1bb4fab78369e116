import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asksByMessage, asksFor, asksInMessage, isLong } from './asks-for.ts';

test('a question is told from what only may take as long', () => {
  expect(asksFor('POST', '/v1/chat/completions')).toBe('answer');
  expect(asksFor('GET', '/answer')).toBeNull();
  expect(isLong('answer', 'POST', '/answer')).toBe(true);
  for (const [path, long] of [
    ['/answer/ans_1/events', true],
    ['/chat/x/stream', true],
    ['/documents/d', false],
  ] as const)
    expect([asksFor('GET', path), isLong(null, 'GET', path)]).toEqual([null, long]);
});

test('what a message of MCP asks for is told by the tool that it calls', () => {
  expect([asksByMessage('POST', '/mcp'), asksByMessage('GET', '/mcp')]).toEqual([true, false]);
  const call = (name: unknown) => asksInMessage({ jsonrpc: '2.0', method: 'tools/call', params: { name } });
  expect(['answer', 'search_policies', 'search_catalog', 'get_product', 'nothing'].map(call)).toEqual([
    'answer',
    'search',
    'search',
    null,
    null,
  ]);
  for (const method of ['initialize', 'tools/list', 'notifications/initialized', 'resources/read', 'ping'])
    expect(asksInMessage({ jsonrpc: '2.0', method, params: { name: 'answer' } })).toBeNull();
});

test('whatever a message is, it is told', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(asksInMessage(message)).toBeNull();
      expect(asksInMessage({ method: 'tools/call', params: message })).toBeNull();
    }),
  );
});
