import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBounded } from './read-bounded.ts';

describe('readBounded', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file, and refuses what is too large, missing or a folder', async () => {
    const path = join(folder, 'faq.md');
    await writeFile(path, '# FAQ\n\nAsk us.');
    expect((await readBounded(path, 100)).toString()).toBe('# FAQ\n\nAsk us.');
    await expect(readBounded(path, 5)).rejects.toThrow(/expected at most 5 bytes, found 14/);
    await expect(readBounded(join(folder, 'no.md'), 100)).rejects.toThrow(/found nothing there/);
    await expect(readBounded(folder, 100)).rejects.toThrow(/found a folder/);
  });
});
