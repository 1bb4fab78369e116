import { openMigrated } from '../../sql/open-migrated.ts';
import { loadConfig } from '../config/load-config.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { makeEmbeddingModels } from '../embedding/embedding-models.ts';
import type { Environment } from '../environment.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { makeStoreModelChange } from './change-store-model.ts';
import { type CommandDeps, withExitStatus } from './command-deps.ts';
import { detectSource } from './detect-source.ts';
import { type IngestOptions, parseIngestOptions } from './ingest-options.ts';
import { type PlannedSource, sourcesOfArguments, sourcesOfConfig } from './plan-jobs.ts';
import { makeProgressDisplay } from './progress.ts';
import { renderReport } from './render-report.ts';
import type { RunReport } from './report.ts';
import { runIngest } from './run-ingest.ts';

/**
 * An ingest of the sources that are named, or of all of `aisle.yaml`.
 * @param args without the program's own name.
 * @returns the exit status: 0 done, 1 failed or stopped, 2 wrong usage, 130 interrupted.
 */
export async function runIngestCommand(args: string[], deps: CommandDeps): Promise<number> {
  const options = parseIngestOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  return withExitStatus(deps, async (environment) => {
    const sources = await planSources(options, environment, deps);
    const { reports, changed } = await ingestAll(sources, options, environment, deps);
    if (options.json && reports.length > 0)
      deps.stdout(`${JSON.stringify(sources.length === 1 ? reports[0] : reports, null, 2)}\n`);
    if (deps.signal.aborted) return 130;
    // A store that stays on another model than the configured one is not what was asked for.
    return changed && reports.every(({ status }) => status === 'done') ? 0 : 1;
  });
}

async function planSources(
  options: IngestOptions,
  environment: Environment,
  deps: CommandDeps,
): Promise<PlannedSource[]> {
  const config = await loadConfig(options.config ?? environment.configPath, deps.folder);
  if (options.sources.length === 0) return sourcesOfConfig(config, options.store, options.onlySources);
  const safeFetch = makeSafeFetch({ allowHosts: options.allowHosts });
  try {
    const detected = [];
    for (const source of options.sources) {
      detected.push(await detectSource(source, { folder: deps.folder, safeFetch }));
    }
    return sourcesOfArguments(detected, { config, storeId: options.store });
  } finally {
    await safeFetch.close();
  }
}

async function ingestAll(
  sources: PlannedSource[],
  options: IngestOptions,
  environment: Environment,
  deps: CommandDeps,
): Promise<{ reports: RunReport[]; changed: boolean }> {
  const progress = makeProgressDisplay(options.json ? null : deps.progress);
  const models = makeEmbeddingModels(environment, { signal: deps.signal });
  const database = await openMigrated({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    command: 'npm run ingest',
    whenHeld: 'join',
    onProgress: (message) => progress.message(message),
  });
  const logger = deps.makeLogger(environment.logLevel);
  const reports: RunReport[] = [];
  const change = makeStoreModelChange({
    pool: database.pool,
    models,
    signal: deps.signal,
    dryRun: options.dryRun,
    progress,
    tell: (line) => {
      progress.stop();
      deps.stderr(`${line}\n`);
    },
  });
  const modelOf = new Map<string, EmbeddingModel>();
  let changed = true;
  try {
    for (const { storeId, storeName, source } of sources) {
      if (deps.signal.aborted) break;
      const embeddingModel = modelOf.get(storeId) ?? (await change.begin(storeId));
      modelOf.set(storeId, embeddingModel);
      const report = await runIngest(
        {
          database,
          embeddingModel,
          safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
          logger,
          browserPath: environment.chromiumPath,
          onProgress: progress.update,
          signal: deps.signal,
        },
        {
          storeId,
          storeName,
          source: { ...source, allowHosts: [...source.allowHosts, ...options.allowHosts] },
          dryRun: options.dryRun,
          maxPages: options.maxPages,
          refresh: options.refresh,
          acceptRemoval: options.yes,
        },
      );
      progress.stop();
      reports.push(report);
      if (!options.json) deps.stdout(renderReport(report));
    }
    for (const storeId of modelOf.keys()) {
      if (!deps.signal.aborted && !(await change.finish(storeId))) changed = false;
    }
  } finally {
    progress.stop();
    await database.close();
  }
  return { reports, changed };
}
