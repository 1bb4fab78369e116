import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentUrl } from './document-url.ts';
import { listFiles } from './list-files.ts';

describe('listFiles', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-list-'));
    const inside = join(folder, 'docs');
    await mkdir(join(inside, 'b', 'node_modules'), { recursive: true });
    await mkdir(join(inside, '.git'));
    for (const name of [
      'z.md',
      'a.HTML',
      'b/c.txt',
      'b/photo.jpg',
      '.hidden.md',
      '.git/x.md',
      'b/node_modules/r.md',
    ])
      await writeFile(join(inside, name), 'x');
    await writeFile(join(folder, 'secret.md'), 'secret');
    await symlink(join(folder, 'secret.md'), join(inside, 'out.md'));
    await symlink(join(inside, 'z.md'), join(inside, 'in.md'));
    await symlink(inside, join(inside, 'b', 'loop'));
    await symlink(join(inside, 'gone'), join(inside, 'dead.md'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('lists documents in order and says what it left out', async () => {
    const { files, skipped } = await listFiles(join(folder, 'docs'));
    expect(files.map((file) => file.relativePath)).toEqual(['a.HTML', 'b/c.txt', 'in.md', 'z.md']);
    expect(files[0]?.size).toBe(1);
    expect(skipped).toEqual([
      { relativePath: 'b/loop', reason: 'a symbolic link to a folder' },
      { relativePath: 'b/photo.jpg', reason: "no document's ending: .jpg" },
      { relativePath: 'dead.md', reason: 'a symbolic link to nothing' },
      { relativePath: 'out.md', reason: 'a symbolic link that leads out of the folder' },
    ]);
  });

  it('says what is wrong with a folder that is none, or too full', async () => {
    await expect(listFiles(join(folder, 'no'))).rejects.toThrow(/expected a folder, found nothing there/);
    await expect(listFiles(join(folder, 'secret.md'))).rejects.toThrow(/expected a folder, found a file/);
    await expect(listFiles(join(folder, 'docs'), { maxFiles: 2 })).rejects.toThrow(/at most 2 documents/);
  });
});

describe('documentUrl', () => {
  it('maps a path to the page that shoppers see', () => {
    expect(documentUrl('policies/returns & more.html', { baseUrl: 'https://shop.example/help' })).toBe(
      'https://shop.example/help/policies/returns%20%26%20more.html',
    );
    expect(documentUrl('policies/index.html', { baseUrl: 'https://shop.example/' })).toBe(
      'https://shop.example/policies/',
    );
  });

  it('tells nothing of the machine without a base, yet resolves relative links', () => {
    const url = documentUrl('./policies/a#b.md', { root: 'help center' });
    expect(url).toBe('aisle-file:/help%20center/policies/a%23b.md');
    expect(new URL('other.md', url).href).toBe('aisle-file:/help%20center/policies/other.md');
  });

  it('refuses paths that leave the root and bases that are no web address', () => {
    expect(() => documentUrl('../secret.md')).toThrow(/inside the source/);
    expect(() => documentUrl('a.md', { baseUrl: 'file:///srv' })).toThrow(/absolute http/);
  });
});
