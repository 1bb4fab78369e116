import type { App } from '../app-env.ts';
import type { FuzzedRequest } from './fuzz-requests.fixture.ts';
import { judgeResponse } from './judge-response.fixture.ts';

/** Sends a request to the app in this process. @returns its status, its path, and what is wrong with the response. */
export async function sendFuzzed(app: App, { method, path, headers, body }: FuzzedRequest) {
  const bare = method.toUpperCase() === 'GET' || method.toUpperCase() === 'HEAD';
  const request = new Request(`http://127.0.0.1${path}`, {
    method,
    headers,
    ...(bare || body === null ? {} : { body: new Uint8Array(body) }),
  });
  const response = await app.fetch(request);
  const { status } = response;
  const contentType = response.headers.get('content-type') ?? '';
  const { pathname } = new URL(request.url);
  const wrong = judgeResponse(pathname, { status, contentType, text: await response.text() });
  return { status, pathname, wrong };
}
