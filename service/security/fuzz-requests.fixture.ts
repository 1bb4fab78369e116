import fc from 'fast-check';
import { SHOP } from '../access/gate.fixture.ts';
import { makeKey } from '../access/key-format.ts';
import { hostileKey, hostileText, hostileValue } from './hostile-values.fixture.ts';
import { addressOf, type KnownRoute, validBodies } from './routes.fixture.ts';
import { adminKey, pageKey, revokedKey, rivalKey, shopKey } from './strict-service.fixture.ts';

/** A request as it goes out. */
export interface FuzzedRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: [name: string, value: string][];
  body: Buffer | null;
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND', 'get'];
const RAW_SEGMENTS = [
  '%00',
  '%ff',
  '%c0%af',
  '%',
  '%zz',
  '..',
  '%2e%2e',
  '%2f',
  '%0d%0a',
  '%1b[31m',
  '%ed%a0%80',
  '*',
];
const QUERIES = ['store', 'limit', 'before', 'key', '__proto__', 'store[]', 'q', 'cursor'];

/** A segment of a path, encoded or broken. */
const segment = fc.oneof(
  fc.constantFrom('ans_1', 'cnv_1', 'doc_returns', 'shop', 'rival', 'chat.js'),
  fc.constantFrom(...RAW_SEGMENTS),
  hostileText.map((text) => encodeURIComponent(text.toWellFormed())),
);

const query = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...QUERIES), segment), segment), { maxLength: 3 })
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

const path = (route: KnownRoute): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(segment, { minLength: 4, maxLength: 4 }), query, fc.nat(19), segment)
    .map(([segments, search, chance, extra]) => {
      const address = addressOf(route.pattern, () => segments.shift() ?? 'x');
      const longer = chance === 0 ? `${address}/${extra}` : chance === 1 ? `/${address}` : address;
      return longer + search;
    });

const MCP_ACCEPT: [string, string] = ['accept', 'application/json, text/event-stream'];

/** What a header may hold once it has arrived: no CR, LF or NUL, each character a byte. */
const headerText = hostileText.map((text) =>
  Buffer.from(text.toWellFormed(), 'utf8')
    .toString('latin1')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
    .replace(/[\0-\x08\x0a-\x1f\x7f]/g, '')
    .trim(),
);

const credential = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(`Bearer ${shopKey.text}`, `Bearer ${adminKey.text}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `Bearer ${pageKey.text}`,
      `Bearer ${rivalKey.text}`,
      `Bearer ${revokedKey.text}`,
      `Bearer ${makeKey('secret')}`,
      'Bearer ',
      'Basic eDp5',
    ),
  },
  { weight: 1, arbitrary: headerText },
);

const otherHeader = fc.oneof(
  fc.tuple(
    fc.constantFrom('accept'),
    fc.constantFrom('text/event-stream', 'application/json', '*/*', 'text/html'),
  ),
  fc.tuple(
    fc.constantFrom('origin'),
    fc.constantFrom(SHOP, 'null', 'https://evil.example', `${SHOP}.evil.example`),
  ),
  fc.tuple(fc.constantFrom('last-event-id'), fc.constantFrom('ans_1/1', 'ans_1/999999999', 'ans_9/0', 'x')),
  fc.tuple(
    fc.constantFrom(
      'accept',
      'origin',
      'last-event-id',
      'x-request-id',
      'x-aisle-key',
      'x-forwarded-for',
      'host',
      'if-none-match',
      'access-control-request-method',
      'access-control-request-headers',
      'mcp-session-id',
      'mcp-protocol-version',
      'idempotency-key',
      'content-encoding',
      'sec-fetch-site',
      'user-agent',
    ),
    headerText,
  ),
);

const contentType = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('text/plain', 'multipart/form-data', 'application/json; charset=utf-16'),
  },
  { weight: 1, arbitrary: headerText },
);

interface Change {
  at: number;
  how: 'replace' | 'remove' | 'add' | 'wrap';
  key: string;
  value: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'add', 'add', 'remove', 'wrap'),
  key: hostileKey,
  value: hostileValue,
});

/** What JSON text can be and JavaScript values cannot. */
const rawChange = fc.constantFrom<(text: string) => Buffer>(
  (text) => Buffer.from(text.slice(0, -1)),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, 'NaN')),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, '1e999')),
  (text) => Buffer.from(text.replace(/:\d+/, ':-1e999')),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, '"\\ud800"')),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, '"\\u0000"')),
  (text) => Buffer.from(text.replace('{', '{"__proto__":{"polluted":true},')),
  (text) => Buffer.from(text.replace('{', '{"constructor":{"prototype":{"polluted":true}},')),
  (text) => Buffer.from(text.replace('{', '{"question":"a","question":1,')),
  (text) =>
    Buffer.concat([
      Buffer.from(text.slice(0, 12)),
      Buffer.from([0xff, 0xfe, 0xc0]),
      Buffer.from(text.slice(12)),
    ]),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, '['.repeat(5_000) + ']'.repeat(5_000))),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`)),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, JSON.stringify('x'.repeat(80_000)))),
  (text) => Buffer.from(text.replace(/"canary[^"]*"/, '9'.repeat(400))),
);

