/** What can be told from a failed request to a model's server, as the OpenAI client throws it. */
export interface ProviderFailure {
  /** HTTP status; null when no answer came. */
  status: number | null;
  /** Whether the same request may go through later. */
  retryable: boolean;
  /** How long the server asked to wait; null when it did not say. */
  retryAfterMs: number | null;
  /** One line without a key, for people. */
  answered: string;
}

// Statuses that tell of a passing state (RFC 9110, RFC 6585): timeout, conflict, too early, too many requests.
const PASSING = new Set([408, 409, 425, 429]);

const MAX_ANSWER_LENGTH = 300;

/** Reads an error of the OpenAI client. Pure; `now` is milliseconds since the epoch. */
export function readProviderFailure(error: unknown, apiKey: string, now: number): ProviderFailure {
  const { status: rawStatus, headers, code } = fields(error);
  const status = typeof rawStatus === 'number' ? rawStatus : null;
  const message = error instanceof Error ? error.message : String(error);
  // An account without credit answers 429 as well, but waiting does not fill it.
  const outOfCredit = code === 'insufficient_quota';
  return {
    status,
    retryable:
      !outOfCredit && (status === null ? isConnectionFailure(error) : status >= 500 || PASSING.has(status)),
    retryAfterMs: headers instanceof Headers ? readRetryAfter(headers, now) : null,
    answered: withoutKeys(message, apiKey).replace(/\s+/g, ' ').trim().slice(0, MAX_ANSWER_LENGTH),
  };
}

/** OpenAI says it in milliseconds as well, which is the more exact. */
function readRetryAfter(headers: Headers, now: number): number | null {
  const exact = headers.get('retry-after-ms')?.trim() ?? '';
  return /^\d+(\.\d+)?$/.test(exact) ? Number(exact) : parseRetryAfter(headers.get('retry-after'), now);
}

/**
 * Milliseconds to wait by a Retry-After header, in seconds or as a date (RFC 9110, section 10.2.3); null when it is
 * absent or neither.
 */
export function parseRetryAfter(value: string | null, now: number): number | null {
  const text = value?.trim();
  if (!text) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function fields(error: unknown): Record<string, unknown> {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {};
}

// Names of the client's errors without an answer; LangChain renames its timeout.
function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'TimeoutError' || /^APIConnection/.test(error.constructor.name);
}

/** `text` without the key itself and whatever looks like one: servers quote what they refuse. */
function withoutKeys(text: string, apiKey: string): string {
  const bare = apiKey === '' ? text : text.replaceAll(apiKey, '[key]');
  return bare.replace(/\b(sk|pk|key)-[\w*.-]{6,}/gi, '[key]').replace(/\bBearer\s+\S+/gi, 'Bearer [key]');
}
