import { existsSync } from 'node:fs';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeIngestSources, makePlanSources } from './ingest-sources.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'aisle-ingest-sources-')));
});
afterEach(() => rm(folder, { recursive: true }));

async function command(body: string) {
  const main = join(folder, 'main.mjs');
  await writeFile(main, `import { writeFileSync } from 'node:fs';\n${body}\n`);
  return Object.assign(makeIngestSources(main), { plan: makePlanSources(main) });
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
    [...sources, '--store', 'suite', '--json', '--yes', ...hosts],
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

it('says which documents an ingest would touch, of one source and of several', async () => {
  const plan = { add: ['a'], change: ['b'], keep: ['k'], remove: [] };
  const ingest = await command(`
    const [first] = process.argv.slice(2);
    const plans = [${JSON.stringify({ plan })}, { plan: { add: [], change: ['c'], keep: [], remove: ['d'] } }];
    if (!process.argv.includes('--dry-run')) process.exit(1);
    console.log(JSON.stringify(first === 'one' ? plans[0] : plans));
  `);
  const call = { env: {}, store: 's', cwd: folder };
  expect(await ingest.plan({ ...call, sources: ['one'] })).toEqual({
    added: ['a'],
    changed: ['b'],
    removed: [],
  });
  expect(await ingest.plan({ ...call, sources: ['x', 'y'] })).toEqual({
    added: ['a'],
    changed: ['b', 'c'],
    removed: ['d'],
  });
});

it('ends the command when the run ends, and returns only when it has gone', async () => {
  const ingest = await command(`
    process.on('SIGTERM', () => setTimeout(() => { writeFileSync('ended', ''); process.exit(130); }, 50));
    setInterval(() => {}, 1000);
    writeFileSync('pid', String(process.pid));
  `);
  const ending = new AbortController();
  const ingesting = ingest({ env: {}, store: 's', sources: ['x'], cwd: folder, signal: ending.signal });
  while (!existsSync(join(folder, 'pid'))) await sleep(20);
  ending.abort(new Error('stopped by the user'));
  await expect(ingesting).rejects.toThrow('stopped by the user');
  expect(existsSync(join(folder, 'ended'))).toBe(true);
});
