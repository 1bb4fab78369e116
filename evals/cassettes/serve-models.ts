import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

const OPENAI_URL = 'https://api.openai.com/v1';

/**
 * Serves a `fetch` to another process of this machine, as a server of OpenAI's protocol: what an ingest asks of an embedding
 * model goes through the same cassette. A key is passed on as it comes; none is added.
 *
 * @param baseUrl of the server that is stood in for; null: OpenAI's own.
 * @returns its address, ending in `/v1`.
 */
export async function serveModels(
  send: typeof fetch,
  baseUrl: string | null,
): Promise<{ url: string; close(): Promise<void> }> {
  const base = (baseUrl ?? OPENAI_URL).replace(/\/+$/u, '');
  const server = createServer(async (request, response) => {
    const { authorization, 'content-type': type = 'application/json' } = request.headers;
    try {
      const answer = await send(`${base}${request.url?.replace(/^\/v1/u, '')}`, {
        method: request.method ?? 'POST',
        headers: { 'content-type': type, ...(authorization && { authorization }) },
        ...(request.method === 'GET' ? {} : { body: await text(request) }),
      });
      const wait = answer.headers.get('retry-after');
      const body = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? 'application/json',
        ...(wait !== null && { 'retry-after': wait }),
      });
      response.end(body);
    } catch {
      // As the lost connection that it is.
      response.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
