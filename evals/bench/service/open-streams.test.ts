import { expect, it } from 'vitest';
import { makeWholeStream } from './open-streams.ts';

const respond = (text: string) => async () => new Response(text);

it('reads a stream to its end, and tells when it began', async () => {
  const times: number[] = [];
  const fetch = respond(
    ': keep-alive\n\nevent: start\ndata: {}\n\nid: ans_1/2\nevent: done\ndata: {"a":1}\n\n',
  );
  await makeWholeStream(
    'http://service.test/answer',
    () => ({}),
    (ms) => times.push(ms),
    fetch,
  )(0);
  expect(times).toHaveLength(1);
});

it('takes a stream that breaks off or fails for an error', async () => {
  for (const text of [
    'event: start\ndata: {}\n\n',
    'event: error\ndata: {}\n\n',
    'event: done\ndata: {}',
    '',
  ]) {
    const request = makeWholeStream(
      'http://service.test/answer',
      () => ({}),
      () => {},
      respond(text),
    );
    await expect(request(0)).rejects.toThrow('expected a stream that ends with done');
  }
});
