import pg from 'pg';
import { type Database, openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { databaseOnServer } from './global-setup.ts';

/** Gives `work` a migrated, empty database of its own on a server, which is dropped when it has ended. */
export async function withServerDatabase<T>(
  url: string,
  command: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const name = `aisle_made_${process.pid}_${Date.now()}`;
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  try {
    await admin.query(`create database ${name}`);
    try {
      const options = { url: databaseOnServer(url, name), dataDir: '', command, whenHeld: 'join' as const };
      const database = await openDatabase(options);
      try {
        await migrate(database.pool);
        return await work(database);
      } finally {
        await database.close();
      }
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}
