import { classifyContent } from '../crawl/content-kind.ts';
import type { SafeFetch, SafeResponse } from '../safe-fetch.ts';
import { RenderProblem } from './render-problem.ts';
import type { AllowsUrl } from './serve-page-requests.ts';

/** What one page's document may be, as its source has it. */
interface FetchDocumentOptions {
  allows: AllowsUrl;
  followRedirect: (to: URL, from: URL) => boolean;
  /** BCP 47. */
  locale: string;
  signal: AbortSignal;
}

/** Makes the function that fetches the web page that is to be shown. */
export function makeFetchDocument(deps: { safeFetch: SafeFetch; maxBytes: number; timeoutMs: number }) {
  const { safeFetch, maxBytes, timeoutMs } = deps;

  /** @throws {RenderProblem} `moved`, `status` or `not-a-page`; {FetchProblem}. */
  return async function fetchDocument(url: URL, options: FetchDocumentOptions): Promise<SafeResponse> {
    const { allows, followRedirect, locale, signal } = options;
    const problem = (code: 'moved' | 'status' | 'not-a-page', found: string) =>
      new RenderProblem(code, `render ${url.href}: expected a web page, found ${found}. It is left out.`);
    if (!(await allows(url))) throw problem('moved', 'that robots.txt forbids it');
    const headers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1', 'accept-language': locale };
    const response = await safeFetch(url, { headers, maxBytes, timeoutMs, signal, followRedirect });
    const { status, body } = response;
    if (response.redirects.length > 0 && !(await allows(new URL(response.url))))
      throw problem('moved', `that robots.txt forbids where it leads, ${response.url}`);
    const location = response.headers.location;
    if (status >= 300 && status < 400)
      throw problem('moved', `a redirect to ${location ?? 'nowhere'}, which is not followed`);
    if (status < 200 || status > 299) throw problem('status', `status ${status}`);
    const { kind, contentType } = classifyContent(response.headers['content-type'], response.url, body);
    if (kind !== 'html') throw problem('not-a-page', contentType);
    return response;
  };
}
