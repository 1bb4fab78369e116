import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSafeFetch } from '../safe-fetch.ts';
import { readFiles } from './read-files.ts';
import type { SourceEvent } from './source-event.ts';
import { makeSourceSpec, type SourceSpec } from './source-spec.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Reads the folder, knowing what came before. @returns the events by file, and what to know the next time. */
async function read(before: readonly SourceEvent[], settings: Partial<SourceSpec> = {}) {
  const known = new Map(
    before.flatMap((event) =>
      event.type === 'document' ? [[event.document.url, { etag: event.etag, lastModified: null }]] : [],
    ),
  );
  const safeFetch = makeSafeFetch();
  const context = {
    known,
    readBefore: new Set<string>(),
    onFound: () => {},
    onQueue: () => {},
    browserPath: null,
    signal: new AbortController().signal,
    safeFetch,
  };
  const spec = makeSourceSpec({ id: 'f', kind: 'files', location: folder, ...settings });
  const events: SourceEvent[] = [];
  for await (const event of readFiles(spec, context)) events.push(event);
  await safeFetch.close();
  return events;
}

const types = (events: SourceEvent[]) => events.map(({ type }) => type);

it('reads a local file again only when its bytes or the settings have changed', async () => {
  await writeFile(join(folder, 'a.txt'), 'You may return boots within thirty days.');
  await writeFile(join(folder, 'b.md'), '---\nurl: https://shop.example/help\n---\nWrite to us at any time.');
  const first = await read([]);
  expect(types(first)).toEqual(['document', 'document', 'done']);
  const second = await read(first);
  expect(second).toEqual([
    { type: 'unchanged', url: expect.stringMatching(/^aisle-file:\/.*\/a\.txt$/) },
    { type: 'unchanged', url: 'https://shop.example/help' },
    { type: 'done', complete: true, reason: null },
  ]);
  await writeFile(join(folder, 'a.txt'), 'You may return boots within ninety days.');
  expect(types(await read(first))).toEqual(['document', 'unchanged', 'done']);
  expect(types(await read(first, { locale: 'es' }))).toEqual(['document', 'document', 'done']);
});

it('tells two files of the same content apart', async () => {
  await writeFile(join(folder, 'a.txt'), 'You may return boots within thirty days.');
  const first = await read([]);
  await writeFile(join(folder, 'b.txt'), 'You may return boots within thirty days.');
  expect(types(await read(first))).toEqual(['unchanged', 'document', 'done']);
});
