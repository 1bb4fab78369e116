import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** Stands between a process and its PostgreSQL server, and can go away. */
export interface DatabaseProxy {
  url: string;
  /** Cuts all connections and refuses new ones for so long, in milliseconds. */
  leave(milliseconds: number): void;
  close(): Promise<void>;
}

/** @param databaseUrl the server's; a Unix socket's folder may stand in its `host` parameter. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get('host');
  const target = () =>
    folder?.startsWith('/')
      ? connect(join(folder, `.s.PGSQL.${url.port || 5432}`))
      : connect(Number(url.port || 5432), folder ?? url.hostname);
  const clients = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = target();
    clients.add(client);
    for (const socket of [client, upstream]) socket.on('error', () => {});
    client.once('close', () => {
      clients.delete(client);
      upstream.destroy();
    });
    upstream.once('close', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const proxied = new URL(databaseUrl);
  proxied.searchParams.delete('host');
  proxied.host = `127.0.0.1:${port}`;
  const cut = () => {
    for (const client of clients) client.resetAndDestroy();
  };
  return {
    url: proxied.href,
    leave(milliseconds) {
      server.close();
      cut();
      setTimeout(() => listen(port), milliseconds);
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
