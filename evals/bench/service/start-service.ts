import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** A service that runs as a child process. */
export interface StartedService {
  url: string;
  /** Of the process that was spawned, which may be npm. */
  pid: number;
  /** `performance.now()` when it was spawned. */
  spawnedAt: number;
  /** Asks it to end, and makes sure that it has. */
  stop(): Promise<void>;
}

/** A start that creates the database and ingests the sample store takes seconds; this is when it is given up. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const LONGEST_COMPLAINT = 2_000;
const WELCOME = /Aisle answers at (\S+)/;

/**
 * Runs `npm start` as a person does, and waits for the line that says where it answers.
 * @throws Error with what it has said when it ends or says nothing of the kind in time.
 */
export async function startService(options: {
  cwd: string;
  env: Record<string, string | undefined>;
  signal: AbortSignal;
}): Promise<StartedService> {
  const { cwd, env, signal } = options;
  const spawnedAt = performance.now();
  // A process group of its own: npm does not pass on every signal to what it runs.
  const child = spawn('npm', ['start'], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const exited = once(child, 'exit');
  exited.catch(() => {});
  const stop = () => stopGroup(child, exited);
  const onAbort = () => void stop();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const url = await waitForWelcome(child);
    return {
      url,
      pid: child.pid ?? 0,
      spawnedAt,
      stop: () => {
        signal.removeEventListener('abort', onAbort);
        return stop();
      },
    };
  } catch (error) {
    signal.removeEventListener('abort', onAbort);
    await stop();
    throw error;
  }
}

function waitForWelcome(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (what: string) =>
      reject(new Error(`npm start ${what}: ${said.trim() || 'it said nothing'}`));
    const timer = setTimeout(fail, START_TIMEOUT_MS, `was not ready after ${START_TIMEOUT_MS / 1000} s`);
    // Read to the end of its life: a full pipe would stop the service.
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-LONGEST_COMPLAINT);
      const url = WELCOME.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`ended with ${code ?? signal}`);
    });
  });
}

async function stopGroup({ pid }: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (pid === undefined) return;
  killGroup(pid, 'SIGTERM');
  const timeout = AbortSignal.timeout(STOP_TIMEOUT_MS);
  // npm may end before what it runs has; the group lives as long as any of it.
  await exited.catch(() => {});
  while (isGroupAlive(pid) && !timeout.aborted) await sleep(50);
  if (isGroupAlive(pid)) killGroup(pid, 'SIGKILL');
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  if (isGroupAlive(pid)) process.kill(-pid, signal);
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