/** Bodies that the route nearly takes. */
const body = (route: KnownRoute): fc.Arbitrary<Buffer | null> => {
  const seeds = validBodies[route.pattern] ?? [{}];
  const mutated = fc
    .tuple(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([seed, changes]) => Buffer.from(JSON.stringify(changes.reduce(mutate, seed as unknown)) ?? ''));
  const broken = fc
    .tuple(fc.constantFrom(...seeds), rawChange)
    .map(([seed, rewrite]) => rewrite(JSON.stringify(seed)));
  const bytes = fc.uint8Array({ maxLength: 60 }).map((each) => Buffer.from(each));
  return fc.oneof(
    { weight: 10, arbitrary: mutated },
    { weight: 4, arbitrary: broken },
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: hostileValue.map((value) => Buffer.from(JSON.stringify(value) ?? '')) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
};

/** Changes a JSON value at one of its places, counted from the outside in. Pure. */
function mutate(value: unknown, { at, how, key, value: given }: Change): unknown {
  const copy: { root: unknown } = structuredClone({ root: value });
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const collect = (holder: Record<string, unknown>) => {
    for (const name of Object.keys(holder)) {
      places.push([holder, name]);
      const each = holder[name];
      if (typeof each === 'object' && each !== null) collect(each as Record<string, unknown>);
    }
  };
  collect(copy as Record<string, unknown>);
  const [holder, name] = places[at % places.length] ?? [copy as Record<string, unknown>, 'root'];
  if (how === 'remove') delete holder[name];
  else if (how === 'wrap') holder[name] = [holder[name]];
  else if (how === 'replace') holder[name] = given;
  else if (Array.isArray(holder)) holder.push(given);
  // As a parser makes it: `__proto__` a key like any other.
  else
    Object.defineProperty(holder, key, {
      value: given,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return copy.root;
}

/** Requests to one of the routes, most of them nearly right. */
export function fuzzedRequest(routes: readonly KnownRoute[]): fc.Arbitrary<FuzzedRequest> {
  // What reads a body has the most that may go wrong.
  const weighted = routes.flatMap((route) =>
    Array.from({ length: route.pattern in validBodies ? 5 : 1 }, () => route),
  );
  return fc
    .tuple(fc.constantFrom(...weighted), fc.nat(9), fc.constantFrom(...METHODS))
    .chain(([route, chance, anyMethod]) => {
      const method = chance === 0 ? anyMethod : route.method;
      return fc.record({
        method: fc.constant(method),
        path: path(route),
        headers: fc
          .tuple(credential, contentType, fc.array(otherHeader, { maxLength: 3 }))
          .map(([authorization, type, others]): [string, string][] => [
            ['authorization', authorization],
            ['content-type', type],
            // Without it nothing of MCP is looked at.
            ...(route.pattern === '/mcp' ? [MCP_ACCEPT] : []),
            ...others,
          ]),
        body: body(route),
      });
    });
}
