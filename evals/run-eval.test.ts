import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnswerResponse } from '../service/schemas/answer-response.ts';
import type { Report } from './report/report.ts';
import { runEval } from './run-eval.ts';
import { TargetLostError, type TargetRequest } from './target/target.ts';
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

type Answer = (request: { question: string }) => Promise<AnswerResponse> | AnswerResponse;

async function call(args: string[], answer: Answer = answerRight, ending = new AbortController()) {
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
      progress: null,
      signal: ending.signal,
      cores: 2,
      watch: { codeFolders: [], start: () => expect.unreachable('nothing is watched') },
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
      ...['cases.csv', 'cases.jsonl', 'junit.xml', 'report.html', 'report.json', 'summary.md'],
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
      /none\.yaml: expected a suite file \(.*\), got no such file/,
    ],
    ['an option that is not known', ['@suite.yaml', '--fast'], /unknown option '--fast'/],
    [
      'a filter of another form',
      ['@suite.yaml', '--filter', 'policy'],
      /expected tag:NAME, id:NAME or text:WORDS.*, got policy/,
    ],
    [
      'a filter that leaves nothing',
      ['@suite.yaml', '--filter', 'tag:x'],
      /no case .* its tags: off-topic, policy/,
    ],
    ['parallel 0', ['@suite.yaml', '--parallel', '0'], /whole number from 1 to 100/],
    ['no repeat', ['@suite.yaml', '--repeat', '0'], /whole number from 1 to 100, got 0/],
    ['a shard beyond the last', ['@suite.yaml', '--shard', '3/2'], /such as 2\/4.*got 3\/2/],
    ['no time', ['@suite.yaml', '--timeout', '0'], /expected seconds above 0/],
    ['a watch of one shard', ['@suite.yaml', '--watch', '--shard', '1/2'], /--watch and --shard do not go/],
    ['a merge of nothing', ['merge'], /missing required argument/],
    [
      'a merge of a folder without a report',
      ['merge', '@none', '--out', '@m'],
      /none.report\.json: expected the report/,
    ],
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
    expect(err).toMatch(/bad\.yaml:3:\d+: cases: expected a list of at least 1/);
    expect(err).toMatch(/gone\.yaml:\d+:\d+: sources\[0\]: expected a URL, file or folder/);
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
    citations: [{ url: 'https://shop.test/returns' }],
    checks: [],
  });
  expect(suite).toMatchObject({
    complete: true,
    counts: { chosen: 2, judged: 2, passed: 2, errors: 0 },
    limits: { gates: { answered: 1, abstention: 1, quoteValidity: 1 } },
  });
  expect(await readFile(join(folder, 'suite.yaml'), 'utf8')).toBe(SUITE);
});

