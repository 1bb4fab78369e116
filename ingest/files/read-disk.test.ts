import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocumentFile } from './read-file.ts';

const fetchedAt = '2026-05-01T10:00:00Z';

describe('readDocumentFile', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads a file, and refuses what is too large, missing or a folder', async () => {
    const path = join(folder, 'faq.md');
    await writeFile(path, '# FAQ\n\nAsk us.');
    const options = { url: 'aisle-file:/faq.md', fetchedAt, maxBytes: 100 };
    expect(await readDocumentFile(path, options)).toMatchObject({ kind: 'faq', text: 'Ask us.' });
    await expect(readDocumentFile(path, { ...options, maxBytes: 5 })).rejects.toThrow(
      /expected at most 5 bytes, found 14/,
    );
    await expect(readDocumentFile(join(folder, 'no.md'), options)).rejects.toThrow(/found nothing there/);
    await expect(readDocumentFile(folder, options)).rejects.toThrow(/found a folder/);
  });
});
