import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, type DatabaseOptions, openDatabase } from '../database.ts';
import { databaseOnServer } from './global-setup.ts';

/** A migrated, empty database of a test's own, on whichever kind the suite runs on. */
export interface TestDatabase extends Database {
  /** How another part of the same test may open it. */
  options: DatabaseOptions;
}

let made = 0;

export async function openTestDatabase(): Promise<TestDatabase> {
  const url = inject('databaseUrl');
  const template = inject('databaseTemplate');
  return url === null ? openCopy(template) : openClone(url, template);
}

async function openCopy(template: string): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-test-'));
  cpSync(template, folder, { recursive: true });
  const options: DatabaseOptions = { url: null, dataDir: folder, command: 'npm test', whenHeld: 'join' };
  const database = await openDatabase(options);
  return {
    ...database,
    options,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openClone(url: string, template: string): Promise<TestDatabase> {
  const name = `aisle_test_${process.pid}_${Date.now()}_${made++}`;
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  await admin.query(`create database ${name} template ${template}`);
  const options: DatabaseOptions = {
    url: databaseOnServer(url, name),
    dataDir: '',
    command: 'npm test',
    whenHeld: 'join',
  };
  const database = await openDatabase(options);
  return {
    ...database,
    options,
    close: async () => {
      await database.close();
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
