import { randomBytes } from 'node:crypto';
import type { Environment } from '../../ingest/environment.ts';
import type { CommandOutput } from '../../ingest/run/ingest-options.ts';
import { type KeyRow, listKeys, revokeKey, saveKey } from '../../sql/keys.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { listStores } from '../../sql/stores.ts';
import { hashKey, makeKey, readKeyKind } from '../access/key-format.ts';
import { STALE_MS } from '../access/key-ring.ts';
import { commandOnDatabase } from '../command-on-database.ts';
import { describeKey, keyFacts } from './describe-key.ts';
import { type KeyPlan, type KeysOptions, parseKeysOptions } from './keys-options.ts';

export interface KeysCommandDeps extends CommandOutput {
  environment: () => Pick<Environment, 'databaseUrl' | 'dataDir'>;
}

/**
 * `npm run keys`: makes, lists and revokes keys, through the service that runs on the same embedded database if there is one.
 * @param args without the program's own name
 * @returns the exit status: 0 done, 1 failed, 2 wrong usage.
 */
export async function runKeysCommand(args: string[], deps: KeysCommandDeps): Promise<number> {
  const options = parseKeysOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  return commandOnDatabase('npm run keys', deps, async () => (pool) => perform(pool, options, deps));
}

async function perform(db: Queryable, options: KeysOptions, output: CommandOutput): Promise<number> {
  switch (options.do) {
    case 'create':
      return create(db, options.plan, options.json, output);
    case 'list':
      return list(db, options.json, output);
    case 'revoke':
      return revoke(db, options.id, options.json, output);
  }
}

async function create(
  db: Queryable,
  plan: KeyPlan,
  json: boolean,
  { stdout, stderr }: CommandOutput,
): Promise<number> {
  const known = (await listStores(db)).map(({ storeId }) => storeId);
  const unknown = plan.stores?.filter((store) => !known.includes(store)) ?? [];
  if (unknown.length > 0) {
    const there = known.length === 0 ? 'none yet' : known.join(', ');
    stderr(
      `Not there yet: the store ${unknown.join(', ')} (there: ${there}). The key is made all the same; it asks nothing of it before its first ingest.\n`,
    );
  }
  const key = makeKey(plan.kind);
  const keyId = `key_${randomBytes(6).toString('hex')}`;
  const row = await saveKey(db, { ...plan, keyId, hash: hashKey(key) });
  if (json) stdout(`${JSON.stringify({ key, ...keyFacts(row) }, null, 2)}\n`);
  else
    stdout(
      `${key}\n\n${describeKey(row)}\n\nKeep the key now: it is shown this once, and only its hash is kept.\n`,
    );
  return 0;
}

async function list(db: Queryable, json: boolean, { stdout }: CommandOutput): Promise<number> {
  const keys = await listKeys(db);
  if (json) stdout(`${JSON.stringify(keys.map(keyFacts), null, 2)}\n`);
  else if (keys.length === 0) stdout('No key has been made. `npm run keys -- create --help` tells how.\n');
  else stdout(`${keys.map(describeKey).join('\n\n')}\n`);
  return 0;
}

async function revoke(
  db: Queryable,
  given: string,
  json: boolean,
  { stdout, stderr }: CommandOutput,
): Promise<number> {
  const keyId = readKeyKind(given) === null ? given : idOf(given, await listKeys(db));
  const found = keyId === null ? null : await revokeKey(db, keyId);
  if (found === null) {
    const what = keyId === null ? 'this key' : JSON.stringify(given);
    stderr(`There is no key ${what}. \`npm run keys -- list\` lists them.\n`);
    return 1;
  }
  const { key, wasLive } = found;
  if (json) stdout(`${JSON.stringify(keyFacts(key), null, 2)}\n`);
  else if (wasLive)
    stdout(`${key.keyId} is revoked. A running service refuses it within ${STALE_MS / 1000} seconds.\n`);
  else stdout(`${key.keyId} had been revoked before, at ${key.revokedAt?.toISOString()}.\n`);
  return 0;
}

function idOf(key: string, rows: readonly KeyRow[]): string | null {
  const hash = hashKey(key);
  return rows.find((row) => row.hash.equals(hash))?.keyId ?? null;
}
