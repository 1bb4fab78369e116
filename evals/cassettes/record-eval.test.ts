import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { readEnvironment } from '../../ingest/environment.ts';
import { type FakeOpenAiServer, startFakeOpenAiServer } from '../../service/answer/llm/fake-openai-server.ts';
import { makePage, publishStore } from '../../service/answer/made-up-store.fixture.ts';
import { openService } from '../../service/open-service.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { runEval } from '../run-eval.ts';
import { makeOpenInProcess } from '../target/in-process-target.ts';
import { ingestOverCassette } from './ingest-over-cassette.ts';
import { recordCalls } from './record-calls.ts';
import { replayCalls } from './replay-calls.ts';

const KEY = 'sk-recorded-with-this-key';
const CHAT_MODEL = 'openai:gpt-4.1-mini';
const SUITE = `suite: returns
store: heron
gates: { factsFound: 1 }
cases:
  - id: window
    question: How many days do I have to return unworn items?
    expect: { status: answered, facts: ["45 days"] }
  - id: swimwear
    question: Do you take back swimwear that has been worn?
    expect: { facts: ["swimwear"] }
  - id: follow
    conversation: [{ question: How long do tents have a warranty? }, { question: And what is not covered by it? }]
    expect: { facts: ["storms"] }
`;
const PAGES = [
  makePage('returns', 'Returns', {
    'How long you have': 'Unworn items can be returned within 45 days of delivery.',
    'What we do not take back': "We can't accept swimwear that has been worn.",
  }),
  makePage('warranty', 'Warranty', {
    Tents: 'Tents have a warranty of 3 years. Damage by storms is not covered by the warranty.',
  }),
];

