import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { flakyIds, readVerdicts } from './flaky-history.ts';
import { madeCase, madeRun, writeRun } from './testing/made-runs.ts';

const setting = { suite: 's', suiteHash: 'h', target: 't', models: ['m'], info: { embeddingModel: 'e' } };
const run = (startedAt: string, passed: Record<string, boolean>, changes = {}) => ({
  startedAt,
  setting: { ...setting, ...changes },
  passed: new Map(Object.entries(passed)),
});

it('calls a case flaky whose verdict changed and changed back, not one that was broken and stays so', () => {
  const runs = [
    run('2026-01-03', { back: true, broken: false, steady: true }),
    run('2026-01-01', { back: true, broken: true, steady: true }),
    run('2026-01-02', { back: false, broken: false, steady: true }),
  ];
  expect([...flakyIds(runs, setting)]).toEqual(['back']);
});

it('looks at runs of the same suite, models and index only', () => {
  for (const changes of [
    { suiteHash: 'other' },
    { models: ['other'] },
    { info: { embeddingModel: 'other' } },
    { suite: 'other' },
  ]) {
    const runs = [run('1', { a: true }), run('2', { a: false }, changes), run('3', { a: true })];
    expect([...flakyIds(runs, setting)]).toEqual([]);
  }
  const moved = { info: { embeddingModel: 'e', database: '/elsewhere' } };
  const runs = [run('1', { a: true }), run('2', { a: false }, moved), run('3', { a: true })];
  expect([...flakyIds(runs, setting)]).toEqual(['a']);
});

it('reads the verdicts of the runs in a folder, and passes over what is none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-history-'));
  const report = madeRun([madeCase('a', true), madeCase('b', false)]);
  for (const name of ['own', 'one']) await writeRun(join(folder, name), report);
  for (const name of ['two', 'empty']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'two', 'report.json'), '{"other":"file"}');
  const runs = await readVerdicts(folder, join(folder, 'own'));
  expect(runs).toMatchObject([{ setting: { suite: 's' }, startedAt: report.startedAt }]);
  expect([...(runs[0]?.passed ?? [])]).toEqual([
    ['a', true],
    ['b', false],
  ]);
  expect(await readVerdicts(join(folder, 'none'), null)).toEqual([]);
  await rm(folder, { recursive: true });
});
