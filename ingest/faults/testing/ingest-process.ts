import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';

const MAIN = new URL('../../main.ts', import.meta.url).pathname;

/** How an ingest process ended. */
export interface EndedProcess {
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A real `npm run ingest`. */
export interface IngestProcess {
  child: ChildProcess;
  ended: Promise<EndedProcess>;
}

/** @param options.dieAt parameters of `die-at.ts`: the process kills itself at a statement. */
export function startIngest(
  args: string[],
  { env, dieAt }: { env: Record<string, string>; dieAt?: Record<string, string> | undefined },
): IngestProcess {
  const killer = new URL(`./die-at.ts?${new URLSearchParams(dieAt)}`, import.meta.url).href;
  const child = spawn(process.execPath, [...(dieAt ? ['--import', killer] : []), MAIN, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(
    ([stdout, stderr, [status, signal]]) => ({ status, signal, stdout, stderr }),
  );
  return { child, ended };
}
