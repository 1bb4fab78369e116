import { FetchProblem, type FetchProblemCode } from './fetch-problem.ts';
import { BlockedAddress } from './guarded-agent.ts';

const TLS =
  /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;

const BY_CODE: Record<string, [FetchProblemCode, string]> = {
  ENOTFOUND: ['dns', 'expected a host name that resolves, found no address for it. Check the spelling.'],
  ENODATA: ['dns', 'expected a host name that resolves, found no address for it. Check the spelling.'],
  EAI_AGAIN: ['dns', 'expected an answer from DNS, found none. Check the network, then try again.'],
  ECONNREFUSED: [
    'refused',
    'expected a server, found the connection refused. Check that it runs on this port.',
  ],
  UND_ERR_CONNECT_TIMEOUT: [
    'timeout',
    'expected a connection, found none in time. Check that the host is up.',
  ],
  ETIMEDOUT: ['timeout', 'expected a connection, found none in time. Check that the host is up.'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'expected response headers, found none in time. Try again later.'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'expected the whole body, found that it stalled. Try again later.'],
};

/**
 * Turns what undici, Node's sockets, TLS or zlib have thrown into a {@link FetchProblem} with that error as cause.
 *
 * @param method,url the request that failed.
 */
export function describeFailure(method: string, url: URL, error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const first = firstError(error);
  if (first instanceof BlockedAddress)
    return new FetchProblem('blocked-address', method, url, first.message, error);
  const code = codeOf(first);
  const known = BY_CODE[code];
  if (known !== undefined) return new FetchProblem(known[0], method, url, known[1], error);
  if (TLS.test(code)) {
    const found = `expected a valid TLS connection, found ${code}${detail(first)}. Repair the certificate or the scheme.`;
    return new FetchProblem('tls', method, url, found, error);
  }
  if (/^(Z_|ERR__?Z|ERR_BROTLI|ERR__ERROR|ERR_ZSTD|ZSTD_|ERR_PADDING)/.test(code)) {
    const found = `expected a body as its Content-Encoding says, found ${code}${detail(first)}. Check the server.`;
    return new FetchProblem('bad-encoding', method, url, found, error);
  }
  const found = `expected an HTTP response, found ${code || 'a broken connection'}${detail(first)}. Try again later.`;
  return new FetchProblem('connection', method, url, found, error);
}

/** With several addresses tried, Node throws an AggregateError: the first one speaks for all. */
function firstError(error: unknown): unknown {
  return error instanceof AggregateError && error.errors.length > 0 ? error.errors[0] : error;
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function detail(error: unknown): string {
  const first = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return first === '' ? '' : ` (${first.slice(0, 200)})`;
}
