import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A Node process of one's own that answers messages. */
export interface ForkedChild {
  /** Sends a message, if there is one, and waits for what it says next. @throws Error with its last words when it ends instead. */
  ask(message?: object): Promise<unknown>;
  /** Ends it, and resolves when it has ended. */
  stop(): Promise<void>;
}

const LONGEST_COMPLAINT = 2_000;

/**
 * Runs a script as a child process, so that its time on the cores and its memory are counted by themselves.
 * @param signal ends it at once.
 * @param flags Node's own; the parent's, such as `--watch`, are not for it.
 */
export function forkChild(
  script: URL,
  args: readonly string[],
  signal: AbortSignal,
  flags: readonly string[] = [],
): ForkedChild {
  const child = fork(fileURLToPath(script), args, {
    execArgv: [...flags],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    signal,
    killSignal: 'SIGKILL',
  });
  const exited = once(child, 'exit').catch(() => once(child, 'exit'));
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-LONGEST_COMPLAINT);
  });
  let failure: Error | null = null;
  child.once('error', (error) => {
    failure = error;
  });
  child.once('close', (code, killedBy) => {
    failure ??= new Error(
      `a child process ended with ${code ?? killedBy}: ${said.trim() || 'it said nothing'}`,
    );
  });

  return {
    ask(message) {
      return new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        const settle = (finish: () => void) => {
          child.off('message', onMessage).off('close', onEnd).off('error', onEnd);
          finish();
        };
        const onMessage = (answer: unknown) => settle(() => resolve(answer));
        const onEnd = () => settle(() => reject(signal.aborted ? signal.reason : failure));
        child.on('message', onMessage).on('close', onEnd).on('error', onEnd);
        if (message !== undefined) child.send(message);
      });
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await exited;
    },
  };
}
