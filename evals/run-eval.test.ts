import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../service/schemas.ts';
import type { Report } from './report/report.ts';
import { runEval } from './run-eval.ts';
import type { TargetRequest } from './target.ts';
import { makeFakeTarget } from './testing/fake-target.ts';
import { sampleAbstention, sampleAnswer } from './testing/sample-answer.ts';

const SUITE = `suite: returns
store: sample
gates: { answered: 1, abstention: 1, quoteValidity: 1 }
cases:
  - id: window
    question: How long can I return things?
    tags: [policy]
    expect: { facts: ["30 days"], citations: ["*/returns"] }
  - id: nobody-said
    question: Who won the 1998 World Cup?
    tags: [off-topic]
    expect: { status: abstained }
`;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-run-eval-'));
  await writeFile(join(folder, 'suite.yaml'), SUITE);
});
afterEach(() => rm(folder, { recursive: true }));

const answerRight = ({ question }: { question: string }) =>
  question.startsWith('Who') ? sampleAbstention() : sampleAnswer();

async function call(args: string[], answer: (request: { question: string }) => AnswerResponse = answerRight) {
  const printed = { out: '', err: '' };
  const requests: TargetRequest[] = [];
  const target = makeFakeTarget(answer);
  const status = await runEval(
    args.map((arg) => arg.replace('@', `${folder}/`)),
    {
      openTarget: async (request) => {
        requests.push(request);
        return target;
      },
      stdout: (text) => {
        printed.out += text;
      },
      stderr: (text) => {
        printed.err += text;
      },
      versions: { aisle: '0', node: '24' },
    },
  );
  return { status, ...printed, requests, target };
}