async function readLines(path: string): Promise<{ id: string; position: number; suite: string }[]> {
  const text = await readFile(join(folder, path), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('cases.jsonl holds the whole record of each case in the suite’s order', async () => {
  await call(['@suite.yaml', '--out', '@out']);
  expect(await readLines('out/cases.jsonl')).toMatchObject([
    {
      ...{ suite: 'returns', position: 0, id: 'window', timings: { total: 4 } },
      checks: expect.arrayContaining([expect.objectContaining({ name: 'facts', passed: true })]),
    },
    { suite: 'returns', position: 1, id: 'nobody-said', status: 'abstained' },
  ]);
});

/** A suite of numbered cases; what an answer to one of them is, is up to a test. */
async function writeNumbered(count: number): Promise<void> {
  const cases = Array.from({ length: count }, (_, index) => ({
    ...{ id: `case-${index}`, question: `Question ${index}?`, tags: [index % 2 ? 'odd' : 'even'] },
    expect: { status: 'answered', facts: ['30 days'] },
  }));
  const suite = { suite: 'numbers', store: 'sample', gates: { passed: 0.9 }, cases };
  await writeFile(join(folder, 'numbers.yaml'), JSON.stringify(suite));
}

const numberOf = ({ question }: { question: string }) => Number(/\d+/.exec(question)?.[0]);

describe('a run that does not come to its end', () => {
  it('reports what was judged when the user ends it, and exits 130', async () => {
    await writeNumbered(100);
    const ending = new AbortController();
    const { status, out, target } = await call(
      ['@numbers.yaml', '--out', '@out', '--parallel', '1'],
      (request) => {
        if (numberOf(request) === 7) ending.abort(new Error('stopped by the user'));
        return sampleAnswer();
      },
      ending,
    );
    expect(status).toBe(130);
    expect(out).toContain('INCOMPLETE: 7 of 100 cases judged, then it ended: stopped by the user');
    expect(target.closed).toBe(true);
    const report: Report = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8'));
    expect(report).toMatchObject({ complete: false, passed: false, notRun: [] });
    expect(report.suites[0]?.cases).toHaveLength(7);
    expect(await readLines('out/cases.jsonl')).toHaveLength(7);
  });

  it('names the suites that were not begun', async () => {
    await writeNumbered(3);
    const ending = new AbortController();
    const stop = () => {
      ending.abort(new Error('stopped by the user'));
      return sampleAnswer();
    };
    const { status, out } = await call(['@numbers.yaml', '@suite.yaml', '--out', '@out'], stop, ending);
    expect([status, out]).toEqual([130, expect.stringContaining('returns: not run')]);
  });

  it('ends at the first case that fails with --fail-fast, and exits 1', async () => {
    await writeNumbered(100);
    const { status, out, target } = await call(
      ['@numbers.yaml', '--out', '@out', '--parallel', '1', '--fail-fast'],
      (request) => (numberOf(request) === 5 ? sampleAbstention() : sampleAnswer()),
    );
    expect(status).toBe(1);
    expect(out).toContain('6 of 100 cases judged, then it ended: case case-5 failed (--fail-fast)');
    expect(target.requests.length).toBe(6);
  });

  it('ends when the service is gone, says so, and exits 1', async () => {
    await writeNumbered(100);
    const { status, out, target } = await call(['@numbers.yaml', '--out', '@out'], (request) => {
      if (numberOf(request) >= 20)
        throw new TargetLostError('the service at http://x/ has stopped answering');
      return sampleAnswer();
    });
    expect(status).toBe(1);
    expect(out).toContain(
      '20 of 100 cases judged, then it ended: the service at http://x/ has stopped answering',
    );
    expect(target.requests.length).toBeLessThan(25);
  });

  it.skipIf(!existsSync('/dev/full'))(
    'says that the disk is full, exits 1 and closes the target',
    async () => {
      await writeNumbered(100);
      await mkdir(join(folder, 'out'));
      await symlink('/dev/full', join(folder, 'out/cases.jsonl'));
      const { status, err, target } = await call(['@numbers.yaml', '--out', '@out']);
      expect(status).toBe(1);
      expect(err).toMatch(/cases\.jsonl cannot be written: no space is left on the device/);
      expect(target.closed).toBe(true);
      expect(target.requests.length).toBeLessThan(20);
      expect(await readdir(join(folder, 'out'))).toEqual(['cases.jsonl']);
    },
  );

  it('leaves the report of an earlier run alone when the service cannot be opened', async () => {
    await call(['@suite.yaml', '--out', '@out']);
    const before = await readFile(join(folder, 'out/report.json'), 'utf8');
    const { status } = await call(['@suite.yaml', '--out', '@out', '--against', 'http://127.0.0.1:1']);
    expect(status).toBe(2);
    expect(await readFile(join(folder, 'out/report.json'), 'utf8')).toBe(before);
  });
});

it('names a flaky case, which counts as failed', async () => {
  await writeNumbered(10);
  let asked = 0;
  const { status, out } = await call(['@numbers.yaml', '--out', '@out', '--repeat', '3'], (request) => {
    if (numberOf(request) === 4) asked += 1;
    return asked === 2 && numberOf(request) === 4 ? sampleAbstention() : sampleAnswer();
  });
  expect(status).toBe(0);
  expect(out).toContain('flaky: 1 (case-4)');
  expect(out).toContain('9 of 10 cases passed');
  const report: Report = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8'));
  expect(report.suites[0]?.flaky).toEqual(['case-4']);
});

describe('shards', () => {
  // One case in twenty fails: the gate holds over all of them, and not in every shard.
  const answer = (request: { question: string }) =>
    numberOf(request) % 20 === 3 ? sampleAbstention() : sampleAnswer();
  const runShard = (index: number, of: number, out: string) =>
    call(['@numbers.yaml', '--out', `@${out}`, '--shard', `${index}/${of}`], answer);

  it('merged are what one run of all cases is', async () => {
    await writeNumbered(60);
    const whole = await call(['@numbers.yaml', '--out', '@whole'], answer);
    const asked: number[] = [];
    for (const index of [1, 2, 3]) {
      const { status, out, target } = await runShard(index, 3, `s${index}`);
      expect(status).toBe(0);
      expect(out).toMatch(/^passed .* ≥ 0\.9 skipped/m);
      asked.push(target.requests.length);
    }
    expect(asked.reduce((sum, count) => sum + count)).toBe(60);
    const merged = await call(['merge', '@s3', '@s1', '@s2', '--out', '@merged']);
    expect([whole.status, merged.status]).toEqual([0, 0]);
    expect(merged.out).toMatch(/^passed .* ≥ 0\.9 ok/m);
    const ids = async (path: string) => (await readLines(path)).map(({ id, position }) => [position, id]);
    expect(await ids('merged/cases.jsonl')).toEqual(await ids('whole/cases.jsonl'));
    const metrics = async (path: string) => {
      const report: Report = JSON.parse(await readFile(join(folder, path), 'utf8'));
      const { latencyP50: _, latencyP95: __, ...rest } = report.suites[0]?.metrics ?? {};
      return JSON.stringify(Object.entries(rest).filter(([name]) => !name.startsWith('latency')));
    };
    expect(await metrics('merged/report.json')).toBe(await metrics('whole/report.json'));
  });

  it('are not merged where one is missing, there twice or of another suite', async () => {
    await writeNumbered(20);
    await runShard(1, 2, 's1');
    await writeNumbered(21);
    await runShard(2, 2, 's2');
    const merge = (...folders: string[]) => call(['merge', ...folders, '--out', '@m']);
    expect(await merge('@s1')).toMatchObject({ status: 2, err: 'suite numbers: shard 2/2 is missing\n' });
    expect(await merge('@s1', '@s2', '@s2')).toMatchObject({
      status: 2,
      err: expect.stringMatching(/shard 2\/2 is there twice: .*s2, .*s2\n.*different cases or gates/),
    });
  });

  it('decide the gates when they are merged', async () => {
    await writeNumbered(20);
    for (const index of [1, 2]) {
      await call(['@numbers.yaml', '--out', `@s${index}`, '--shard', `${index}/2`], (request) =>
        numberOf(request) % 5 === 3 ? sampleAbstention() : sampleAnswer(),
      );
    }
    const { status, out } = await call(['merge', '@s1', '@s2', '--out', '@m']);
    expect(status).toBe(1);
    expect(out).toContain('FAILED: passed (minimum 0.9, 0.800 of n=20)');
  });
});
