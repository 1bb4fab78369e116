import type { Logger } from 'pino';
import { type Database, type DatabaseOptions, openDatabase } from '../../sql/database.ts';
import { migrate } from '../../sql/migrate.ts';
import { loadConfig } from '../config/load-config.ts';
import { UsageProblem } from '../config/usage-problem.ts';
import { openConfiguredModel } from '../embedding/open-configured-model.ts';
import type { Environment } from '../environment.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { detectSource } from './detect-source.ts';
import { type CommandOutput, type IngestOptions, parseIngestOptions } from './ingest-options.ts';
import { type PlannedSource, sourcesOfArguments, sourcesOfConfig } from './plan-jobs.ts';
import { makeProgressDisplay } from './progress.ts';
import { renderReport } from './render-report.ts';
import type { RunReport } from './report.ts';
import { runIngest } from './run-ingest.ts';

/** What the command works with. */
export interface IngestCommandDeps extends CommandOutput {
  environment: () => Environment;
  /** Where the person is who runs it. */
  folder: string;
  makeLogger: (level: Environment['logLevel']) => Logger;
  /** Aborts when the person presses Ctrl-C. */
  signal: AbortSignal;
  /** Standard error, where progress is shown; null for none. */
  progress: NodeJS.WriteStream | null;
}

/**
 * The whole of `npm run ingest`.
 * @param args without the program's own name.
 * @returns the exit status: 0 done, 1 failed or stopped, 2 wrong usage, 130 interrupted.
 */
export async function runIngestCommand(args: string[], deps: IngestCommandDeps): Promise<number> {
  const options = parseIngestOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  let verbose = false;
  try {
    const environment = deps.environment();
    verbose = environment.logLevel === 'debug' || environment.logLevel === 'trace';
    const sources = await planSources(options, environment, deps);
    const reports = await ingestAll(sources, options, environment, deps);
    if (options.json && reports.length > 0)
      deps.stdout(`${JSON.stringify(sources.length === 1 ? reports[0] : reports, null, 2)}\n`);
    if (deps.signal.aborted) return 130;
    return reports.every(({ status }) => status === 'done') ? 0 : 1;
  } catch (error) {
    deps.stderr(`${describe(error, verbose)}\n`);
    if (error instanceof UsageProblem) return 2;
    return deps.signal.aborted ? 130 : 1;
  }
}

async function planSources(
  options: IngestOptions,
  environment: Environment,
  deps: IngestCommandDeps,
): Promise<PlannedSource[]> {
  const config = await loadConfig(options.config ?? environment.configPath, deps.folder);
  if (options.sources.length === 0) return sourcesOfConfig(config, options.store);
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
  deps: IngestCommandDeps,
): Promise<RunReport[]> {
  const progress = makeProgressDisplay(options.json ? null : deps.progress);
  const embeddingModel = await openConfiguredModel(environment, deps.signal);
  const database = await openMigrated({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    command: 'npm run ingest',
    whenHeld: 'join',
    onProgress: (message) => progress.message(message),
  });
  const logger = deps.makeLogger(environment.logLevel);
  const reports: RunReport[] = [];
  try {
    for (const { storeId, storeName, source } of sources) {
      if (deps.signal.aborted) break;
      const report = await runIngest(
        {
          database,
          embeddingModel,
          safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
          logger,
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
  } finally {
    progress.stop();
    await database.close();
  }
  return reports;
}

async function openMigrated(options: DatabaseOptions): Promise<Database> {
  const database = await openDatabase(options);
  try {
    await migrate(database.pool);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function describe(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return verbose ? (error.stack ?? error.message) : error.message;
}
