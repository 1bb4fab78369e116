import type pg from 'pg';

/** Calls `act` once, just before a pool's connection sends the `nth` statement that matches. */
export function onStatement(pool: pg.Pool, statement: RegExp, nth: number, act: () => void): void {
  const watched = new WeakSet<object>();
  let left = nth;
  pool.on('acquire', (client) => {
    if (watched.has(client)) return;
    watched.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const text = String(typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string })?.text);
      if (statement.test(text) && --left === 0) act();
      return query(...args);
    }) as typeof client.query;
  });
}
