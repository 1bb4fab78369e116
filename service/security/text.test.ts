import { expect, test } from 'vitest';
import { makeStrictService, shopKey } from './strict-service.fixture.ts';

const message = (role: string, text: string, id = 'm') => ({ role, id, parts: [{ type: 'text', text }] });

test.each([
  ['/answer', { question: 'a', filters: { color: 'a\0' } }],
  ['/answer', { question: 'a', filters: { 'a\0': 'a' } }],
  ['/answer', { question: 'a', filters: { size: ['\ud800'] } }],
  ['/answer', { question: 'a', filters: { brand: '\0' } }],
  ['/answer', { question: 'a', filters: { maxPrice: 1e300 } }],
  ['/answer', { question: 'a', conversationId: 'cnv_\0' }],
  ['/chat', { messages: [message('user', 'a\0'), message('user', 'b')] }],
  ['/chat', { messages: [message('user', 'a'), message('assistant', '\ud800', '\0'), message('user', 'b')] }],
  ['/chat', { filters: { color: '\0' }, messages: [message('user', 'b')] }],
  [
    '/v1/chat/completions',
    {
      model: 'shop',
      messages: [
        { role: 'user', content: 'a\0' },
        { role: 'user', content: 'b' },
      ],
    },
  ],
  ['/v1/chat/completions', { model: 'shop\0', messages: [{ role: 'user', content: 'b' }] }],
  ['/feedback', { answerId: 'ans_\0', rating: 1 }],
  ['/feedback', { answerId: 'ans_1', rating: 1, comment: 'a\ud800' }],
  ['/handoff', { contact: 'a', message: 'b', locale: 'a\0' }],
  ['/handoff', { contact: 'a', message: 'b', conversationId: '\ud800' }],
])('text that no database keeps is refused, or mended, and never reaches one: %s %j', async (path, body) => {
  const { app } = makeStrictService();
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${shopKey.text}` },
    body: JSON.stringify(body),
  });
  expect(response.status).toBeLessThan(500);
});

test.each([
  '/documents/',
  '/conversations/',
  '/v1/models/',
  '/chat/%00/stream?x=',
  '/answer/ans_%00/events?x=',
])('nor in an address: %s', async (path) => {
  const { app } = makeStrictService();
  for (const id of ['%00', '%ED%A0%80', 'a%00b', '%ff']) {
    const headers = { authorization: `Bearer ${shopKey.text}` };
    expect((await app.request(`${path}${id}`, { headers })).status).toBeLessThan(500);
    expect((await app.request(`${path}x?store=${id}`, { headers })).status).toBeLessThan(500);
  }
});
