import { withoutSecrets } from './without-secrets.ts';

/** Why a fetch brought nothing. */
export type FetchProblemCode =
  | 'bad-url'
  | 'blocked-address'
  | 'dns'
  | 'refused'
  | 'connection'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'bad-encoding'
  /** What was sent could not be kept. */
  | 'no-room'
  | 'aborted';

/** A fetch that failed; its message names the method, the URL, what was expected, what was found and what to do. */
export class FetchProblem extends Error {
  override readonly name = 'FetchProblem';
  readonly code: FetchProblemCode;
  /** The URL that failed, without credentials. */
  readonly url: string;

  constructor(code: FetchProblemCode, method: string, url: string | URL, message: string, cause?: unknown) {
    const shown = withoutCredentials(url);
    super(withoutSecrets(`${method} ${shown}: ${message}`), cause === undefined ? {} : { cause });
    this.code = code;
    this.url = shown;
  }
}

/** A URL fit for messages and logs: no user name, no password. */
export function withoutCredentials(url: string | URL): string {
  const parsed = URL.parse(String(url));
  if (parsed === null) return String(url).replace(/\/\/[^/@]*@/, '//');
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}
