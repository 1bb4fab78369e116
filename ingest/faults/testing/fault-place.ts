import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../../../sql/database.ts';
import { openTestDatabase } from '../../../sql/testing/open-test-database.ts';

/** A migrated database that no process has open, so that the one which a test starts may own it. */
export interface FaultPlace {
  kind: Database['kind'];
  /** What leads a process to it. */
  env: { DATABASE_URL: string; AISLE_DATA: string };
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** @param within for an embedded database: the folder to make it in. */
export async function makeFaultPlace(within = tmpdir()): Promise<FaultPlace> {
  if (inject('databaseUrl') !== null) {
    const { options, close } = await openTestDatabase();
    return place(options, close);
  }
  const dataDir = mkdtempSync(join(within, 'aisle-fault-'));
  cpSync(inject('databaseTemplate'), dataDir, { recursive: true });
  return place({ url: null, dataDir, command: 'npm test', whenHeld: 'join' }, async () =>
    rmSync(dataDir, { recursive: true, force: true }),
  );
}

function place(options: DatabaseOptions, remove: () => Promise<void>): FaultPlace {
  return {
    kind: options.url === null ? 'embedded' : 'server',
    env: { DATABASE_URL: options.url ?? '', AISLE_DATA: options.dataDir },
    open: () => openDatabase(options),
    remove,
  };
}
