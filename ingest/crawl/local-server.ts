import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on a free local port, for tests. */
export interface LocalServer {
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** `127.0.0.1:PORT`. */
  host: string;
  /** Paths with queries, in order of arrival. */
  requests: string[];
  close(): Promise<void>;
}

/**
 * Starts a server that answers with `handle`; errors in it become status 599, so that tests see them.
 * @param port any free one by default.
 */
export async function startLocalServer(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
  port = 0,
): Promise<LocalServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    try {
      handle(request, response);
    } catch (error) {
      response.writeHead(599).end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  return { origin: `http://${host}`, host, requests, close };
}
