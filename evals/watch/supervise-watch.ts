import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { WATCHED } from '../eval-options.ts';
import { watchFolders } from './watch-folders.ts';
import { isCode } from './watched-paths.ts';

/** A process that runs the watch proper, of the code as it is now. */
export interface WatchProcess {
  /** Its exit status. */
  ended: Promise<number>;
  /** Asks it to end; it closes what it has open. */
  stop(): void;
}

export interface SuperviseDeps {
  /** Folders of code, absolute. */
  codeFolders: string[];
  /** Starts `npm run eval --` with these arguments, on the same terminal. */
  start(args: string[]): WatchProcess;
  stderr: (text: string) => void;
  signal: AbortSignal;
}

/**
 * Keeps a watch running through changes of the code: a module that was imported stays as it was, so that new code needs a
 * fresh process. That one is told of the report before it, to say what the change has fixed and broken. A process that
 * fails, as on a slip in the code, is started again at the next change.
 *
 * @param args of the call, `--watch` among them.
 * @param reportFile report.json of `--out`.
 * @returns the exit status: that of a watch which cannot begin, else 130.
 */
export async function superviseWatch(
  args: string[],
  reportFile: string,
  { codeFolders, start, stderr, signal }: SuperviseDeps,
): Promise<number> {
  const folders = watchFolders(
    codeFolders.map((folder) => ({ folder, recursive: true })),
    (message) => stderr(`${message}\n`),
  );
  try {
    let since: string[] = [];
    for (let first = true; ; first = false) {
      const child = start([...args, WATCHED, ...since]);
      const quit = new AbortController();
      const stop = () => child.stop();
      signal.addEventListener('abort', stop, { once: true });
      const changed = nextCode(AbortSignal.any([signal, quit.signal]));
      const status = await Promise.race([child.ended, changed.then(() => null)]);
      signal.removeEventListener('abort', stop);
      if (status === 2 && first) {
        quit.abort();
        return status;
      }
      if (status === null) child.stop();
      else if (!signal.aborted)
        stderr(`\nthe watch has ended with ${status}: it begins anew at the next change of code\n`);
      await child.ended;
      const paths = await changed;
      if (signal.aborted) return 130;
      stderr(`\ncode has changed (${paths.slice(0, 3).join(', ')}): a fresh process runs all cases\n`);
      since = existsSync(reportFile) ? [reportFile] : [];
    }
  } finally {
    folders.close();
  }

  async function nextCode(ending: AbortSignal): Promise<string[]> {
    for (;;) {
      const paths = (await folders.next(ending)).filter(isCode);
      if (paths.length > 0 || ending.aborted) return paths;
    }
  }
}

/** Of the project's root: whatever decides how questions are answered and judged. */
export function codeFoldersOf(root: string): string[] {
  return ['sql', 'ingest', 'service', 'evals'].map((folder) => join(root, folder));
}
