import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the tests run on; null for the embedded database. */
    databaseUrl: string | null;
    /** What each test database is a copy of: a folder, or a database's name on the server. */
    databaseTemplate: string;
  }
}

/** Makes one migrated database that every test file copies, for making one takes seconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = project.config.provide?.databaseUrl ?? null;
  return url === null ? embeddedTemplate(project) : serverTemplate(project, url);
}

async function embeddedTemplate(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-template-'));
  const database = await openDatabase({
    url: null,
    dataDir: folder,
    command: 'npm test',
    whenHeld: 'refuse',
  });
  await migrate(database.pool);
  await database.close();
  project.provide('databaseTemplate', folder);
  return async () => rmSync(folder, { recursive: true, force: true });
}

async function serverTemplate(project: TestProject, url: string): Promise<() => Promise<void>> {
  const name = `aisle_template_${process.pid}_${Date.now()}`;
  const admin = new pg.Pool({ connectionString: url, max: 1 });
  await admin.query(`create database ${name}`);
  const database = await openDatabase({
    url: databaseOnServer(url, name),
    dataDir: '',
    command: 'npm test',
    whenHeld: 'refuse',
  });
  await migrate(database.pool);
  await database.close();
  project.provide('databaseTemplate', name);
  return async () => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
}

/** @returns the URL of another database on the same server. */
export function databaseOnServer(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
