import { ProblemError } from '../problem.ts';
import type { AccessKey } from './access-key.ts';
import { callerOf } from './access-key.ts';
import type { Caller } from './caller.ts';
import { readKeyKind } from './key-format.ts';
import type { Keys } from './key-ring.ts';
import type { RouteNeeds } from './route-needs.ts';

/** What a request shows of its caller. */
export interface Shown {
  /** The key that came with it. */
  key: string | null;
  /** Its `Origin`, which browsers set and scripts cannot. */
  origin: string | null;
  /** Whether a browser says that one of the service's own pages has sent it (`Sec-Fetch-Site: same-origin`). */
  fromOwnPage: boolean;
}

/** `pageKey` stands for the service's own pages. @throws ProblemError when the caller may not do this. Pure. */
export function judgeCaller(
  { key: given, origin, fromOwnPage }: Shown,
  needs: RouteNeeds,
  keys: Keys,
  pageKey: string | null,
): Caller {
  const text = given ?? (fromOwnPage ? pageKey : null);
  if (text === null) throw unauthorized(NO_KEY);
  const key = findKey(text, keys);
  if (key.kind === 'publishable') {
    if (!needs.publishable) throw forbidden('A publishable key may ask and look at answers, and no more.');
    if (!fromOwnPage) checkOrigin(key, origin);
  }
  const caller = callerOf(key);
  if (!caller.scopes.includes(needs.scope)) {
    const scopes = caller.scopes.map((scope) => `"${scope}"`).join(', ');
    throw forbidden(`This needs a secret key with the scope "${needs.scope}"; this one has ${scopes}.`);
  }
  return caller;
}

const NO_KEY =
  'This service asks for a key. Send "Authorization: Bearer KEY" or "X-Aisle-Key: KEY"; a key in the address is not read.';

function findKey(text: string, keys: Keys): AccessKey {
  const key = keys.find(text);
  if (key === null) {
    throw unauthorized(
      readKeyKind(text) === null
        ? 'This is no whole key: its check digits are wrong. Expected pk_… or sk_… and 30 letters and digits; copy it again.'
        : 'There is no such key. It may belong to another service; its operator lists the keys with `npm run keys -- list`.',
      true,
    );
  }
  if (key.revokedAt !== null) throw unauthorized('This key has been revoked. Ask for a new one.', true);
  return key;
}

/** RFC 6750, 3: without credentials no error code is told. */
function unauthorized(detail: string, wasGiven = false): ProblemError {
  const challenge = `Bearer realm="aisle"${wasGiven ? ', error="invalid_token"' : ''}`;
  return new ProblemError('unauthorized', { detail, headers: { 'www-authenticate': challenge } });
}

function forbidden(detail: string): ProblemError {
  return new ProblemError('forbidden', { detail });
}

/** Compared letter by letter: browsers write an origin in one way. */
function checkOrigin({ keyId, origins }: AccessKey, origin: string | null): void {
  if (origin !== null && origins.includes(origin)) return;
  const got = origin === null ? 'no Origin at all' : JSON.stringify(origin.slice(0, 200));
  throw new ProblemError('origin-not-allowed', {
    detail: `The publishable key ${keyId} is for pages of its own origins; this request has ${got}. Servers use a secret key.`,
  });
}
