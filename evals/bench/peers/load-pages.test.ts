import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadPages } from './load-pages.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-pages-'));
  await mkdir(join(folder, 'help/more'), { recursive: true });
  await writeFile(join(folder, 'help/a.md'), '# Returns\n\n30 days.');
  await writeFile(
    join(folder, 'help/more/b.html'),
    '<title>No</title><body><h1>Care</h1><p>Cold wash.</p></body>',
  );
  await writeFile(join(folder, 'comma.csv'), 'sku,name\n1,"Shoe, red"\n2,Hat\n');
  await writeFile(join(folder, 'semicolon.csv'), 'ref;nombre, corto;precio\n1;Zapato;9,50\n');
});
afterAll(() => rm(folder, { recursive: true }));

it("reads files as LangChain's loaders do", async () => {
  const pages = await loadPages(['help', 'comma.csv', 'semicolon.csv'].map((name) => join(folder, name)));
  expect(pages.map(({ text }) => text)).toEqual([
    '# Returns\n\n30 days.',
    'CareCold wash.',
    'sku: 1\nname: Shoe, red',
    'sku: 2\nname: Hat',
    'ref: 1\nnombre, corto: Zapato\nprecio: 9,50',
  ]);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(5);
});

it('says which file it cannot read', async () => {
  await writeFile(join(folder, 'x.pdf'), '');
  await expect(loadPages([join(folder, 'x.pdf')])).rejects.toThrow(
    'expected .md, .txt, .html or .csv, got x.pdf',
  );
});
