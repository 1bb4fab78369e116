import type { Logger } from 'pino';
import type { Environment } from '../../ingest/environment.ts';
import type { Database } from '../../sql/database-options.ts';
import { listKeys, noteKeysUsed } from '../../sql/keys.ts';
import { type Counters, makeCounters } from '../limits/counters.ts';
import type { AccessRules } from './authenticate.ts';
import type { KeyLimits } from './caller.ts';
import { makeReadKeys } from './key-ring.ts';
import { makeNoteUsed } from './note-used.ts';

/** What stands between the network and the routes. */
export interface Gate extends AccessRules {
  counters: Counters;
  /** How much one address may use, through publishable keys or without any. */
  addressLimits: KeyLimits;
  /** Proxies of one's own before the service. */
  trustProxy: number;
}

/** The gate of a service with its database. */
export function openGate({
  database,
  environment,
  logger,
}: {
  database: Pick<Database, 'kind' | 'pool'>;
  environment: Pick<
    Environment,
    'pageKey' | 'openToAll' | 'trustProxy' | 'addressPerMinute' | 'addressPerDay' | 'addressBudgetUsd'
  >;
  logger: Logger;
}): Gate {
  const { pool } = database;
  return {
    readKeys: makeReadKeys({ load: () => listKeys(pool) }),
    pageKey: environment.pageKey,
    openToAll: environment.openToAll,
    noteUsed: makeNoteUsed((keyId) => {
      noteKeysUsed(pool, [keyId]).catch((err: unknown) =>
        logger.debug({ err }, 'the use of a key was not noted'),
      );
    }),
    counters: makeCounters(database),
    addressLimits: {
      perMinute: environment.addressPerMinute,
      perDay: environment.addressPerDay,
      budgetUsd: environment.addressBudgetUsd,
    },
    trustProxy: environment.trustProxy,
  };
}
