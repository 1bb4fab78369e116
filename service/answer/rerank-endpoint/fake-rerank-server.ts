import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How the server behaves to a request. */
export type FakeRerank =
  /** Scores each text; in Cohere's form or TEI's, and 422 to the other. */
  | { kind: 'scores'; form: 'cohere' | 'tei'; score: (text: string, query: string) => number }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  /** This body with status 200, whatever was asked. */
  | { kind: 'body'; body: string }
  /** A body without end. */
  | { kind: 'endless' }
  /** Headers, and never a body. */
  | { kind: 'silent' }
  | { kind: 'hangs-up' };

/** A request as the server got it. */
interface FakeRerankCall {
  path: string;
  authorization: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: whatever a client sends; only tests read it
  body: any;
}

export interface FakeRerankServer {
  /** Without a path. */
  url: string;
  /** Requests so far, oldest first. */
  calls: FakeRerankCall[];
  /** Behaviours of the next requests, one each, before the usual one applies again. */
  script(...behaviours: FakeRerank[]): void;
  /** Makes another behaviour the usual one. */
  become(behaviour: FakeRerank): void;
  close(): Promise<void>;
}

/** A local server that speaks Cohere's and TEI's rerank protocols, or breaks them, for tests and benchmarks. */
export async function startFakeRerankServer(behaviour: FakeRerank): Promise<FakeRerankServer> {
  const calls: FakeRerankCall[] = [];
  const queue: FakeRerank[] = [];
  let usual = behaviour;
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    respond(response, queue.shift() ?? usual, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    script: (...behaviours) => void queue.push(...behaviours),
    become: (next) => {
      usual = next;
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
function respond(response: ServerResponse, behaviour: FakeRerank, body: any): void {
  switch (behaviour.kind) {
    case 'scores': {
      const texts: string[] | undefined = behaviour.form === 'tei' ? body.texts : body.documents;
      if (texts === undefined) {
        send(response, 422, '{"error":"UPSTREAM missing field"}');
        break;
      }
      const scored = texts.map((one, index) => ({ index, score: behaviour.score(one, body.query) }));
      scored.sort((a, b) => b.score - a.score);
      const results = scored.map(({ index, score }) => ({ index, relevance_score: score }));
      send(response, 200, JSON.stringify(behaviour.form === 'tei' ? scored : { id: 'x', results }));
      break;
    }
    case 'status':
      send(response, behaviour.status, '{"error":"UPSTREAM failure"}', behaviour.headers);
      break;
    case 'body':
      send(response, 200, behaviour.body);
      break;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        while (!response.destroyed && response.write('[{"index":0,"score":1},'.repeat(1_000)));
      };
      response.on('drain', more);
      more();
      break;
    }
    case 'silent':
      response.writeHead(200).flushHeaders();
      break;
    case 'hangs-up':
      response.destroy();
      break;
  }
}

function send(response: ServerResponse, status: number, body: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
