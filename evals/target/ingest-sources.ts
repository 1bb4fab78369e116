import { spawn } from 'node:child_process';
import { isIP } from 'node:net';
import { z } from 'zod';

export interface IngestCall {
  /** Environment of the ingest, which names its database. */
  env: Record<string, string | undefined>;
  store: string;
  /** URLs and absolute paths. */
  sources: string[];
  /** Where it runs: a folder without an aisle.yaml keeps a project's configuration out. */
  cwd: string;
  /** Ends the ingest; a call returns only when its process has gone, so that its folder may go too. */
  signal?: AbortSignal | undefined;
}

/** How much of what a failed ingest has said goes into the error. */
const LONGEST_COMPLAINT = 2000;

/**
 * Returns a function that ingests by the content team's own command, in a process of its own: it is what a suite's
 * sources would go through in life, and its database is free again once it has ended.
 *
 * @param main path of the command's file, `ingest/main.ts`.
 * @returns a function that throws with the command's own words when it does not exit with 0.
 */
export function makeIngestSources(main: string): (call: IngestCall) => Promise<void> {
  return async (call) => {
    // A suite's own database holds what its sources say now, however much of it has gone.
    await runIngest(main, call, ['--yes'], 'ignore');
  };
}

/** URLs of the documents that an ingest would add, change and remove. */
export interface DocumentPlan {
  added: string[];
  changed: string[];
  removed: string[];
}

const planFormat = z.object({
  plan: z.object({
    add: z.array(z.string()),
    change: z.array(z.string()),
    remove: z.array(z.string()),
  }),
});

/** Returns a function that asks the same command what it would do (`--dry-run`); nothing is changed by it. */
export function makePlanSources(main: string): (call: IngestCall) => Promise<DocumentPlan> {
  return async (call) => {
    const said = await runIngest(main, call, ['--dry-run'], 'pipe');
    // One report a source; a single one stands alone.
    const reports = z.array(planFormat).parse([JSON.parse(said)].flat());
    return {
      added: reports.flatMap(({ plan }) => plan.add),
      changed: reports.flatMap(({ plan }) => plan.change),
      removed: reports.flatMap(({ plan }) => plan.remove),
    };
  };
}

/** @returns what the command says on standard output, where that is piped. */
async function runIngest(
  main: string,
  { env, store, sources, cwd, signal }: IngestCall,
  options: string[],
  output: 'pipe' | 'ignore',
): Promise<string> {
  signal?.throwIfAborted();
  const args = [...sources, '--store', store, '--json', ...options, ...sources.flatMap(allowHost)];
  const child = spawn(process.execPath, [main, ...args], { cwd, env, stdio: ['ignore', output, 'pipe'] });
  const stop = () => child.kill('SIGTERM');
  signal?.addEventListener('abort', stop, { once: true });
  let said = '';
  let complaint = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-LONGEST_COMPLAINT);
  });
  const status = await new Promise<number | string>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, killedBy) => resolve(code ?? killedBy ?? 'unknown'));
  }).finally(() => signal?.removeEventListener('abort', stop));
  signal?.throwIfAborted();
  if (status !== 0) throw new Error(`ingest ended with ${status}: ${complaint.trim() || 'it said nothing'}`);
  return said;
}

/** The suite's author named this address: the ingest may reach it though it is private. Names stay checked. */
function allowHost(source: string): string[] {
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return [];
  const { hostname, port, protocol } = new URL(source);
  const address = hostname.replace(/^\[|\]$/g, '');
  if (hostname !== 'localhost' && isIP(address) === 0) return [];
  return ['--allow-host', `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`];
}
