import { Command } from 'commander';
import type { CommandOutput } from '../../ingest/run/ingest-options.ts';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { SCOPES } from '../access/access-key.ts';
import type { KeyLimits, Scope } from '../access/caller.ts';
import { DEFAULT_KEY_LIMITS } from './default-key-limits.ts';
import {
  collectOrigin,
  collectScope,
  collectStore,
  parseBudget,
  parseCount,
  parseName,
} from './parse-values.ts';

/** What a new key is to be. */
export interface KeyPlan extends KeyLimits {
  kind: 'publishable' | 'secret';
  name: string | null;
  scopes: Scope[];
  /** Null: all. */
  stores: string[] | null;
  origins: string[];
}

/** The command line of `npm run keys`. */
export type KeysOptions = { json: boolean } & (
  | { do: 'create'; plan: KeyPlan }
  | { do: 'list' }
  | { do: 'revoke'; id: string }
);

interface CreateFlags {
  publishable?: true;
  secret?: true;
  origin: string[];
  store: string[];
  scope: Scope[];
  name?: string;
  perMinute?: number | 'none';
  perDay?: number | 'none';
  budgetUsd?: number | 'none';
  json?: true;
}

/**
 * Reads the command line. What is wrong with it, or the help that it asks for, has been printed when this returns an
 * exit status instead: 0 for help, 2 for wrong usage.
 * @param args without the program's own name
 */
export function parseKeysOptions(
  args: string[],
  output: CommandOutput,
): KeysOptions | { exitStatus: number } {
  let options: KeysOptions | null = null;
  const command = new Command('npm run keys --')
    .description('Makes, lists and revokes the keys that the service asks for. It may run meanwhile.')
    // Commands of a command take these over when they are made.
    .exitOverride()
    .configureOutput({ writeOut: output.stdout, writeErr: output.stderr })
    .showHelpAfterError('(--help shows all options)');
  const create = command
    .command('create')
    .description('make a key; it is shown once')
    .option('--publishable', 'a key that stands in the pages of a shop: it may ask, and no more')
    .option('--secret', 'a key for servers')
    .option(
      '--origin <origin>',
      'publishable: where it may stand, as https://shop.example; may be given again',
      collectOrigin,
      [],
    )
    .option(
      '--store <id>',
      'a store that it is for; may be given again; secret: default all',
      collectStore,
      [],
    )
    .option('--scope <scope>', `secret: ${SCOPES.join(', ')}; may be given again`, collectScope, [])
    .option('--name <name>', 'what it is for, to know it by', parseName)
    .option(
      '--per-minute <n>',
      'requests a minute, or none for no limit; default 600, secret 1200',
      parseCount,
    )
    .option('--per-day <n>', 'questions a day, or none; default 50000, secret none', parseCount)
    .option(
      '--budget-usd <n>',
      'US dollars a day that its answers may cost, or none; default 50, secret none',
      parseBudget,
    )
    .option('--json', 'print JSON alone')
    .action((flags: CreateFlags) => {
      const plan = planKey(flags);
      if (typeof plan === 'string') create.error(`error: ${plan}`);
      else options = { do: 'create', json: flags.json ?? false, plan };
    });
  command
    .command('list')
    .description('list all keys, without the keys themselves')
    .option('--json', 'print JSON alone')
    .action(({ json = false }: { json?: boolean }) => {
      options = { do: 'list', json };
    });
  command
    .command('revoke')
    .description('end a key; the service refuses it within five seconds')
    .argument('<id>', 'its id, as list shows it, or the key itself')
    .option('--json', 'print JSON alone')
    .action((id: string, { json = false }: { json?: boolean }) => {
      options = { do: 'revoke', id, json };
    });
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  return options ?? { exitStatus: 2 };
}

/** What a key is to be, or what is wrong with that. Pure. */
function planKey(flags: CreateFlags): KeyPlan | string {
  if ((flags.publishable ?? false) === (flags.secret ?? false))
    return 'expected one of --publishable (for pages) and --secret (for servers).';
  const kind = flags.publishable ? 'publishable' : 'secret';
  const { perMinute, perDay, budgetUsd } = { ...DEFAULT_KEY_LIMITS[kind], ...given(flags) };
  const limits = { name: flags.name ?? null, perMinute, perDay, budgetUsd };
  const stores = flags.store.length > 0 ? [...new Set(flags.store)] : null;
  if (kind === 'publishable') {
    if (flags.origin.length === 0)
      return 'a publishable key needs --origin https://shop.example, once for each origin whose pages it stands in.';
    if (stores === null) return 'a publishable key needs --store, once for each store that its pages ask.';
    if (flags.scope.length > 0) return 'a publishable key has no --scope: it may ask, and no more.';
    return { kind, ...limits, scopes: ['answer'], stores, origins: [...new Set(flags.origin)] };
  }
  if (flags.origin.length > 0)
    return 'a secret key has no --origin: it must never stand in a page. Use --publishable for pages.';
  if (flags.scope.length === 0) return `a secret key needs --scope, one or more of ${SCOPES.join(', ')}.`;
  return {
    kind,
    ...limits,
    scopes: SCOPES.filter((scope) => flags.scope.includes(scope)),
    stores,
    origins: [],
  };
}

function given({ perMinute, perDay, budgetUsd }: CreateFlags): Partial<KeyLimits> {
  return {
    ...(perMinute !== undefined && { perMinute: orNull(perMinute) }),
    ...(perDay !== undefined && { perDay: orNull(perDay) }),
    ...(budgetUsd !== undefined && { budgetUsd: orNull(budgetUsd) }),
  };
}

/** Commander takes a null for an option without a value. */
function orNull(limit: number | 'none'): number | null {
  return limit === 'none' ? null : limit;
}
