import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sampleAnswer } from '../testing/sample-answer.ts';
import { type InProcessService, makeOpenInProcess } from './in-process-target.ts';

const service = (close = async () => {}): InProcessService => ({
  answer: async (request) => sampleAnswer({ store: request.store }),
  findDocument: async () => null,
  store: 'only',
  info: { embeddingModel: 'local' },
  close,
});

it('opens the configured service for a store, and sends its questions there', async () => {
  const opened: unknown[] = [];
  const open = makeOpenInProcess({
    env: { DATABASE_URL: 'postgres://x' },
    openService: async (options) => {
      opened.push(options);
      return service();
    },
    ingestSources: () => Promise.reject(new Error('nothing to ingest')),
  });
  const target = await open({ store: null });
  expect(opened).toEqual([{ env: { DATABASE_URL: 'postgres://x' }, store: null, signal: undefined }]);
  const { response } = await target.answer({ question: 'Q?' }, AbortSignal.timeout(1000));
  expect(response.store).toBe('only');
});

it('ingests sources into an embedded database of their own, which goes when it is closed', async () => {
  const seen: string[] = [];
  let closed = false;
  const open = makeOpenInProcess({
    env: { DATABASE_URL: 'postgres://x', AISLE_DATA: '/kept', CHAT_MODEL: 'extractive' },
    openService: async ({ env, store }) => {
      expect(env).toMatchObject({ AISLE_DATA: seen[0], CHAT_MODEL: 'extractive' });
      expect(store).toBe('suite');
      return service(async () => {
        closed = true;
      });
    },
    ingestSources: async ({ env, sources }) => {
      expect(env.DATABASE_URL).toBeUndefined();
      expect(sources).toEqual(['/site']);
      seen.push(String(env.AISLE_DATA));
      await writeFile(join(String(env.AISLE_DATA), 'data'), '');
    },
  });
  const target = await open({ suite: 's', sources: ['/site'] });
  expect(seen[0]).not.toBe('/kept');
  expect(existsSync(String(seen[0]))).toBe(true);
  await target.close();
  expect([closed, existsSync(String(seen[0]))]).toEqual([true, false]);
});

it('leaves nothing behind when a source fails, and says which suite', async () => {
  let folder = '';
  const open = makeOpenInProcess({
    env: {},
    openService: async () => service(),
    ingestSources: ({ env }) => {
      folder = String(env.AISLE_DATA);
      return Promise.reject(new Error('no such page'));
    },
  });
  await expect(open({ suite: 'returns', sources: ['/site'] })).rejects.toThrow(/suite returns/);
  expect(existsSync(folder)).toBe(false);
});

it('ingests sources anew, and says what that has changed', async () => {
  const calls: string[] = [];
  const open = makeOpenInProcess({
    env: {},
    openService: async () => service(),
    ingestSources: async () => void calls.push('ingest'),
    planSources: async ({ sources }) => {
      calls.push('plan');
      return { added: [], changed: sources, removed: [] };
    },
  });
  const target = await open({ suite: 's', sources: ['/site'] });
  expect(await target.refresh?.(AbortSignal.timeout(1000))).toMatchObject({ changed: ['/site'] });
  expect(calls).toEqual(['ingest', 'plan', 'ingest']);
  await target.close();
});

it('leaves nothing behind when the run is ended while sources are ingested', async () => {
  const ending = new AbortController();
  let folder = '';
  const listeners = process.listenerCount('exit');
  const open = makeOpenInProcess({
    env: {},
    openService: async () => expect.unreachable('nothing is opened any more'),
    ingestSources: async ({ env }) => {
      folder = String(env.AISLE_DATA);
      ending.abort(new Error('stopped by the user'));
    },
  });
  await expect(open({ suite: 's', sources: ['/site'] }, ending.signal)).rejects.toThrow();
  expect(existsSync(folder)).toBe(false);
  expect(process.listenerCount('exit')).toBe(listeners);
});
