import { mkdir, mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FolderWatch, watchFolders } from './watch-folders.ts';

let folder = '';
let watched: FolderWatch | null = null;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'aisle-watch-')));
});
afterEach(async () => {
  watched?.close();
  await rm(folder, { recursive: true });
});

const never = new AbortController().signal;

it('gathers the changes of a save, below a folder too, and those made while nobody waits', async () => {
  await mkdir(join(folder, 'deep'));
  watched = watchFolders([{ folder, recursive: true }], expect.unreachable, 50);
  await writeFile(join(folder, 'a.md'), '1');
  await writeFile(join(folder, 'deep/b.md'), '1');
  const first = await watched.next(never);
  expect(first).toEqual(expect.arrayContaining([join(folder, 'a.md')]));
  const rest = first.includes(join(folder, 'deep/b.md')) ? first : await watched.next(never);
  expect(rest).toEqual(expect.arrayContaining([join(folder, 'deep/b.md')]));
});

it('sees a file that an editor replaces, again and again', async () => {
  const path = join(folder, 'suite.yaml');
  await writeFile(path, '0');
  watched = watchFolders([{ folder, recursive: false }], expect.unreachable, 20);
  for (const text of ['1', '2']) {
    await writeFile(join(folder, 'draft'), text);
    await rename(join(folder, 'draft'), path);
    let seen: string[] = [];
    while (!seen.includes(path)) seen = await watched.next(never);
  }
});

it('waits no longer than it is wanted, and says which folder is not there', async () => {
  const problems: string[] = [];
  watched = watchFolders([{ folder: join(folder, 'none'), recursive: false }], (text) => problems.push(text));
  const ending = new AbortController();
  const waiting = watched.next(ending.signal);
  ending.abort();
  expect(await waiting).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(/none cannot be watched: ENOENT/)]);
});