describe('runEval', () => {
  it('passes right answers: prints both tables, writes every file, exits 0 and closes the target', async () => {
    const { status, out, requests, target } = await call(['@suite.yaml', '--out', '@out']);
    expect(status).toBe(0);
    expect(out).toMatch(/^answered +1\.000 +1 +≥ 1 ok/m);
    expect(out).toMatch(/^policy +1 +1\.000/m);
    expect(out).toContain('PASSED: 2 of 2 cases passed, 3 of 3 gates held');
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      ...['cases.csv', 'junit.xml', 'report.html', 'report.json', 'summary.md'],
    ]);
    expect(requests).toEqual([{ store: 'sample' }]);
    expect(target.closed).toBe(true);
  });

  it('exits 1 when a gate fails, and says which case and why', async () => {
    const { status, out } = await call(['@suite.yaml', '--out', '@out'], () => sampleAnswer());
    expect(status).toBe(1);
    expect(out).toContain(
      '✗ nobody-said: Who won the 1998 World Cup?\n    status: expected abstained, got answered',
    );
    expect(out).toContain('FAILED: abstention (minimum 1, 0.000 of n=2)');
  });

  it('exits 1 when no case got an answer, though no gate says so', async () => {
    await writeFile(join(folder, 'suite.yaml'), SUITE.replace(/^gates.*\n/m, ''));
    const { status, out } = await call(['@suite.yaml', '--out', '@out'], () => {
      throw new Error('down');
    });
    expect([status, out]).toEqual([1, expect.stringContaining('FAILED: no case got an answer')]);
  });

  it('prints only the report with --json, and writes nothing', async () => {
    const { status, out } = await call(['@suite.yaml', '--json']);
    const report: Report = JSON.parse(out);
    expect([status, report.passed, report.suites[0]?.cases.length]).toEqual([0, true, 2]);
    expect(await readdir(folder)).toEqual(['suite.yaml']);
  });

  it('compares with a baseline: what was fixed, broken and changed', async () => {
    await call(['@suite.yaml', '--out', '@before'], () =>
      sampleAnswer({ answer: 'Within 30 days, you may [1].' }),
    );
    const { out } = await call(
      ['@suite.yaml', '--out', '@out', '--baseline', '@before/report.json'],
      answerRight,
    );
    expect(out).toMatch(/fixed: 1 \(nobody-said\)\n {2}broken: none\n {2}changed: 1 \(window\)/);
    expect(out).toMatch(/^abstention +1\.000 +2 +≥ 1 ok +0\.000 +\+1\.000/m);
    const back = await call(['@suite.yaml', '--out', '@b', '--baseline', '@out/report.json'], () =>
      sampleAnswer(),
    );
    expect(back.out).toMatch(/broken: 1 \(nobody-said\)/);
  });

  it('says where a baseline was measured on something else', async () => {
    await call(['@suite.yaml', '--out', '@before']);
    await writeFile(join(folder, 'suite.yaml'), SUITE.replace('30 days', 'thirty days'));
    const { out } = await call(['@suite.yaml', '--out', '@out', '--baseline', '@before/report.json']);
    expect(out).toContain('mind: the suite has changed');
  });

  it('runs only the cases that a filter names, and skips gates that have nothing left to measure', async () => {
    const { status, out, target } = await call(['@suite.yaml', '--out', '@out', '--filter', 'tag:off-topic']);
    expect(target.requests.map(({ question }) => question)).toEqual(['Who won the 1998 World Cup?']);
    expect(status).toBe(0);
    expect(out).toMatch(/^answered +– +0 +≥ 1 skipped/m);
  });

  it('hands a suite’s sources to the target as absolute paths', async () => {
    await writeFile(join(folder, 'page.md'), '# Returns');
    await writeFile(
      join(folder, 'suite.yaml'),
      SUITE.replace('store: sample', 'sources: [./page.md, https://a.test/]'),
    );
    const { requests } = await call(['@suite.yaml', '--out', '@out']);
    expect(requests).toEqual([{ suite: 'returns', sources: [join(folder, 'page.md'), 'https://a.test/'] }]);
  });

  it.each([
    ['no suite', [], /missing required argument/],
    [
      'a suite that is not there',
      ['@none.yaml'],
      /none\.yaml: expected a suite file \(YAML\), got no such file/,
    ],
    ['an option that is not known', ['@suite.yaml', '--fast'], /unknown option '--fast'/],
    [
      'a filter of another form',
      ['@suite.yaml', '--filter', 'policy'],
      /expected tag:NAME or id:NAME, got policy/,
    ],
    [
      'a filter that leaves nothing',
      ['@suite.yaml', '--filter', 'tag:x'],
      /no case .* its tags: off-topic, policy/,
    ],
    ['parallel 0', ['@suite.yaml', '--parallel', '0'], /whole number from 1 to 100/],
    [
      'a baseline that is none',
      ['@suite.yaml', '--baseline', '@suite.yaml'],
      /expected an earlier report\.json/,
    ],
    ['the same suite twice', ['@suite.yaml', '@suite.yaml'], /different names, got two called returns/],
    ['a URL that is none', ['@suite.yaml', '--against', 'nope'], /expected the URL of a running service/],
    ['a folder that cannot be made', ['@suite.yaml', '--out', '@suite.yaml/out'], /ENOTDIR|EEXIST/],
  ])('exits 2 for %s, before anything is asked', async (_, args, message) => {
    const { status, err, target } = await call(args);
    expect(err).toMatch(message);
    expect([status, target.requests]).toEqual([2, []]);
  });

  it('reports all mistakes of a call at once', async () => {
    await writeFile(join(folder, 'bad.yaml'), 'suite: x\nsources: [./none]\ncases: []\n');
    await writeFile(join(folder, 'gone.yaml'), SUITE.replace('store: sample', 'sources: [./none]'));
    const { status, err } = await call(['@bad.yaml', '@gone.yaml', '--baseline', '@none.json']);
    expect(status).toBe(2);
    expect(err).toMatch(/bad\.yaml:3:8?\d*: cases: expected at least 1 entry/);
    expect(err).toMatch(/gone\.yaml: sources\[0\]: expected a URL, file or folder/);
    expect(err).toMatch(/--baseline .*none\.json/);
  });

  it('prints help and exits 0', async () => {
    const { status, out } = await call(['--help']);
    expect([status, out]).toEqual([0, expect.stringContaining('Exit status: 0 passed, 1 a gate failed')]);
  });
});

it('the JSON report holds what a reader needs to redo a verdict', async () => {
  const { out } = await call(['@suite.yaml', '--json']);
  const report = JSON.parse(out);
  expect(report).toMatchObject({ format: 'aisle-eval-report', versions: { aisle: '0', node: '24' } });
  const [suite] = report.suites;
  expect(suite).toMatchObject({
    models: ['extractive'],
    suiteHash: expect.stringMatching(/^sha256-/),
    store: 'sample',
  });
  expect(suite.cases[0]).toMatchObject({
    questions: ['How long can I return things?'],
    status: 'answered',
    citations: [{ url: 'https://shop.test/returns', fault: null }],
    checks: expect.arrayContaining([
      { name: 'facts', passed: true, expected: 'all of "30 days"', got: '"30 days"' },
    ]),
    timings: { total: 4 },
  });
  expect(await readFile(join(folder, 'suite.yaml'), 'utf8')).toBe(SUITE);
});
