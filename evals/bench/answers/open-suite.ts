import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { Suite } from '../../suite.ts';
import { makeOpenInProcess } from '../../target/in-process-target.ts';
import { makeIngestSources } from '../../target/ingest-sources.ts';
import { openInProcess } from '../../target/open-in-process.ts';
import type { Target } from '../../target/target.ts';
import type { BenchContext } from '../benchmark.ts';
import { withFolder } from '../with-folder.ts';

/** @returns the suite files of a folder and of the folders in it, the sample store's first. */
export async function listSuites(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.filter((entry) => /\.ya?ml$/.test(entry.name)).map((entry) => join(folder, entry.name));
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'suite.yaml'))
    .filter((path) => existsSync(path));
  return [...own.sort(), ...inside.sort()];
}

/** Opens what a suite is asked of, in a folder of its own, for as long as `work` takes. */
export function withSuiteTarget<T>(
  suite: Pick<Suite, 'name' | 'store' | 'sources'>,
  { root, env, logger }: Pick<BenchContext, 'root' | 'env' | 'logger'>,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const openTarget = makeOpenInProcess({
      env: { ...env, AISLE_DATA: folder },
      openService: ({ env: own, store }) =>
        openInProcess({ environment: readEnvironment(own), logger, store, progress: null }),
      ingestSources: makeIngestSources(join(root, 'ingest/main.ts')),
    });
    const target = await openTarget(
      suite.sources === null ? { store: suite.store } : { suite: suite.name, sources: suite.sources },
    );
    try {
      return await work(target);
    } finally {
      await target.close();
    }
  });
}
