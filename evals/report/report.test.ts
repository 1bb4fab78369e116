import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../score/case-result.ts';
import type { Report } from './report.ts';
import { renderReportJson } from './report-json.ts';
import { HOSTILE, madeReport, madeResults, reportOf, textOf } from './testing/made-report.ts';
import { writeReport } from './write-report.ts';

describe('report.json', () => {
  const read = async (report: ReturnType<typeof madeReport>) =>
    JSON.parse(await textOf(renderReportJson(report)));

  it('is the report with a compact record of each case', async () => {
    const report = madeReport();
    const { suites, ...head } = await read(report);
    const { suites: _, ...expected } = report;
    expect(head).toEqual(expected);
    expect(suites[0].cases.map(({ id, passed }: CaseResult) => [id, passed])).toEqual([
      ['right', true],
      ['wrong', false],
      [HOSTILE, false],
    ]);
    expect(suites[0].cases[1].checks).toMatchObject([{ name: 'facts', passed: false }]);
    expect(suites[0].cases[1]).not.toHaveProperty('retrieved');
  });

  it('is JSON whatever text is in it, and without suites or cases', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const { suites } = await read(madeReport(text));
        expect(suites[0].suite).toBe(text);
      }),
      { numRuns: 20 },
    );
    expect(await read({ ...madeReport(), suites: [] })).toMatchObject({ suites: [] });
    expect(await read(reportOf([]))).toMatchObject({ suites: [{ cases: [] }] });
  });
});

it('every form of a report is in the folder, and no draft of one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-report-'));
  const out = join(folder, 'new', 'run');
  await writeReport(out, madeReport());
  expect((await readdir(out)).sort()).toEqual([
    'cases.csv',
    'junit.xml',
    'report.html',
    'report.json',
    'summary.md',
  ]);
  await writeReport(join(folder, 'new', 'later'), madeReport('x'), { history: folder });
  expect(await readFile(join(folder, 'new', 'later', 'summary.md'), 'utf8')).toContain('## x');
  await rm(folder, { recursive: true });
});

describe('a suite of a report', () => {
  const [right, wrong] = madeResults() as [CaseResult, CaseResult];
  const suiteOf = (...given: Parameters<typeof reportOf>): Report<unknown>['suites'][number] => {
    const [suite] = reportOf(...given).suites;
    if (!suite) throw new Error('a report has its suite');
    return suite;
  };
  const gates = { passed: 1 };

  it('passes when its gates hold and it came to its end', () => {
    expect(suiteOf([right], { gates })).toMatchObject({ passed: true, complete: true });
    expect(suiteOf([wrong], { gates })).toMatchObject({ passed: false, complete: true });
    expect(suiteOf([right], { gates, stopped: 'stopped' })).toMatchObject({ passed: false, complete: false });
    expect(suiteOf([], { gates, chosen: 1 })).toMatchObject({ passed: false });
  });

  it('leaves its gates to the merge where it is a shard, which may be empty', () => {
    const limits = { gates, tagGates: {} };
    expect(suiteOf([wrong], { limits, shard: '1/2' })).toMatchObject({
      passed: true,
      gates: [{ status: 'skipped' }],
    });
    expect(suiteOf([], { limits, shard: '1/2', chosen: 0 })).toMatchObject({ passed: true });
  });

  it('measures each tag over its own cases', () => {
    const { tags } = suiteOf([
      { ...right, tags: ['a', 'b'] },
      { ...wrong, tags: ['b', 'b'] },
    ]);
    expect(Object.keys(tags)).toEqual(['a', 'b']);
    expect([tags.a?.passed, tags.b?.passed]).toMatchObject([
      { value: 1, count: 1 },
      { value: 0.5, count: 2 },
    ]);
  });
});
