import { expect, it } from 'vitest';
import { makeFirstByte } from './first-byte.ts';

it('ends with the first bytes of a stream that goes on', async () => {
  let cancelled = false;
  const seen: unknown[] = [];
  const request = makeFirstByte(
    'http://service.test/answer',
    (index) => ({ question: `Q${index}?` }),
    async (_, init) => {
      seen.push(new Headers(init?.headers).get('accept'), init?.body);
      const stream = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode('event: start\n')),
        cancel: () => {
          cancelled = true;
        },
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
    },
  );
  await request(3);
  expect([cancelled, seen]).toEqual([true, ['text/event-stream', '{"question":"Q3?"}']]);
});

it('takes JSON, an error and an empty stream for what they are', async () => {
  const responses = [
    Response.json({}),
    new Response('{}', { status: 500, headers: { 'content-type': 'text/event-stream' } }),
    new Response('', { headers: { 'content-type': 'text/event-stream' } }),
  ];
  const request = makeFirstByte(
    'http://service.test/answer',
    () => ({}),
    async () => responses.shift() ?? Response.error(),
  );
  await expect(request(0)).rejects.toThrow('expected an event stream, got 200 application/json');
  await expect(request(1)).rejects.toThrow('got 500 text/event-stream');
  await expect(request(2)).rejects.toThrow('got 200 text/event-stream');
});
