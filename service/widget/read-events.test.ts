import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEvent, heartbeat } from '../wire/server-sent-events.ts';

type ReadEvents = (body: ReadableStream<Uint8Array>) => AsyncIterable<{ name: string; data: unknown }>;
// The page's scripts are plain JavaScript; a computed address keeps the compiler from asking for their types.
const { readEvents }: { readEvents: ReadEvents } = await import(
  new URL('./read-events.js', import.meta.url).href
);

async function read(bytes: Uint8Array, cuts: number[] = []) {
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const pieces = edges.slice(1).map((edge, at) => bytes.slice(edges[at], edge));
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
  const events = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test('reads back whatever the server writes, however the network cuts it', async () => {
  const event = fc.record({ name: fc.constantFrom('start', 'delta', 'done'), data: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(fc.array(event), fc.array(fc.nat(), { maxLength: 8 }), async (events, cuts) => {
      const wire = events.map(({ name, data }) => heartbeat + formatEvent(name, data)).join('');
      const wanted = JSON.parse(JSON.stringify(events));
      expect(await read(new TextEncoder().encode(wire), cuts)).toEqual(wanted);
    }),
  );
});

test('takes CRLF line ends, also cut in the middle', async () => {
  const bytes = new TextEncoder().encode('event: a\r\ndata: 1\r\n\r\nevent: b\r\ndata: 2\r\n\r\n');
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    expect(await read(bytes, [cut])).toEqual([
      { name: 'a', data: 1 },
      { name: 'b', data: 2 },
    ]);
  }
});

test('leaves out an event that was cut off', async () => {
  expect(await read(new TextEncoder().encode('data: 1\n\ndata: 2'))).toEqual([{ name: 'message', data: 1 }]);
});
