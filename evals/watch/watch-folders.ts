import { watch } from 'node:fs';
import { join } from 'node:path';
import type { WatchedFolder } from './watched-paths.ts';

/** An editor's save is several events; this long after the last one it is over, in milliseconds. */
const QUIET_MS = 300;

/** Changes of files, gathered until they rest. */
export interface FolderWatch {
  /** Waits for changes since the last call. @returns absolute paths; none once `signal` aborts. */
  next(signal: AbortSignal): Promise<string[]>;
  close(): void;
}

/** @param onProblem called for a folder that cannot be watched, such as one that is gone. */
export function watchFolders(
  folders: readonly WatchedFolder[],
  onProblem: (message: string) => void,
  quietMs = QUIET_MS,
): FolderWatch {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let wake: () => void = () => {};
  let resting = true;
  const note = (path: string) => {
    changed.add(path);
    resting = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      resting = true;
      wake();
    }, quietMs);
  };
  const watchers = folders.flatMap(({ folder, recursive }) => {
    try {
      const watcher = watch(folder, { recursive }, (_, name) => {
        if (name !== null) note(join(folder, name));
      });
      watcher.on('error', (error) => onProblem(`${folder} is not watched any more: ${error.message}`));
      return [watcher];
    } catch (error) {
      onProblem(`${folder} cannot be watched: ${(error as Error).message}`);
      return [];
    }
  });
  return {
    async next(signal) {
      while (!signal.aborted && !(resting && changed.size > 0)) {
        await new Promise<void>((resolve) => {
          const done = () => {
            signal.removeEventListener('abort', done);
            resolve();
          };
          wake = done;
          signal.addEventListener('abort', done, { once: true });
        });
      }
      const paths = [...changed];
      changed.clear();
      return signal.aborted ? [] : paths;
    },
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
