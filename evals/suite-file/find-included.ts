import { glob } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * The files that an entry of `include` names, in the order of their names.
 *
 * @param entry a path, or a glob as Node's `fs.glob` reads it (`*`, `**`, `?`, `{a,b}`, `[a-z]`).
 * @param options.folder of the file that includes; a glob leaves that file itself (`self`, absolute) out.
 * @returns paths that begin as `folder` does; a path without wildcards as it is, whether there is such a file or not.
 */
export async function findIncluded(
  entry: string,
  { folder, self }: { folder: string; self: string },
): Promise<string[]> {
  if (!/[*?{}[\]]/u.test(entry)) return [inFolder(folder, entry)];
  const found: string[] = [];
  for await (const name of glob(entry, { cwd: folder })) {
    const path = inFolder(folder, name);
    if (resolve(path) !== self) found.push(path);
  }
  return found.sort();
}

function inFolder(folder: string, path: string): string {
  return resolve(path) === path ? path : join(folder, path);
}
