import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScheduledSource } from '../../ingest/run/plan-jobs.ts';
import type { RunReport } from '../../ingest/run/report.ts';

/** How an ingest in a process of its own went. */
export interface ChildOutcome {
  /** Null when it came to none, as with a wrong `aisle.yaml` or a database that is down. */
  report: RunReport | null;
  /** What it exited with, or the signal that ended it. */
  exit: number | string;
  /** The end of what it wrote to standard error. */
  lastWords: string;
}

export type IngestChild = (
  source: Pick<ScheduledSource, 'storeId' | 'sourceId'>,
  signal: AbortSignal,
) => Promise<ChildOutcome>;

const COMMAND = fileURLToPath(new URL('../../ingest/main.ts', import.meta.url));
/** An ingest that is told to stop has this long to note how far it came. */
const GRACE_MS = 10_000;
/** Nothing takes so long but what hangs. */
const LONGEST_MS = 24 * 60 * 60 * 1000;
/** Far more characters than the longest report has. */
const LONGEST_REPORT = 16_000_000;
const LAST_WORDS = 2_000;

/**
 * Makes what ingests a source of `aisle.yaml` in a process of its own, joined to the service's database: what it needs
 * of memory goes with it, and what breaks it does not break the service. It has the service's environment.
 * @param options.configFile absolute.
 * @param options.command the program that is run; `npm run ingest` by default.
 * @returns a function that resolves when the process has ended, however it did. When `signal` aborts, the process is
 *   asked to end, and killed after a grace period.
 */
export function makeIngestChild({
  configFile,
  command = COMMAND,
  graceMs = GRACE_MS,
}: {
  configFile: string;
  command?: string;
  graceMs?: number;
}): IngestChild {
  return async ({ storeId, sourceId }, signal) => {
    const child = spawn(
      process.execPath,
      // Joined by "=", for a value may begin with a dash.
      [command, `--config=${configFile}`, `--store=${storeId}`, `--source=${sourceId}`, '--json'],
      // Out of the terminal's reach: Ctrl-C there would come to it twice, which means at once.
      { stdio: ['ignore', 'pipe', 'pipe'], detached: true },
    );
    const said = collect(child);
    const ended = new Promise<number | string>((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code, name) => resolve(code ?? name ?? 'unknown'));
    });
    const exit = await endingWith(child, ended, signal, graceMs);
    return { report: reportOf(said.stdout), exit, lastWords: said.stderr.trim() };
  };
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (said.stdout.length < LONGEST_REPORT) said.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr = (said.stderr + text).slice(-LAST_WORDS);
  });
  return said;
}

/** Waits for the end; asks for it when `signal` aborts or when it takes too long, and then insists. */
async function endingWith<T>(
  child: ChildProcess,
  ended: Promise<T>,
  signal: AbortSignal,
  graceMs: number,
): Promise<T> {
  let insist: NodeJS.Timeout | undefined;
  const ask = (): void => {
    if (insist !== undefined) return;
    child.kill('SIGTERM');
    insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
  };
  const tooLong = setTimeout(ask, LONGEST_MS);
  tooLong.unref();
  signal.addEventListener('abort', ask, { once: true });
  if (signal.aborted) ask();
  try {
    return await ended;
  } finally {
    signal.removeEventListener('abort', ask);
    clearTimeout(tooLong);
    clearTimeout(insist);
  }
}

function reportOf(stdout: string): RunReport | null {
  try {
    return JSON.parse(stdout) as RunReport;
  } catch {
    return null;
  }
}
