import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isMetadataAddress, judgeAddress } from './address-policy.ts';

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** A connection that was refused before it was tried; the message says what was expected, found, and what to do. */
export class BlockedAddress extends Error {
  override readonly name = 'BlockedAddress';
}

/** How {@link makeGuardedAgent} is set up. */
export interface GuardedAgentOptions {
  /** `host:port` in lower case, IPv6 in brackets; a name, or the address that it resolves to. */
  allowHosts: ReadonlySet<string>;
  connectTimeoutMs: number;
  /** Default: the system's resolver. */
  resolve?: Resolve;
}

/**
 * An undici Agent that connects to public addresses only. The check sits in the connection's own name lookup, so the
 * address that was judged is the one connected to, whatever DNS says a moment later.
 */
export function makeGuardedAgent({
  allowHosts,
  connectTimeoutMs,
  resolve = dnsLookup,
}: GuardedAgentOptions): Agent {
  function connect(options: buildConnector.Options, callback: buildConnector.Callback): void {
    const host = options.hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    const problem = isIP(host) === 0 ? null : findBlocked(host, [host], port, allowHosts);
    if (problem !== null) {
      callback(problem, null);
      return;
    }

    function lookup(name: string, wanted: LookupOptions, done: LookupCallback): void {
      resolve(name, { ...wanted, all: true }, (error, addresses) => {
        const first = addresses?.[0];
        if (error !== null || first === undefined) return done(error ?? noAddress(name), []);
        const blocked = findBlocked(
          host,
          addresses.map((entry) => entry.address),
          port,
          allowHosts,
        );
        if (blocked !== null) return done(blocked, []);
        return wanted.all ? done(null, addresses) : done(null, first.address, first.family);
      });
    }
    buildConnector({ allowH2: false, timeout: connectTimeoutMs, lookup: lookup as never })(options, callback);
  }
  return new Agent({ connect, allowH2: false, keepAliveTimeout: 4_000, connections: 32 });
}

/** `host:port` as allow-lists write it. */
function hostAndPort(host: string, port: string | number): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** One private address among public ones is enough to refuse: which of them would be used is left to chance. */
function findBlocked(
  host: string,
  addresses: string[],
  port: string,
  allowHosts: ReadonlySet<string>,
): BlockedAddress | null {
  const named = allowHosts.has(hostAndPort(host, port));
  for (const address of addresses) {
    const verdict = judgeAddress(address);
    if (verdict.public || allowHosts.has(hostAndPort(address, port))) continue;
    if (named && !isMetadataAddress(address)) continue;
    const found =
      address === host ? `${address}, ${verdict.range}` : `that ${host} is ${address}, ${verdict.range}`;
    const todo = isMetadataAddress(address)
      ? 'Nothing in a store is served from there.'
      : `To let this run reach it, pass --allow-host ${hostAndPort(host, port)}.`;
    return new BlockedAddress(`expected a public address, found ${found}. ${todo}`);
  }
  return null;
}

function noAddress(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`no address for ${name}`), { code: 'ENOTFOUND' });
}
