import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeIngestSources } from './ingest-sources.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'aisle-ingest-sources-')));
});
afterEach(() => rm(folder, { recursive: true }));

async function command(body: string) {
  const main = join(folder, 'main.mjs');
  await writeFile(main, `import { writeFileSync } from 'node:fs';\n${body}\n`);
  return makeIngestSources(main);
}

it('calls the ingest command with the suite’s sources, in its folder, with its environment', async () => {
  const ingest = await command(
    `writeFileSync('seen.json', JSON.stringify([process.argv.slice(2), process.cwd(), process.env.AISLE_DATA]));`,
  );
  const sources = [
    '/data/site',
    'https://shop.test/',
    'http://127.0.0.1:8080/',
    'http://[::1]/x',
    'https://localhost',
  ];
  await ingest({ env: { AISLE_DATA: '/tmp/own' }, store: 'suite', sources, cwd: folder });
  const hosts = ['127.0.0.1:8080', '[::1]:80', 'localhost:443'].flatMap((host) => ['--allow-host', host]);
  expect(JSON.parse(await readFile(join(folder, 'seen.json'), 'utf8'))).toEqual([
    [...sources, '--store', 'suite', '--json', ...hosts],
    folder,
    '/tmp/own',
  ]);
});

it('fails with the command’s own words', async () => {
  const ingest = await command(`console.error('no such file: /data/site'); process.exitCode = 1;`);
  await expect(ingest({ env: {}, store: 's', sources: ['/data/site'], cwd: folder })).rejects.toThrow(
    'ingest ended with 1: no such file: /data/site',
  );
});
