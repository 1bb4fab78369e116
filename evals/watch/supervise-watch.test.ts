import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { superviseWatch } from './supervise-watch.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'aisle-supervise-')));
  await mkdir(join(folder, 'code'));
});
afterEach(() => rm(folder, { recursive: true }));

function supervise() {
  const ending = new AbortController();
  const starts: { args: string[]; end: (status: number) => void; stopped: boolean }[] = [];
  let said = '';
  const ended = superviseWatch(['suite.yaml', '--watch'], join(folder, 'report.json'), {
    codeFolders: [join(folder, 'code')],
    start(args) {
      const { promise, resolve } = Promise.withResolvers<number>();
      const child = { args, end: resolve, stopped: false };
      starts.push(child);
      return {
        ended: promise,
        stop() {
          child.stopped = true;
          resolve(130);
        },
      };
    },
    stderr: (text) => {
      said += text;
    },
    signal: ending.signal,
  });
  return { ...{ starts, ended, ending }, said: () => said };
}

const until = async (test: () => boolean) => {
  while (!test()) await sleep(10);
};

it('starts a fresh process when code changes, with the report of the one before', async () => {
  const { starts, ended, ending, said } = supervise();
  await until(() => starts.length === 1);
  expect(starts[0]?.args).toEqual(['suite.yaml', '--watch', '--watched']);
  await writeFile(join(folder, 'report.json'), '{}');
  await writeFile(join(folder, 'code/speak.ts'), 'x');
  await until(() => starts.length === 2);
  expect(starts[0]?.stopped).toBe(true);
  expect(starts[1]?.args).toEqual(['suite.yaml', '--watch', '--watched', join(folder, 'report.json')]);
  expect(said()).toMatch(/code has changed \(.*speak\.ts\): a fresh process runs all cases/);
  ending.abort();
  expect([await ended, starts[1]?.stopped]).toEqual([130, true]);
});

it('waits for the next change when the process fails, as on a slip in the code', async () => {
  const { starts, ended, ending, said } = supervise();
  await until(() => starts.length === 1);
  starts[0]?.end(1);
  await until(() => said().includes('has ended with 1'));
  await writeFile(join(folder, 'code/speak.test.ts'), 'x');
  await writeFile(join(folder, 'code/speak.ts'), 'x');
  await until(() => starts.length === 2);
  ending.abort();
  expect(await ended).toBe(130);
});

it('ends when the first process finds the call wrong', async () => {
  const { starts, ended } = supervise();
  await until(() => starts.length === 1);
  starts[0]?.end(2);
  expect(await ended).toBe(2);
});
