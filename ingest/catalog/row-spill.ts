import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CatalogError } from './catalog-error.ts';
import type { CatalogRow } from './catalog-row.ts';
import { hash53 } from './hash53.ts';

/** A catalog of 1 GB is read back in parts of some 16 MB. */
const PARTS = 64;
/** Characters of a part that wait for one write. */
const BUFFERED = 65_536;

/** Rows set aside on disk until the rest of a catalog is read. */
export interface RowSpill {
  /** Sets rows of one product aside. */
  add(key: string, rows: CatalogRow[]): Promise<void>;
  /** Whether rows of the product may have been set aside; wrong once in a great while, never about one that has. */
  has(key: string): boolean;
  /** Gives all rows back, those of one product together and by line; a part of them is in memory at once. */
  groups(): AsyncIterable<CatalogRow[]>;
  /** Removes what is on disk. */
  close(): Promise<void>;
}

/**
 * Makes an empty spill; its files are made, in the system's folder for temporary ones, when something is added.
 * Methods throw CatalogError when the disk does not take the rows.
 */
export function makeRowSpill(): RowSpill {
  const keys = new Set<number>();
  const buffers = Array.from({ length: PARTS }, () => '');
  let folder: string | null = null;

  const write = async (part: number): Promise<void> => {
    try {
      folder ??= await mkdtemp(join(tmpdir(), `aisle-catalog-${process.pid}-`));
      await appendFile(join(folder, String(part)), buffers[part] ?? '');
      buffers[part] = '';
    } catch (cause) {
      const found = (cause as Error).message;
      throw new CatalogError(
        `expected room in ${tmpdir()} for the rows of a large catalog, found: ${found}. Make room, or sort the catalog by product.`,
        { cause },
      );
    }
  };

  return {
    async add(key, rows) {
      const hash = hash53(key);
      const part = hash % PARTS;
      keys.add(hash);
      buffers[part] += rows.map((row) => `${JSON.stringify([key, row])}\n`).join('');
      if ((buffers[part]?.length ?? 0) > BUFFERED) await write(part);
    },
    has: (key) => keys.has(hash53(key)),
    async *groups() {
      for (const [part, rest] of buffers.entries()) {
        const written = folder === null ? '' : await readPart(join(folder, String(part)));
        yield* groupLines(written + rest);
      }
    },
    async close() {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readPart(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function groupLines(text: string): Iterable<CatalogRow[]> {
  const groups = new Map<string, CatalogRow[]>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [key, row] = JSON.parse(line) as [string, CatalogRow];
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups.values();
}
