import type pg from 'pg';
import type { StoreConfig } from '../../ingest/config/config-format.ts';
import type { Environment } from '../../ingest/environment.ts';
import type { CommandOutput } from '../../ingest/run/ingest-options.ts';
import { listDeliveries, retryDeliveries } from '../../sql/handoff-deliveries.ts';
import { type ListedHandoff, listHandoffs } from '../../sql/handoffs.ts';
import { listStores } from '../../sql/stores.ts';
import { commandOnDatabase } from '../command-on-database.ts';
import { readHandoffSettings } from './handoff-settings.ts';
import { makeHandoffs } from './handoffs.ts';
import { type HandoffsOptions, parseHandoffsOptions } from './handoffs-options.ts';

export interface HandoffsCommandDeps extends CommandOutput {
  environment: () => Pick<Environment, 'databaseUrl' | 'dataDir' | 'configPath'>;
  /** The stores of the configuration; none without one. */
  loadStores: (
    configPath: string | null,
  ) => Promise<readonly Pick<StoreConfig, 'id' | 'handoff' | 'timezone' | 'locales'>[]>;
}

type Settings = ReturnType<typeof readHandoffSettings>;

/**
 * `npm run handoffs`: lists and shows handoffs, and sends again what did not arrive.
 * @param args without the program's own name
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage.
 */
export async function runHandoffsCommand(args: string[], deps: HandoffsCommandDeps): Promise<number> {
  const options = parseHandoffsOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  return commandOnDatabase('npm run handoffs', deps, async ({ configPath }) => {
    const settingsOf = readHandoffSettings(await deps.loadStores(configPath));
    return (pool) => perform(pool, options, settingsOf, deps);
  });
}

async function perform(
  pool: pg.Pool,
  options: HandoffsOptions,
  settingsOf: Settings,
  output: CommandOutput,
): Promise<number> {
  const known = (await listStores(pool)).map(({ storeId }) => storeId);
  if (options.store !== null && !known.includes(options.store)) {
    output.stderr(`There is no store "${options.store}". There are: ${known.join(', ') || 'none yet'}.\n`);
    return 1;
  }
  const stores = options.store === null ? known : [options.store];
  switch (options.do) {
    case 'list':
      return list(pool, stores, options, output);
    case 'show':
      return show(pool, stores, options, settingsOf, output);
    case 'retry':
      return retry(pool, stores, options, settingsOf, output);
  }
}

async function list(
  pool: pg.Pool,
  stores: string[],
  { only, limit, json }: Extract<HandoffsOptions, { do: 'list' }>,
  { stdout }: CommandOutput,
): Promise<number> {
  const handoffs = await listHandoffs(pool, stores, { only, limit });
  if (json) {
    const shown = handoffs.map(({ handoffId: id, storeId: store, contact: _, ...rest }) => ({
      id,
      store,
      ...rest,
    }));
    stdout(`${JSON.stringify(shown, null, 2)}\n`);
  } else if (handoffs.length === 0) stdout(only ? `No handoff is ${only}.\n` : 'No handoff yet.\n');
  else stdout(`${handoffs.map(describe).join('\n')}\n`);
  return 0;
}

function describe({
  handoffId,
  storeId,
  status,
  reason,
  createdAt,
  takenBy,
  deliveries,
  problem,
}: ListedHandoff) {
  const counts = Object.entries(deliveries)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  const by = takenBy === null ? '' : ` by ${takenBy.replace(/\p{Cc}/gu, ' ')}`;
  const why = problem === null ? '' : ` (${problem})`;
  return `${handoffId}  ${createdAt.toISOString()}  ${storeId}  ${status}${by}  ${reason}  ${counts.join(', ')}${why}`;
}

async function show(
  pool: pg.Pool,
  stores: string[],
  { id, json }: Extract<HandoffsOptions, { do: 'show' }>,
  settingsOf: Settings,
  output: CommandOutput,
): Promise<number> {
  const view = await makeHandoffs({ pool, settingsOf }).read(stores, id);
  if (view === null) return unknown(id, output);
  if (!json) {
    output.stdout(view.text);
    return 0;
  }
  const deliveries = await listDeliveries(pool, view.store, id);
  const shown = deliveries.map(({ payload: _, ...delivery }) => delivery);
  output.stdout(`${JSON.stringify({ ...view, deliveries: shown }, null, 2)}\n`);
  return 0;
}

async function retry(
  pool: pg.Pool,
  stores: string[],
  { id, json }: Extract<HandoffsOptions, { do: 'retry' }>,
  settingsOf: Settings,
  output: CommandOutput,
): Promise<number> {
  const view = id === null ? null : await makeHandoffs({ pool, settingsOf }).read(stores, id);
  if (id !== null && view === null) return unknown(id, output);
  const wanted = view === null ? stores : [view.store];
  const sending = wanted.filter((store) => settingsOf(store).isSent);
  if (sending.length === 0) {
    output.stderr(
      `Expected a handoff.webhook in aisle.yaml for the store ${wanted.join(', ')}, found none: there is nowhere to send it. \`npm run handoffs -- show ID\` gives the text of an e-mail.\n`,
    );
    return 1;
  }
  const retried = await retryDeliveries(pool, sending, id);
  if (json) output.stdout(`${JSON.stringify({ retried })}\n`);
  else
    output.stdout(
      retried === 0
        ? 'There is nothing that did not arrive.\n'
        : `${retried} to be sent again: the service does so at once while it runs, or else when it is started.\n`,
    );
  return 0;
}

function unknown(id: string, { stderr }: CommandOutput): number {
  stderr(`There is no handoff ${JSON.stringify(id)}. \`npm run handoffs -- list\` lists them.\n`);
  return 1;
}
