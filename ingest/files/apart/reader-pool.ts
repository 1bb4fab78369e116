import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The next file of a folder comes at once; a crawl's next PDF may be pages away. */
const IDLE_MS = 2_000;

/** Processes that read files. Starting one takes as long as reading some twenty PDFs, so one is kept for a moment. */
export interface ReaderPool {
  /** An idle process, or a new one. */
  take(): ChildProcess;
  /** Takes back one that is sound. It does not keep this process from ending. */
  giveBack(child: ChildProcess): void;
}

/**
 * Makes a pool without processes. They get no environment: what breaks out of a parser finds no keys in it.
 * @param maxBytes resident memory that each may take.
 */
export function makeReaderPool(maxBytes: number): ReaderPool {
  let idle: ChildProcess | null = null;

  function start(): ChildProcess {
    const script = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
    const child = fork(script, [String(maxBytes)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
      execArgv: [],
    });
    // Also after it has been given back: an error that nobody listens for would end this process.
    child.on('error', () => forget(child));
    return child.once('exit', () => forget(child));
  }

  function forget(child: ChildProcess): void {
    if (idle === child) idle = null;
  }

  function keep(child: ChildProcess): void {
    idle = child;
    child.unref();
    child.channel?.unref();
    const timer = setTimeout(() => {
      if (idle !== child) return;
      idle = null;
      child.kill('SIGKILL');
    }, IDLE_MS);
    timer.unref();
  }

  return {
    take() {
      const child = idle;
      idle = null;
      if (child === null || !child.connected) return start();
      child.ref();
      child.channel?.ref();
      return child;
    },
    giveBack(child) {
      if (idle === null && child.connected) keep(child);
      else child.kill('SIGKILL');
    },
  };
}
