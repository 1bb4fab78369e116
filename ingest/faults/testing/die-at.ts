import pg from 'pg';

// Preloaded into a process (`node --import`): kills it at one statement, as exactly as no clock could.
// ?statement=REGEXP &nth=N (from 1) &armedBy=REGEXP: counts only after such a statement &sent: once it is sent.
const { searchParams } = new URL(import.meta.url);
const statement = new RegExp(searchParams.get('statement') ?? '');
const armedBy = new RegExp(searchParams.get('armedBy') ?? '');
let left = Number(searchParams.get('nth') ?? 1);
let armed = false;

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown;
pg.Client.prototype.query = function dieAt(this: pg.Client, ...args: unknown[]): unknown {
  const text = String(typeof args[0] === 'string' ? args[0] : (args[0] as { text?: string })?.text);
  armed ||= armedBy.test(text);
  const dies = armed && statement.test(text) && --left === 0;
  if (dies && !searchParams.has('sent')) process.kill(process.pid, 'SIGKILL');
  const result = query.apply(this, args);
  if (dies) process.kill(process.pid, 'SIGKILL');
  return result;
} as typeof pg.Client.prototype.query;
