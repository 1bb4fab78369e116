import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { ANYBODY, type Caller, OPEN_CALLER, OPEN_TO_ALL_CALLER } from './caller.ts';
import { judgeCaller } from './judge-caller.ts';
import { readKeyKind } from './key-format.ts';
import type { ReadKeys } from './key-ring.ts';
import { hostOf, isLoopback } from './loopback.ts';
import { type RouteNeeds, routeNeeds } from './route-needs.ts';

/** Who may call, as it is set up. */
export interface AccessRules {
  readKeys: ReadKeys;
  /** The publishable key that stands for the service's own pages. */
  pageKey: string | null;
  /** Whether a service without keys serves other machines too; then nobody is an administrator. */
  openToAll: boolean;
  /** Is told of each key that was used. */
  noteUsed: (keyId: string) => void;
}

/** Finds out who calls (`c.var.caller`) and whether they may. Public addresses ask for nothing, and for no database. */
export function makeAuthenticate(rules: AccessRules): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const needs = needsOf(c);
    c.set('caller', needs === null ? ANYBODY : await callerOfRequest(c, needs, rules));
    await next();
  };
}

/** What the request needs; an address without a route needs nothing but its 404. */
export function needsOf(c: Context<AppEnv>): RouteNeeds | null {
  const hasRoute = matchedRoutes(c).some(({ path }) => path !== '/*');
  return hasRoute ? routeNeeds(c.req.path) : null;
}

async function callerOfRequest(
  c: Context<AppEnv>,
  needs: RouteNeeds,
  { readKeys, pageKey, openToAll, noteUsed }: AccessRules,
): Promise<Caller> {
  let keys = await readKeys();
  if (!keys.any) return openToAll ? openToAllCaller(needs) : openCaller(c);
  const shown = {
    key: givenKey(c),
    origin: c.req.header('origin') ?? null,
    fromOwnPage: c.req.header('sec-fetch-site') === 'same-origin',
  };
  // It may have been made just now; one that cannot be a key has not.
  if (shown.key !== null && readKeyKind(shown.key) !== null && keys.find(shown.key) === null)
    keys = await readKeys('newest');
  const caller = judgeCaller(shown, needs, keys, pageKey);
  if (caller.keyId !== null) noteUsed(caller.keyId);
  return caller;
}

function givenKey(c: Context<AppEnv>): string | null {
  const bearer = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ?? (c.req.header('x-aisle-key')?.trim() || null);
}

/**
 * Without keys the service listens on loopback, where a page that a browser has loaded from elsewhere may reach it by a name
 * that resolves to 127.0.0.1 (DNS rebinding): then `Host` is that name.
 */
function openCaller(c: Context<AppEnv>): Caller {
  const host = c.req.header('host');
  if (host !== undefined && !isLoopback(hostOf(host))) {
    throw new ProblemError('misdirected', {
      detail: `Without keys the service answers to this machine alone, as localhost or 127.0.0.1, and got the host ${JSON.stringify(host.slice(0, 200))}. \`npm run keys -- create\` makes a key.`,
    });
  }
  return OPEN_CALLER;
}

function openToAllCaller(needs: RouteNeeds): Caller {
  if (OPEN_TO_ALL_CALLER.scopes.includes(needs.scope)) return OPEN_TO_ALL_CALLER;
  throw new ProblemError('forbidden', {
    detail: `This needs a secret key with the scope "${needs.scope}". \`npm run keys -- create --secret --scope ${needs.scope}\` makes one.`,
  });
}
