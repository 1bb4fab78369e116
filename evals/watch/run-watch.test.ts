import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runEval } from '../run-eval.ts';
import { makeFakeTarget } from '../testing/fake-target.ts';
import { sampleAbstention, sampleAnswer } from '../testing/sample-answer.ts';

let folder = '';
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'aisle-run-watch-')));
  await mkdir(join(folder, 'pages'));
  await writeFile(join(folder, 'pages/returns.md'), '# Returns');
});
afterEach(() => rm(folder, { recursive: true }));

const suiteOf = (questions: Record<string, string>) =>
  JSON.stringify({
    suite: 'shop',
    sources: ['./pages'],
    cases: Object.entries(questions).map(([id, question]) => ({
      ...{ id, question },
      expect: { status: 'answered', citations: [`*/${id}`] },
    })),
  });

/** A watch of a suite, on a target that answers as `answers` says at the time. */
async function startWatch(answers: {
  abstain: boolean;
  plan: Record<'added' | 'changed' | 'removed', string[]>;
}) {
  const ending = new AbortController();
  const said = { out: '', err: '' };
  const target = Object.assign(
    makeFakeTarget(() => (answers.abstain ? sampleAbstention() : sampleAnswer())),
    { refresh: async () => answers.plan },
  );
  const args = [join(folder, 'suite.json'), '--out', join(folder, 'out'), '--watch', '--watched'];
  const ended = runEval(args, {
    openTarget: async () => target,
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    versions: { aisle: '0', node: '24' },
    progress: null,
    signal: ending.signal,
    cores: 1,
    watch: { codeFolders: [], start: () => expect.unreachable('this is the process that was started') },
  });
  let rounds = 0;
  return {
    ...{ said, target, ended, ending },
    /** Waits until it watches again; returns what was asked since the last time. */
    async settled() {
      rounds += 1;
      while (said.err.split('Ctrl-C ends it').length - 1 < rounds) await sleep(10);
      return target.requests.splice(0).map(({ question }) => question);
    },
  };
}

it('asks again what a change concerns, says why, and what got fixed and broken', async () => {
  await writeFile(join(folder, 'suite.json'), suiteOf({ returns: 'One?', shipping: 'Two?' }));
  const answers = { abstain: false, plan: { added: [], changed: [] as string[], removed: [] } };
  const watch = await startWatch(answers);
  expect(await watch.settled()).toEqual(['One?', 'Two?']);

  // A case that is new, and one that differs.
  await writeFile(join(folder, 'suite.json'), suiteOf({ returns: 'One?', shipping: 'Too?', more: 'Three?' }));
  expect(await watch.settled()).toEqual(['Too?', 'Three?']);
  expect(watch.said.err).toContain('the suite has changed: 2 (shipping, more) new or different');

  // A page that every answer cites has changed, and is not found any more.
  answers.abstain = true;
  answers.plan.changed = ['https://shop.test/shipping'];
  await writeFile(join(folder, 'pages/returns.md'), '# Nothing');
  expect(await watch.settled()).toEqual(['Too?']);
  expect(watch.said.err).toContain('1 (shipping): it expects a changed document');

  // The report covers all cases all the same.
  const report = JSON.parse(await readFile(join(folder, 'out/report.json'), 'utf8'));
  expect(report.suites[0].cases.map(({ id }: { id: string }) => id)).toEqual(['returns', 'shipping', 'more']);

  // A slip is told, and waited out.
  await writeFile(join(folder, 'suite.json'), '{ "suite": ');
  expect(await watch.settled()).toEqual([]);
  expect(watch.said.err).toMatch(/suite\.json:1:/);

  answers.plan.changed = ['https://shop.test/returns'];
  await writeFile(join(folder, 'pages/returns.md'), '# Still nothing');
  expect(await watch.settled()).toEqual(['One?', 'Three?']);
  expect(watch.said.out).toMatch(/broken: 1 \(returns\)/);

  watch.ending.abort(new Error('stopped by the user'));
  expect(await watch.ended).toBe(130);
  expect(watch.target.closed).toBe(true);
});
