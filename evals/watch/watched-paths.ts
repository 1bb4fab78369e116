import { basename, dirname, extname, relative, sep } from 'node:path';

/** What a changed file is to a watch. */
export interface Change {
  /** One of the suite's own files, or something of its sources. */
  kind: 'suite' | 'source';
  suite: string;
  path: string;
}

/** A suite's files and local sources, absolute. */
export interface WatchedSuite {
  suite: string;
  files: readonly string[];
  sources: readonly string[];
}

/** A folder to watch. */
export interface WatchedFolder {
  folder: string;
  recursive: boolean;
}

/**
 * Folders in which changes are seen. A single file is watched through its folder: an editor that replaces a file leaves
 * a watch on the old one. Pure.
 *
 * @param isFolder of an absolute path.
 */
export function foldersOf(
  suites: readonly WatchedSuite[],
  isFolder: (path: string) => boolean,
): WatchedFolder[] {
  const folders = new Map<string, boolean>();
  const add = (folder: string, recursive: boolean) =>
    folders.set(folder, recursive || folders.get(folder) === true);
  for (const { files, sources } of suites) {
    for (const file of files) add(dirname(file), false);
    for (const source of sources) {
      if (isFolder(source)) add(source, true);
      else add(dirname(source), false);
    }
  }
  return [...folders].map(([folder, recursive]) => ({ folder, recursive }));
}

/** What of the watched suites a changed path concerns; one file may concern several. Pure. */
export function changesOf(path: string, suites: readonly WatchedSuite[]): Change[] {
  if (isScratch(path)) return [];
  return suites.flatMap(({ suite, files, sources }): Change[] => {
    if (files.includes(path)) return [{ kind: 'suite', suite, path }];
    return sources.some((source) => isWithin(path, source)) ? [{ kind: 'source', suite, path }] : [];
  });
}

/** Whether a file below a folder of code decides how questions are answered or judged: no tests, no suites. Pure. */
export function isCode(path: string): boolean {
  if (isScratch(path) || path.endsWith('.test.ts')) return false;
  if (path.split(sep).includes('suites')) return extname(path) === '.ts';
  return extname(path) !== '.md';
}

/** What editors leave beside a file while it is written. */
function isScratch(path: string): boolean {
  const name = basename(path);
  return name.endsWith('~') || name.startsWith('.') || /\.(swp|swx|tmp|part)$/u.test(name) || name === '4913';
}

function isWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || !(inside === '..' || inside.startsWith(`..${sep}`) || inside.startsWith('/'));
}
