import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from '../../metrics/percentile.ts';
import { readAll } from '../../suite.ts';
import { readSuite } from '../../suite-file/read-suite.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import { type LatencyResult, makePost, measureLatency } from '../latency.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';
import { makeFirstByte } from './first-byte.ts';
import { makeWholeStream } from './open-streams.ts';
import { findDescendant, readMemory } from './process-tree.ts';
import { type StartedService, startService } from './start-service.ts';

const SINGLE_REQUESTS = 300;
const MANY_REQUESTS = 600;
const MANY_CLIENTS = 20;
const STREAMS = 50;
/** Open at the same time, and twice as many in all. */
const OPEN_STREAMS = 200;
const REPEATS = 200;
const WARMUP = 20;
const MIB = 2 ** 20;

/** The service as a process of its own on a new embedded database, asked over HTTP by this process. */
export const serviceBenchmark: Benchmark = {
  group: 'service',
  title: 'npm start, sample store, embedded database',
  run: async (context) => {
    if (existsSync(join(context.root, 'aisle.yaml'))) {
      throw new Error('expected no aisle.yaml in the project, for npm start would serve its stores');
    }
    const { cases } = await readSuite(join(context.root, 'evals/suites/sample-store.yaml'));
    const questions = (await readAll(cases)).flatMap(({ turns: [first] }) => first?.question ?? []);
    return withFolder(async (folder) => {
      context.onProgress('starting the service');
      const env = { ...context.env, AISLE_DATA: folder, HOST: '127.0.0.1', PORT: '0' };
      const service = await startService({ cwd: context.root, env, signal: context.signal });
      try {
        return await measureService(service, questions, context);
      } finally {
        await service.stop();
      }
    });
  },
};

async function measureService(
  service: StartedService,
  questions: readonly string[],
  { onProgress }: BenchContext,
): Promise<BenchRow[]> {
  const url = new URL('/answer', service.url);
  // Another number of passages each time round, the default first: an exact repeat would be answered from the cache.
  let asked = 0;
  const body = (index: number) => ({
    question: questions[index % questions.length],
    limit: 1 + ((5 + Math.floor(asked++ / questions.length)) % 20),
  });
  const post = makePost(url, body);
  await post(0);
  const coldSeconds = (performance.now() - service.spawnedAt) / 1000;
  const pid = await findDescendant(service.pid, 'service/main.ts');
  const before = pid === null ? null : await readMemory(pid);
  onProgress('one client');
  const single = await measureLatency(post, { requests: SINGLE_REQUESTS, warmup: WARMUP });
  onProgress(`${MANY_CLIENTS} clients`);
  const many = await measureLatency(post, { requests: MANY_REQUESTS, clients: MANY_CLIENTS });
  onProgress('streams');
  const stream = await measureLatency(makeFirstByte(url, body), { requests: STREAMS, warmup: 1 });
  onProgress(`${OPEN_STREAMS} open streams`);
  const firstBytes: number[] = [];
  const open = await measureLatency(
    makeWholeStream(url, body, (ms) => firstBytes.push(ms)),
    {
      requests: 2 * OPEN_STREAMS,
      clients: OPEN_STREAMS,
    },
  );
  onProgress('an exact repeat');
  const repeat = await measureLatency(
    makePost(url, () => ({ question: questions[0] })),
    { requests: REPEATS, warmup: WARMUP },
  );
  const after = pid === null ? null : await readMemory(pid);
  const mib = (bytes: number | undefined) => (bytes === undefined ? null : bytes / MIB);
  const noProc = after === null ? { note: 'needs /proc of Linux' } : {};
  return [
    {
      what: 'cold: from spawn to the first answer',
      value: coldSeconds,
      unit: 's',
      digits: 1,
      target: { atMost: 30 },
    },
    ...singleRows(single),
    ...manyRows(many),
    { what: 'first byte of the event stream, p50', ...milliseconds(stream.p50), note: errorsOf(stream) },
    { what: `${OPEN_STREAMS} open streams, errors`, ...count(open) },
    {
      what: `${OPEN_STREAMS} open streams, first byte, p95`,
      ...milliseconds(percentile(firstBytes, 95).value),
    },
    { what: `${OPEN_STREAMS} open streams, to the end, p95`, ...milliseconds(open.p95) },
    { what: 'an exact repeat, p50', ...milliseconds(repeat.p50), note: errorsOf(repeat) },
    {
      what: 'resident memory after all that',
      value: mib(after?.now),
      unit: 'MiB',
      digits: 0,
      target: { atMost: 600 },
      ...noProc,
    },
    { what: '… at its most', value: mib(after?.peak), unit: 'MiB', digits: 0, ...noProc },
    { what: '… after the first answer', value: mib(before?.now), unit: 'MiB', digits: 0, ...noProc },
  ];
}

function singleRows(result: LatencyResult): BenchRow[] {
  return [
    {
      what: 'one client, p50',
      ...milliseconds(result.p50),
      target: { atMost: 40 },
      note: `${result.requests} questions of the sample suite`,
    },
    { what: 'one client, p95', ...milliseconds(result.p95) },
    { what: 'one client, slowest', ...milliseconds(result.max) },
    { what: 'one client, errors', ...count(result) },
  ];
}

function manyRows(result: LatencyResult): BenchRow[] {
  const who = `${result.clients} clients`;
  return [
    {
      what: `${who}, answers`,
      value: result.perSecond,
      unit: '/s',
      digits: 1,
      target: { atLeast: 60 },
      note: `${result.requests} questions; this process shares the cores`,
    },
    { what: `${who}, p95`, ...milliseconds(result.p95) },
    { what: `${who}, errors`, ...count(result) },
  ];
}

function milliseconds(value: number | null): Pick<BenchRow, 'value' | 'unit' | 'digits'> {
  return { value, unit: 'ms', digits: 1 };
}

function count(result: LatencyResult): Omit<BenchRow, 'what'> {
  return { value: result.errors, digits: 0, target: { atMost: 0 }, note: result.firstError ?? '' };
}

function errorsOf({ errors, firstError }: LatencyResult): string {
  return errors === 0 ? '' : `${errors} errors, the first: ${firstError}`;
}
