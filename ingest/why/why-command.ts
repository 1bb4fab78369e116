import { Command } from 'commander';
import { openMigrated } from '../../sql/open-migrated.ts';
import { listStores } from '../../sql/stores.ts';
import { type AisleConfig, loadConfig } from '../config/load-config.ts';
import { UsageProblem } from '../config/usage-problem.ts';
import type { Environment } from '../environment.ts';
import { type CommandDeps, withExitStatus } from '../run/command-deps.ts';
import { collectHost, parseStore } from '../run/ingest-options.ts';
import { parseCommand } from '../run/parse-command.ts';
import { sourcesOfConfig } from '../run/plan-jobs.ts';
import type { SourceSpec } from '../run/source-spec.ts';
import { makeSafeFetch } from '../safe-fetch.ts';
import { type Explanation, explainUrl } from './explain-url.ts';
import { lookNow } from './look-now.ts';
import { renderWhy } from './render-why.ts';

interface WhyOptions {
  store?: string;
  json: boolean;
  offline: boolean;
  allowHost: string[];
  config?: string;
}

/**
 * The whole of `npm run ingest -- why <url>`: says when and how an address was indexed, or what keeps it out.
 * @param args without `why`.
 * @returns the exit status: 0 when it could be explained, 1 when not, 2 for wrong usage.
 */
export async function runWhyCommand(args: string[], deps: CommandDeps): Promise<number> {
  const command = new Command('npm run ingest -- why')
    .description('Says when and how an address was indexed, or what keeps it out.')
    .argument('<url>', 'the address of a page')
    .option('--store <id>', 'look in this store alone', parseStore)
    .option('--json', 'print what is known as JSON', false)
    .option('--offline', 'do not ask the site itself', false)
    .option('--allow-host <host:port>', 'a private address that may be asked', collectHost, [])
    .option('--config <file>', 'the configuration; default: aisle.yaml')
    .showHelpAfterError('(--help shows all options)');
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  return withExitStatus(deps, (environment) =>
    explain(command.args[0] ?? '', command.opts<WhyOptions>(), environment, deps),
  );
}

async function explain(
  asked: string,
  options: WhyOptions,
  environment: Environment,
  deps: CommandDeps,
): Promise<number> {
  const url = checkUrl(asked);
  const config = await loadConfig(options.config ?? environment.configPath, deps.folder);
  const database = await openMigrated({
    url: environment.databaseUrl,
    dataDir: environment.dataDir,
    command: 'npm run ingest',
    whenHeld: 'join',
    onProgress: (message) => deps.progress?.write(`${message}\n`),
  });
  try {
    const stores = (await listStores(database.pool)).map(({ storeId }) => storeId);
    if (options.store !== undefined && !stores.includes(options.store)) {
      throw new UsageProblem(
        `--store: expected one of the stores (${stores.join(', ') || 'there is none yet'}), found "${options.store}".`,
      );
    }
    const explanation = await explainUrl(url, options.store === undefined ? stores : [options.store], {
      db: database.pool,
      specs: (storeId) => specsOf(config, storeId),
      lookNow: options.offline ? null : (at, spec) => look(at, spec, options, deps.signal),
    });
    deps.stdout(show(explanation, options.json));
    return 0;
  } finally {
    await database.close();
  }
}

async function look(url: string, spec: SourceSpec, { allowHost }: WhyOptions, signal: AbortSignal) {
  const safeFetch = makeSafeFetch({ allowHosts: [...spec.allowHosts, ...allowHost] });
  try {
    return await lookNow(url, spec, { safeFetch, signal });
  } finally {
    await safeFetch.close();
  }
}

function specsOf(config: AisleConfig | null, storeId: string): SourceSpec[] {
  if (config === null || !config.stores.some(({ id }) => id === storeId)) return [];
  return sourcesOfConfig(config, storeId).map(({ source }) => source);
}

function checkUrl(text: string): string {
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  throw new UsageProblem(`Expected the http(s) address of a page, found ${JSON.stringify(text)}.`);
}

function show(explanation: Explanation, json: boolean): string {
  return json ? `${JSON.stringify(explanation, null, 2)}\n` : renderWhy(explanation);
}
