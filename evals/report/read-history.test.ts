import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { historyOf, readHistory } from './read-history.ts';
import { renderReportJson } from './report-json.ts';
import { HOSTILE, madeResults, reportOf, textOf } from './testing/made-report.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-history-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, startedAt: string, changes: Parameters<typeof reportOf>[1] = {}) {
  await mkdir(join(folder, name), { recursive: true });
  const report = { ...reportOf(madeResults(HOSTILE), changes), startedAt };
  await writeFile(join(folder, name, 'report.json'), await textOf(renderReportJson(report)));
}

it('finds earlier runs of a suite, oldest first whatever their folders are called', async () => {
  await put('b', '2026-01-01T00:00:00.000Z');
  await put('a', '2026-01-02T00:00:00.000Z', { suiteHash: 'sha256-y' });
  await put('d', '2026-01-03T00:00:00.000Z');
  await put('c', '2026-01-03T00:00:00.000Z');
  await put('own', '2026-01-04T00:00:00.000Z');
  const runs = await readHistory(folder, join(folder, 'own'));
  expect(runs.map(({ name, suiteHash }) => [name, suiteHash])).toEqual([
    ['b', 'sha256-x'],
    ['a', 'sha256-y'],
    ['c', 'sha256-x'],
    ['d', 'sha256-x'],
  ]);
  expect(runs[0]?.values).toMatchObject({ passed: 1 / 3, languageMatch: null });
  expect(historyOf(runs, 's', '2026-01-03T00:00:00.000Z').map(({ name }) => name)).toEqual(['b', 'a']);
  expect(historyOf(runs, 'other', '2027-01-01T00:00:00.000Z')).toEqual([]);
});

it('passes over what is no report of a whole suite', async () => {
  await put('filtered', '2026-01-01T00:00:00.000Z', { filters: ['tag:a'] });
  await put('shard', '2026-01-01T00:00:00.000Z', { shard: '1/2' });
  await put('stopped', '2026-01-01T00:00:00.000Z', { stopped: 'stopped by the user' });
  await mkdir(join(folder, 'empty'));
  await writeFile(join(folder, 'notes.json'), '{ not json');
  await writeFile(join(folder, 'other.json'), '{"format":"other"}');
  expect(await readHistory(folder)).toEqual([]);
  expect(await readHistory(join(folder, 'missing'))).toEqual([]);
});
