import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { chatProvider, splitModelName } from './chat-provider.ts';

/**
 * Turns whatever a provider's client threw into words of our own. Only status, error codes and `Retry-After` are taken over:
 * messages and bodies may hold a key, a question or an upstream's internals.
 * @param name the model as configured, `provider:model`
 */
export function explainModelError(error: unknown, name: string): ModelUnavailable {
  if (error instanceof ModelUnavailable) return error;
  const status = httpStatus(error);
  if (status === undefined) return explainNetworkError(error, name);
  const key = chatProvider(name).keyVariable ?? 'the API key of this provider';
  const make = (message: string, retryable: boolean) => {
    const retryAfterMs = retryAfter(error);
    return new ModelUnavailable(message, {
      status,
      retryable,
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  };
  if (status === 401 || status === 403) {
    return make(
      `${name} refused the API key (status ${status}). Set ${key} to a key that may use this model, or use CHAT_MODEL=extractive.`,
      false,
    );
  }
  if (status === 404) {
    const { model } = splitModelName(name);
    return make(
      `${name} was not found (status 404): expected the provider to have the model "${model}" at this address. Check CHAT_MODEL and the base URL.`,
      false,
    );
  }
  if (status === 429 && errorCode(error) === 'insufficient_quota') {
    return make(`${name} has no quota left (status 429). Check the account's plan and billing.`, false);
  }
  if (status === 429) return make(`${name} is rate limited (status 429). Try again later.`, true);
  if (status >= 500 || status === 408 || status === 409) {
    return make(`${name} failed (status ${status}). Try again later.`, true);
  }
  return make(
    `${name} refused the request (status ${status}). Check that the model takes a prompt of this length and JSON answers.`,
    false,
  );
}

function explainNetworkError(error: unknown, name: string): ModelUnavailable {
  const code = networkCode(error);
  return new ModelUnavailable(
    `${name} could not be reached${code ? ` (${code})` : ''}, or broke off. Check that its server runs and that the base URL is right.`,
    { retryable: true },
  );
}

function httpStatus(error: unknown): number | undefined {
  const own = property(error, 'status') ?? property(error, 'statusCode');
  const status = own ?? property(property(error, 'response'), 'status');
  return typeof status === 'number' ? status : undefined;
}

function errorCode(error: unknown): string | undefined {
  const code = property(error, 'code') ?? property(property(error, 'error'), 'code');
  return typeof code === 'string' ? code : undefined;
}

/** Node's code of a failed connection, which clients wrap several causes deep. */
function networkCode(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < 5 && current; depth++) {
    const code = property(current, 'code');
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code)) return code;
    current = property(current, 'cause');
  }
  return undefined;
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3). */
function retryAfter(error: unknown, now = Date.now()): number | undefined {
  const headers = property(error, 'headers') ?? property(property(error, 'response'), 'headers');
  const value = headers instanceof Headers ? headers.get('retry-after') : property(headers, 'retry-after');
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
