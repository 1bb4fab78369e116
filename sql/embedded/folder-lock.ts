import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Who holds an embedded database's folder. */
export interface FolderOwner {
  pid: number;
  /** The command as a person would know it, such as `npm start`. */
  command: string;
  /** ISO 8601. */
  since: string;
  /** Where it serves the database to other processes; null while it is still opening. */
  socketPath: string | null;
}

export interface FolderLock {
  /** Tells other processes who holds the folder and where the database is served. */
  announce(owner: FolderOwner): void;
  release(): void;
}

const LOCK_FILE = 'lock.sqlite';
const OWNER_FILE = 'owner.json';
/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/**
 * Takes the folder's lock, or returns null when another process holds it.
 *
 * Node has no file lock of its own. An SQLite transaction holds one of the operating system's, which ends with its
 * process however that dies, so a stale lock cannot exist. The file has no other use.
 */
export function lockFolder(folder: string): FolderLock | null {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null;
    throw error;
  }
  return {
    announce: (owner) => writeFileSync(join(folder, OWNER_FILE), JSON.stringify(owner)),
    release: () => database.close(),
  };
}

/** @returns who last announced itself in the folder, or null when nobody did or the file is unreadable. */
export function readOwner(folder: string): FolderOwner | null {
  try {
    return JSON.parse(readFileSync(join(folder, OWNER_FILE), 'utf8')) as FolderOwner;
  } catch {
    return null;
  }
}
