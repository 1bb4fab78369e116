import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDescendant, parseMemory, readMemory } from './process-tree.ts';

describe('parseMemory', () => {
  it('reads what is resident now and was at its most, in bytes', () => {
    const status = 'Name:\tnode\nVmPeak:\t 9000 kB\nVmHWM:\t  2048 kB\nVmRSS:\t  1024 kB\nThreads:\t11\n';
    expect(parseMemory(status)).toEqual({ now: 1024 * 1024, peak: 2048 * 1024 });
  });

  it('has nothing of a process without memory, as one that has ended', () => {
    expect(parseMemory('Name:\tnode\nState:\tZ (zombie)\n')).toBeNull();
    expect(parseMemory('')).toBeNull();
  });
});

const noProc = existsSync('/proc/self/status') ? '' : ' (skipped: there is no /proc)';

describe.skipIf(noProc !== '')(`processes${noProc}`, () => {
  it('finds the process of a file below the one that was spawned, past the shell', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aisle-tree-'));
    const file = join(folder, 'main.mjs');
    await writeFile(file, "process.stdout.write('up'); setInterval(() => {}, 1000);");
    // With a second command the shell stays, as npm's does.
    const child = spawn('sh', ['-c', `"${process.execPath}" "${file}"; true`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const pid = child.pid ?? 0;
    try {
      await once(child.stdout, 'data');
      const found = await findDescendant(pid, 'main.mjs');
      expect(found).not.toBeNull();
      expect(found).not.toBe(pid);
      expect((await readMemory(found ?? 0))?.now).toBeGreaterThan(2 ** 20);
      expect(await findDescendant(pid, 'other.mjs')).toBeNull();
    } finally {
      process.kill(-pid, 'SIGKILL');
      await rm(folder, { recursive: true });
    }
  });
});
