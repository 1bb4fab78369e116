import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { withFolder } from '../with-folder.ts';
import { forkChild } from './fork-child.ts';

const forever = new AbortController().signal;

/** Runs `work` with a child that runs `source`. */
function withChild(
  source: string,
  work: (child: ReturnType<typeof forkChild>) => Promise<void>,
  { signal = forever, flags = [] as string[] } = {},
): Promise<void> {
  return withFolder(async (folder) => {
    const path = join(folder, 'child.mjs');
    await writeFile(path, source);
    const child = forkChild(pathToFileURL(path), ['an argument'], signal, flags);
    try {
      await work(child);
    } finally {
      await child.stop();
    }
  });
}

it('brings what the child says, unasked and asked, and gives it its arguments and flags', () =>
  withChild(
    `process.send([process.argv[2], ...process.execArgv]);
     process.on('message', ({ n }) => process.send(n + 1));`,
    async (child) => {
      expect(await child.ask()).toEqual(['an argument', '--max-semi-space-size=8']);
      expect(await child.ask({ n: 1 })).toBe(2);
    },
    { flags: ['--max-semi-space-size=8'] },
  ));

it('fails with its last words when the child ends without an answer, then and later', () =>
  withChild(`throw new Error('no room left');`, async (child) => {
    await expect(child.ask()).rejects.toThrow('no room left');
    await expect(child.ask()).rejects.toThrow('no room left');
  }));

it('fails with the reason of the signal that ends it', async () => {
  const stopping = new AbortController();
  await withChild(
    `setInterval(() => {}, 1000); process.send('up');`,
    async (child) => {
      await child.ask();
      const answer = child.ask({});
      stopping.abort(new Error('stopped by the user'));
      await expect(answer).rejects.toThrow('stopped by the user');
    },
    { signal: stopping.signal },
  );
});
