import type { Scope } from './caller.ts';

/** What an address asks of its caller. */
export interface RouteNeeds {
  scope: Scope;
  /** Whether a key that stands in a page is enough. */
  publishable: boolean;
}

const shopper: RouteNeeds = { scope: 'answer', publishable: true };
const server: RouteNeeds = { scope: 'answer', publishable: false };
const admin: RouteNeeds = { scope: 'admin', publishable: false };

/** By address; the first that fits holds, whatever the method. `*` at the end stands for at least one more segment. */
const NEEDS: readonly (readonly [pattern: string, needs: RouteNeeds | null])[] = [
  ['/', null],
  ['/page/*', null],
  ['/widget.js', null],
  ['/widget/*', null],
  ['/health', null],
  ['/ready', null],
  ['/openapi.json', null],
  ['/docs', null],
  ['/docs/*', null],
  ['/answer', shopper],
  ['/answer/*', shopper],
  ['/chat', shopper],
  ['/chat/*', shopper],
  ['/v1/*', shopper],
  ['/conversations/*', shopper],
  ['/documents/*', shopper],
  ['/feedback', shopper],
  ['/handoff', shopper],
  ['/stores', shopper],
  ['/mcp', server],
];

/**
 * What a request for this address needs; null: nothing. An address that is not listed is for administrators, so that a new
 * route is closed until somebody opens it. Pure.
 * @param path as routes are matched by
 */
export function routeNeeds(path: string): RouteNeeds | null {
  const found = NEEDS.find(([pattern]) =>
    pattern.endsWith('/*')
      ? path.startsWith(pattern.slice(0, -1)) && path.length >= pattern.length
      : path === pattern,
  );
  return found === undefined ? admin : found[1];
}
