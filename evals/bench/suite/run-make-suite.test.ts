import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAll } from '../../suite.ts';
import { readSuite } from '../../suite-file/read-suite.ts';
import { runMakeSuite } from './run-make-suite.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-made-suite-'));
  const gold = (...texts: string[]) => texts.map((text) => ({ text, answer_start: 0 }));
  const data = [
    {
      title: 'Super_Bowl',
      paragraphs: [
        {
          context: '# 50 was played [in 2016].\n- Denver won * 24–10.',
          qas: [
            { id: 'who', question: 'Who won?', is_impossible: false, answers: gold('Denver', 'Denver', '—') },
            { id: 'lost', question: 'Who wept?', is_impossible: true, answers: [] },
            { id: 'who', question: 'Who won again?', answers: gold('Denver') },
            { id: 'empty', question: '  ', answers: gold('Denver') },
          ],
        },
      ],
    },
  ];
  await writeFile(join(folder, 'dev.json'), JSON.stringify({ version: 'v2.0', data }));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const status = await runMakeSuite(args, {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
  });
  return { status, ...said };
}

it('writes a suite that evals read, with its passages as files', async () => {
  const out = join(folder, 'squad.jsonl');
  const { status, out: said } = await run('--squad', join(folder, 'dev.json'), '--out', out);
  expect(status).toBe(0);
  expect(said).toContain('2 cases');
  expect(said).toContain('left out 2, such as who: another question has its id');
  const suite = await readSuite(out);
  const cases = await readAll(suite.cases);
  expect([suite.name, suite.sources]).toEqual(['squad', [join(folder, 'squad-passages')]]);
  expect(cases.map(({ id, tags, expect: wanted }) => ({ id, tags, ...wanted }))).toEqual([
    expect.objectContaining({
      id: 'who',
      tags: ['answerable'],
      status: ['answered'],
      answers: [['Denver']],
      citations: ['*/passage-0.md'],
    }),
    expect.objectContaining({ id: 'lost', tags: ['unanswerable'], status: ['abstained'] }),
  ]);
  expect(await readFile(join(folder, 'squad-passages/passage-0.md'), 'utf8')).toBe(
    '# Super Bowl\n\n\\# 50 was played \\[in 2016\\].\n\\- Denver won \\* 24–10.\n',
  );
});

it('writes the same again, and takes no more questions than it is told', async () => {
  const out = join(folder, 'again.jsonl');
  await run('--xquad', join(folder, 'dev.json'), '--out', out, '--questions', '1');
  const first = await readFile(out, 'utf8');
  expect(first.trim().split('\n').length).toBe(2);
  expect((await run('--xquad', join(folder, 'dev.json'), '--out', out, '--questions', '1')).status).toBe(0);
  expect(await readFile(out, 'utf8')).toBe(first);
});

it('does not mix its passages with files that are there', async () => {
  const out = join(folder, 'again.jsonl');
  await writeFile(join(folder, 'again-passages/mine.md'), '# Mine');
  const { status, err } = await run('--squad', join(folder, 'dev.json'), '--out', out);
  expect([status, err]).toEqual([2, expect.stringContaining('expected an empty folder, found mine.md')]);
});

it('says what is wrong with the call before it writes', async () => {
  const before = await readdir(folder);
  const dev = join(folder, 'dev.json');
  const wrong = await Promise.all([
    run('--squad', dev),
    run('--out', join(folder, 'x.jsonl')),
    run('--squad', dev, '--out', join(folder, 'x.yaml')),
    run('--squad', dev, '--xquad', dev, '--out', join(folder, 'x.jsonl')),
    run('--squad', join(folder, 'none.json'), '--out', join(folder, 'x.jsonl')),
    run('--squad', dev, '--questions', 'all', '--out', join(folder, 'x.jsonl')),
  ]);
  expect(wrong.map(({ status }) => status)).toEqual(wrong.map(() => 2));
  expect(wrong.map(({ err }) => err)).toEqual([
    expect.stringContaining('--out'),
    expect.stringContaining('expected one of --squad, --xquad and --clapnq'),
    expect.stringContaining('.jsonl'),
    expect.stringContaining('cannot be used with'),
    expect.stringContaining('none.json: expected a data set that can be read'),
    expect.stringContaining('--questions: expected a number'),
  ]);
  expect(await readdir(folder)).toEqual(before);
});
