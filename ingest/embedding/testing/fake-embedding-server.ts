import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A local server that speaks OpenAI's `POST /v1/embeddings`. */
export interface FakeEmbeddingServer {
  /** Base URL to configure a client with, ending in `/v1`. */
  url: string;
  /** Texts that it was asked for, in order. */
  texts: string[];
  /** Answers every request with this status instead of vectors; null: vectors. */
  refuseWith: number | null;
  /** Awaited before each answer. */
  before: () => Promise<void>;
  close(): Promise<void>;
}

/** Its vectors tell their text: the shares of the letters a, b, c, … that are counted, and a 1. */
export async function startFakeEmbeddingServer({
  dimensions,
}: {
  dimensions: number;
}): Promise<FakeEmbeddingServer> {
  const server = createServer(async (request, response) => {
    const { input, model } = (await json(request)) as { input: string[]; model: string };
    await fake.before();
    const status = fake.refuseWith ?? 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    if (status !== 200) {
      response.end(
        JSON.stringify({ error: { message: `refused with ${status}`, type: 'error', code: null } }),
      );
      return;
    }
    fake.texts.push(...input);
    const data = input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: letters(text, dimensions),
    }));
    response.end(
      JSON.stringify({ object: 'list', model, data, usage: { prompt_tokens: 1, total_tokens: 1 } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeEmbeddingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    texts: [],
    refuseWith: null,
    before: async () => undefined,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

function letters(text: string, dimensions: number): number[] {
  const counts = new Array<number>(dimensions).fill(0);
  counts[dimensions - 1] = 1;
  for (const letter of text.toLowerCase()) {
    const place = letter.charCodeAt(0) - 97;
    if (place >= 0 && place < dimensions - 1) counts[place] = (counts[place] ?? 0) + 1 / text.length;
  }
  return counts;
}
