import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startService } from './start-service.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-start-'));
  await writeFile(join(folder, 'package.json'), '{"scripts": {"start": "node main.mjs"}}');
});
afterEach(() => rm(folder, { recursive: true }));

function start(signal = new AbortController().signal) {
  return startService({ cwd: folder, env: process.env, signal });
}

const SERVER = `
  import { createServer } from 'node:http';
  const server = createServer((_, response) => response.end('here'));
  server.listen(0, '127.0.0.1', () => console.error('Aisle answers at http://127.0.0.1:' + server.address().port + ' (…)'));
`;

it('waits until the service says where it answers, and leaves nothing running', async () => {
  await writeFile(join(folder, 'main.mjs'), SERVER);
  const service = await start();
  expect(await (await fetch(service.url)).text()).toBe('here');
  await service.stop();
  await expect(fetch(service.url)).rejects.toThrow();
});

it('tells what the service has said when it ends instead', async () => {
  await writeFile(join(folder, 'main.mjs'), "console.error('the disk is full'); process.exit(3);");
  await expect(start()).rejects.toThrow(/npm start ended with 3: .*the disk is full/s);
});

it('ends the service when it is stopped from outside', async () => {
  await writeFile(join(folder, 'main.mjs'), SERVER);
  const stopping = new AbortController();
  const service = await start(stopping.signal);
  stopping.abort();
  await service.stop();
  await expect(fetch(service.url)).rejects.toThrow();
});
