import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toComparable } from './comparable-case.ts';
import { openBaseline } from './open-baseline.ts';
import { madeCase, madeRun, writeRun } from './testing/made-runs.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-baseline-'));
});
afterEach(() => rm(folder, { recursive: true }));

const cases = [madeCase('a', true), madeCase('b', false), madeCase('c "] },', true)];
const path = (name: string) => join(folder, name);

async function casesOf(name: string) {
  const baseline = await openBaseline(path(name));
  const [suite] = baseline.suites;
  const found = [...(suite?.cases.ids() ?? [])].map((id) => suite?.cases.find(id));
  baseline.close();
  return { found, head: suite?.head };
}

describe('openBaseline', () => {
  it('has the same cases, whichever files of a run it is given', async () => {
    await writeRun(path('run'), madeRun(cases));
    const expected = cases.map(toComparable);
    for (const name of ['run', 'run/report.json', 'run/cases.jsonl']) {
      const { found } = await casesOf(name);
      expect(found, name).toEqual(expected);
    }
    await rm(path('run/cases.jsonl'));
    expect(await casesOf('run')).toMatchObject({ found: expected, head: { suiteHash: 'sha256-x' } });
  });

  it('reads a report.json that was laid out anew', async () => {
    await writeRun(path('run'), madeRun(cases));
    const content = JSON.parse(await readFile(path('run/report.json'), 'utf8'));
    for (const text of [JSON.stringify(content), JSON.stringify(content, null, 4)]) {
      await writeFile(path('other.json'), text);
      expect((await casesOf('other.json')).found).toEqual(cases.map(toComparable));
    }
  });

  it('keeps its cases when the files that it was read from are written over', async () => {
    await writeRun(path('run'), madeRun(cases));
    const baseline = await openBaseline(path('run'));
    await writeRun(path('run'), madeRun([madeCase('other', true)]));
    const found = baseline.suites[0]?.cases;
    expect([found?.count, found?.find('b')?.passed, found?.find('other')]).toEqual([3, false, null]);
    baseline.close();
  });

  it('reads reports of versions that recorded less of a case', async () => {
    const old = { id: 'a', passed: true, status: 'answered', answer: 'x', citations: [], checks: [] };
    await writeRun(path('run'), madeRun([]));
    const report = JSON.parse(await readFile(path('run/report.json'), 'utf8'));
    report.suites[0].cases = [old];
    await writeFile(path('old.json'), JSON.stringify(report));
    expect((await casesOf('old.json')).found).toMatchObject([
      { id: 'a', definition: null, numbers: { passed: 1 } },
    ]);
  });

  it.each([
    ['gone.json', null, /ENOENT|no such file/u],
    ['half.json', '{"format":', /JSON/u],
    ['other.json', '{"format":"other"}', /format/u],
    ['half.jsonl', '{"suite":"s","position":0,"id":"a","pas', /half\.jsonl:1: not the record of a case/u],
    ['empty.jsonl', '', /no case/u],
  ])('says what is wrong with %s', async (name, content, why) => {
    if (content !== null) await writeFile(path(name), content);
    const opening = openBaseline(path(name));
    await expect(opening).rejects.toThrow(/^--baseline .*: expected an earlier report\.json, or a folder/u);
    await expect(opening).rejects.toThrow(why);
  });

  it('says so of a folder without a run', async () => {
    await expect(openBaseline(folder)).rejects.toThrow('neither');
  });
});