const embeddingModel = openLocalEmbeddingModel();
let database: TestDatabase;
let server: FakeOpenAiServer;
let folder = '';
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'heron', PAGES);
});
afterAll(() => database.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-record-eval-'));
  server = await startFakeOpenAiServer();
  await writeFile(join(folder, 'suite.yaml'), SUITE);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** `npm run eval` over a real service, as far as it is not the command line's. */
async function run(args: string[], key: string | null = KEY) {
  const printed = { out: '', err: '' };
  const env = {
    ...{ CHAT_MODEL, OPENAI_BASE_URL: server.url },
    ...(key === null ? {} : { OPENAI_API_KEY: key }),
  };
  const environment = readEnvironment(env);
  const status = await runEval(
    ['@suite.yaml', ...args].map((arg) => arg.replace('@', `${folder}/`)),
    {
      openTarget: makeOpenInProcess({
        env,
        async openService({ cassette }) {
          const { answer, findDocument } = await openService({
            ...{ database, environment, embeddingModel, defaultStore: 'heron' },
            logger: pino({ level: 'silent' }),
            modelFetch: cassette?.fetch,
          });
          return { answer, findDocument, store: 'heron', info: {}, close: async () => {} };
        },
        ingestSources: () => expect.unreachable('nothing is ingested'),
      }),
      modelSettings: () => ({
        openaiApiKey: environment.openaiApiKey,
        openaiBaseUrl: environment.openaiBaseUrl,
        secrets: key === null ? [] : [key],
      }),
      stdout: (text) => {
        printed.out += text;
      },
      stderr: (text) => {
        printed.err += text;
      },
      versions: { aisle: '0', node: '24' },
      progress: null,
      signal: new AbortController().signal,
      cores: 2,
      watch: { codeFolders: [], start: () => expect.unreachable('nothing is watched') },
    },
  );
  return { status, ...printed };
}

/** What is new in each run, whatever is asked: ids of answers and times. */
async function casesOf(out: string): Promise<string> {
  const lines = (await readFile(join(folder, out, 'cases.jsonl'), 'utf8')).trim().split('\n');
  return lines
    .map((line) => JSON.stringify({ ...JSON.parse(line), milliseconds: 0, timings: {} }))
    .join('\n');
}

describe('npm run eval with a chat model and a judge', () => {
  const judged = ['--judge', 'openai:gpt-4.1', '--judge-repeats', '2'];

  it('is replayed byte for byte, with the server gone and no key', async () => {
    const recorded = await run(['--record', '@cas', '--out', '@one', ...judged]);
    expect(recorded.err).toMatch(/--record \S+: \d+ calls recorded, 0 taken from it/u);
    expect(recorded.out).toContain('judges (they observe, and decide no gate)');
    for (const name of await readdir(join(folder, 'cas'))) {
      expect(await readFile(join(folder, 'cas', name), 'utf8')).not.toContain(KEY);
    }
    await server.close();
    const replayed = await run(['--replay', '@cas', '--out', '@two', ...judged], null);
    expect(replayed.status).toBe(recorded.status);
    expect(await casesOf('two')).toBe(await casesOf('one'));
    expect(await casesOf('two')).toContain(CHAT_MODEL);
    expect(await casesOf('two')).toContain('"about":"faithfulness","scores":[1,1]');
    server = await startFakeOpenAiServer();
  });

  it('ends with 2 when a question has changed: names case, model and line, and writes no report', async () => {
    await run(['--record', '@cas']);
    await writeFile(join(folder, 'suite.yaml'), SUITE.replace('unworn items', 'items unworn'));
    const asked = server.calls.length;
    const { status, err, out } = await run(['--replay', '@cas', '--out', '@two'], null);
    expect({ status, out, asked: server.calls.length }).toEqual({ status: 2, out: '', asked });
    expect(err).toContain('the cassette is stale: 1 call is not in it. No model was asked.');
    expect(err).toContain(
      'returns/window\n  chat call of gpt-4.1-mini; the nearest recorded call of this case',
    );
    expect(err).toMatch(
      /message 2 \(user\), line \d+:\n +recorded: .*unworn items.*\n +now: .*items unworn/u,
    );
    expect(err).toContain('Cases (1): returns/window');
    expect(await readdir(join(folder, 'two'))).not.toContain('report.json');
    // Recording again asks for that call alone, and tells which one is left over.
    const again = await run(['--record', '@cas']);
    expect(again.err).toMatch(/1 call recorded, \d+ taken from it\n {2}1 file was not used/u);
    expect((await run(['--replay', '@cas'], null)).err).toContain('calls replayed');
  });

  it('judges the sample alone, and no gate can be set on a judge', async () => {
    await run(['--out', '@one', ...judged, '--judge-sample', '1']);
    expect((await casesOf('one')).split('\n').filter((line) => line.includes('judgements'))).toHaveLength(1);
    await writeFile(join(folder, 'suite.yaml'), SUITE.replace('factsFound', 'correctness'));
    const { status, err } = await run(judged);
    expect(status).toBe(2);
    expect(err).toContain('correctness');
  });

  it('says what does not go together, before anything is asked', async () => {
    for (const [args, message] of [
      [['--record', 'a', '--replay', 'b'], '--record and --replay do not go together'],
      [['--record', 'a', '--watch'], '--watch and --record do not go together'],
      [['--replay', 'a', '--against', 'http://h'], '--replay and --against do not go together'],
      [['--replay', '@nothing'], 'expected a cassette'],
      [['--judge', 'gpt'], 'expected openai: and the name of a model'],
    ] as const) {
      const { status, err } = await run([...args]);
      expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(message) });
    }
    expect(server.calls).toEqual([]);
  });
});

describe('ingestOverCassette', () => {
  it('records what an ingest in another process asks of its embedding model, and replays it', async () => {
    const vectors: unknown[] = [];
    const ingest = (mode: Parameters<typeof ingestOverCassette>[1], url: string) =>
      ingestOverCassette(async ({ env }) => {
        const answer = await fetch(`${env.OPENAI_BASE_URL}/embeddings`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${env.OPENAI_API_KEY}` },
          body: JSON.stringify({ model: 'm', input: ['text'], dimensions: 4 }),
        });
        vectors.push(await answer.json());
      }, mode)({
        env: { EMBEDDING_MODEL: 'openai:m', OPENAI_BASE_URL: url, OPENAI_API_KEY: KEY },
        ...{ store: 's', sources: [], cwd: folder },
      });
    const recording = await recordCalls(join(folder, 'cas'), { secrets: [KEY] });
    await ingest(recording, server.url);
    await recording.finish();
    expect(server.calls.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`]);
    await ingest(await replayCalls(join(folder, 'cas')), 'http://nowhere.example/v1');
    expect(vectors[1]).toEqual(vectors[0]);
    expect(server.calls).toHaveLength(1);
  });
});
