import { type EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app-env.ts';
import { watchConnections } from './connections.ts';
import { cutSlowReaders } from './limits/cut-slow-readers.ts';

/** A port that cannot be listened on, told to a person. */
export class PortProblem extends Error {
  override name = 'PortProblem';
}

/** In milliseconds: how long a client may take to send its headers, and the whole request; how often that is looked at. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
/** A reader that takes nothing for so long has gone, whatever its connection says. */
const STALL_MS = 30_000;

export interface ListenOptions {
  /** In place of the defaults. */
  timeouts?: Partial<typeof TIMEOUTS>;
  /** Longest time in which a reader takes nothing of what is written for it, in milliseconds. */
  stallMs?: number;
  /** Is told of each connection that was ended for that. */
  onSlowReader?: (() => void) | undefined;
}

/** A listening server. */
export interface Listening {
  url: string;
  /** Takes no new requests and lets those under way end, but no longer than `graceMs`; ends every connection. */
  close(graceMs: number): Promise<void>;
}

/**
 * Finds out whether the port can be had before work is done that would be for nothing.
 * @throws PortProblem when it cannot.
 */
export async function checkPort(port: number, host: string): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await bind(probe.listen(port, host), port, host);
  probe.close();
  await once(probe, 'close');
}

/** @throws PortProblem when the port cannot be had. */
export async function listen(
  app: App,
  port: number,
  host: string,
  { stallMs = STALL_MS, onSlowReader, timeouts }: ListenOptions = {},
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { ...TIMEOUTS, ...timeouts },
  }) as Server;
  cutSlowReaders(server, stallMs, onSlowReader);
  const connections = watchConnections(server);
  await bind(server.listen(port, host), port, host);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: async (graceMs) => {
      const closed = once(server, 'close');
      server.close();
      connections.end();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

async function bind(server: EventEmitter, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('listening', () => resolve());
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason: Record<string, string> = {
        EADDRINUSE: `Port ${port} on ${host} is in use, perhaps by another Aisle. Stop what uses it, or set PORT to another port.`,
        EACCES: `Port ${port} on ${host} may not be used by this user. Set PORT to one above 1023.`,
        EADDRNOTAVAIL: `${host} is no address of this machine. Set HOST to one that is, such as 127.0.0.1 or 0.0.0.0.`,
        ENOTFOUND: `HOST "${host}" does not resolve. Set it to an address such as 127.0.0.1 or 0.0.0.0.`,
      };
      reject(
        new PortProblem(reason[error.code ?? ''] ?? `Port ${port} on ${host}: ${error.message}`, {
          cause: error,
        }),
      );
    });
  });
}
