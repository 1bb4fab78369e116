import { type EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app-env.ts';

/** A port that cannot be listened on, told to a person. */
export class PortProblem extends Error {
  override name = 'PortProblem';
}

/** A listening server. */
export interface Listening {
  url: string;
  /** Takes no new requests and lets those under way end, but no longer than `graceMs`. */
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
export async function listen(app: App, port: number, host: string): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await bind(server.listen(port, host), port, host);
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: async (graceMs) => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
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
