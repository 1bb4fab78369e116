import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLogger } from '../../ingest/logger.ts';
import type { BenchContext, Benchmark } from './benchmark.ts';
import { runBench } from './run-bench.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-bench-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: string[], benchmarks: Benchmark[], signal = new AbortController().signal) {
  const said = { out: '', err: '' };
  const context: Omit<BenchContext, 'sets' | 'questions'> = {
    root: join(folder, 'project'),
    dataFolder: join(folder, 'data'),
    env: {},
    logger: makeLogger({ level: 'silent' }),
    signal,
    onProgress: () => {},
  };
  const status = await runBench(args, {
    benchmarks,
    context,
    models: { embedding: 'local', chat: 'extractive' },
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
  });
  return { status, ...said };
}

const fast: Benchmark = {
  group: 'service',
  title: 'speed',
  run: async () => [{ what: 'p50', value: 50, unit: 'ms', digits: 0, target: { atMost: 40 } }],
};
const broken: Benchmark = {
  group: 'ingest',
  title: 'pages',
  run: async () => {
    throw new Error('no database', { cause: new Error('disk full') });
  },
};
const absent: Benchmark = { ...fast, group: 'answers', title: 'a data set', dataset: 'not-there' };

describe('npm run bench', () => {
  it('prints the machine, the models and a table, and exits with 0 though a target is missed', async () => {
    const { status, out } = await run([], [fast]);
    expect(status).toBe(0);
    expect(out).toMatch(/cores .*\nembedding model local · chat model extractive\n/);
    expect(out).toMatch(/service: speed \(\d+ s\)/);
    expect(out).toMatch(/^p50 +50 ms +≤ 40 ms +missed$/m);
  });

  it('leaves out what has no data, saying where it would be, and goes on', async () => {
    const { status, out } = await run([], [absent, fast]);
    expect(status).toBe(0);
    expect(out).toMatch(/^a data set +– .*absent: \.\.\/data\/not-there$/m);
    expect(out).toContain('50 ms');
  });

  it('says why a benchmark could not be run, goes on, and exits with 1', async () => {
    const { status, out } = await run([], [broken, fast]);
    expect(status).toBe(1);
    expect(out).toContain('could not be run: no database: disk full');
    expect(out).toContain('50 ms');
  });

  it('runs only the groups that are asked for', async () => {
    const { status, out } = await run(['service'], [broken, fast]);
    expect([status, out.includes('speed'), out.includes('pages')]).toEqual([0, true, false]);
  });

  it('runs what takes long only by name, and prints its text', async () => {
    const long: Benchmark = {
      ...fast,
      group: 'sensitivity',
      title: 'constants',
      run: async () => ({ rows: [{ what: 'mean', value: 0.9 }], text: '| a | b |' }),
    };
    expect((await run([], [long, fast])).out).not.toContain('constants');
    expect((await run(['sensitivity'], [long, fast])).out).toMatch(/^mean +0\.900\n\n\| a \| b \|$/m);
  });

  it('runs nothing more once it is stopped', async () => {
    const { status, out } = await run([], [fast], AbortSignal.abort());
    expect([status, out.includes('50 ms')]).toEqual([1, false]);
  });

  it('writes the figures to a file, and shows what has changed since an earlier one', async () => {
    const file = join(folder, 'before.json');
    await run(['--json', file], [fast]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      format: 'aisle-bench',
      models: { embedding: 'local' },
      sections: [{ group: 'service', title: 'speed', rows: [{ what: 'p50', value: 50 }] }],
    });
    const faster: Benchmark = {
      ...fast,
      run: async () => [{ what: 'p50', value: 30, unit: 'ms', digits: 0 }],
    };
    const { out } = await run(['--baseline', file], [faster]);
    expect(out).toMatch(/^p50 +30 ms +50 ms +-20 ms$/m);
  });

  it('hands named sets and the number of questions to what it runs', async () => {
    const seen: unknown[] = [];
    const looking: Benchmark = {
      ...fast,
      group: 'retrieval',
      run: async ({ sets, questions }) => {
        seen.push({ sets, questions });
        return { rows: [{ what: 'x', value: 1 }], table: 'side by side' };
      },
    };
    const args = ['retrieval', '--squad', 'a.json', '--questions', '7'];
    const { out } = await run(args, [looking, fast]);
    expect(seen).toEqual([
      { sets: { xquad: null, squad: 'a.json', clapnq: null, semipqa: null }, questions: 7 },
    ]);
    expect(out).toMatch(/retrieval: speed \(\d+ s\)\n\nside by side\n/);
    const wrong = await run(['retrieval', '--questions', '0'], [looking]);
    expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('whole number of 1 or more')]);
  });

  it('leaves suite to the command that makes one', async () => {
    const { status, err } = await run(['suite', '--squad', 'a.json'], [fast]);
    expect([status, err]).toEqual([2, expect.stringContaining('--out')]);
  });

  it('refuses what is no group, no report and no place to write, before it measures', async () => {
    const file = join(folder, 'other.json');
    await writeFile(file, '{"format": "aisle-eval-report"}');
    const wrong = [
      await run(['speed'], [fast]),
      await run(['--baseline', file], [fast]),
      await run(['--json', join(folder, 'no/such/folder.json')], [fast]),
    ];
    expect(wrong.map(({ status, out }) => [status, out])).toEqual(
      wrong.map(() => [2, expect.not.stringContaining('50 ms')]),
    );
    expect(wrong.map(({ err }) => err)).toEqual([
      expect.stringContaining('answers, retrieval, peers, search, service, ingest, sensitivity'),
      expect.stringContaining(`${file}: expected a file that npm run bench -- --json has written`),
      expect.stringContaining('no/such/folder.json'),
    ]);
  });
});
