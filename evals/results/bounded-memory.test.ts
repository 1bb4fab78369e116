import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runEval } from '../run-eval.ts';
import { makeFakeTarget } from '../testing/fake-target.ts';
import { sampleAnswer } from '../testing/sample-answer.ts';

/** A case's share of what a run keeps until its end: its id and some 40 numbers, for the suite and for one tag. */
const BYTES_A_CASE = 2_000;
/** Of a text that each record holds: to keep records would not go unseen. */
const MESSAGE_LENGTH = 5_000;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-memory-'));
});
afterEach(() => rm(folder, { recursive: true }));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

async function writeSuite(count: number): Promise<string> {
  const path = join(folder, `suite-${count}.jsonl`);
  const file = createWriteStream(path);
  for (let index = 0; index < count; index += 1) {
    const line = {
      ...{ id: `case-${index}`, question: `How long can I return number ${index}?`, tags: [`t${index % 5}`] },
      expect: { status: 'answered', facts: ['30 days'], citations: ['*/returns'] },
    };
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return path;
}

/** Runs a suite of so many cases. @returns bytes of the heap that are in use just before the last cases. */
async function heapNearTheEnd(count: number): Promise<number> {
  const path = await writeSuite(count);
  const out = join(folder, `out-${count}`);
  let asked = 0;
  let used = 0;
  const target = makeFakeTarget(() => {
    asked += 1;
    // The fake keeps every request.
    target.requests.length = 0;
    if (asked === count - 20) {
      collectGarbage();
      used = process.memoryUsage().heapUsed;
    }
    const message = String(asked).padEnd(MESSAGE_LENGTH, ' x');
    return sampleAnswer({ handoff: { reason: 'asked', message } });
  });
  const status = await runEval([path, '--out', out, '--parallel', '4'], {
    openTarget: async () => target,
    stdout: () => {},
    stderr: (text) => expect.unreachable(text),
    versions: { aisle: '0', node: '24' },
    progress: null,
    signal: new AbortController().signal,
    cores: 2,
    watch: { codeFolders: [], start: () => expect.unreachable('nothing is watched') },
  });
  expect(status).toBe(0);
  const { suites } = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
  expect(suites[0].cases).toHaveLength(count);
  return used;
}

it('a suite of 5,000 cases takes no more memory than one of 500, but for some numbers a case', async () => {
  // What is loaded and compiled on the way is not counted twice.
  await heapNearTheEnd(200);
  const few = await heapNearTheEnd(500);
  const many = await heapNearTheEnd(5_000);
  expect(many - few).toBeLessThan(4_500 * BYTES_A_CASE);
}, 600_000);
