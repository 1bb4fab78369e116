import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparableCase } from './comparable-case.ts';

/** Cases of an earlier run, of which only ids and places stand in memory. */
export interface EarlierCases {
  readonly count: number;
  /** In the order of that run. */
  ids(): Iterable<string>;
  has(id: string): boolean;
  find(id: string): ComparableCase | null;
}

export interface CaseStore {
  /** Cases that are added to it are found in it. */
  suite(): EarlierCases & { add(entry: ComparableCase): void };
  close(): void;
}

/**
 * Keeps cases in a file that has no name any more, so that it goes with the process and a run may write over the files that
 * they were read from: those of the folder that it compares with.
 */
export function openCaseStore(): CaseStore {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-eval-baseline-'));
  const file = openSync(join(folder, 'cases'), 'w+');
  rmSync(folder, { recursive: true, force: true });
  let length = 0;
  return {
    suite() {
      const places = new Map<string, { at: number; size: number }>();
      return {
        get count() {
          return places.size;
        },
        ids: () => places.keys(),
        has: (id) => places.has(id),
        add(entry) {
          const line = Buffer.from(JSON.stringify(entry));
          writeSync(file, line, 0, line.length, length);
          places.set(entry.id, { at: length, size: line.length });
          length += line.length;
        },
        find(id) {
          const place = places.get(id);
          if (place === undefined) return null;
          const line = Buffer.alloc(place.size);
          readSync(file, line, 0, place.size, place.at);
          return JSON.parse(line.toString('utf8')) as ComparableCase;
        },
      };
    },
    close: () => closeSync(file),
  };
}
