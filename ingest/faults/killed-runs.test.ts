import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../sql/database.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { openOpenAIEmbeddingModel } from '../embedding/openai-embedding-model.ts';
import {
  type FakeEmbeddingServer,
  startFakeEmbeddingServer,
} from '../embedding/testing/fake-embedding-server.ts';
import { type FaultPlace, makeFaultPlace } from './testing/fault-place.ts';
import { type FaultSite, productPage, startFaultSite, topicPage, topicPages } from './testing/fault-site.ts';
import { indexOf } from './testing/index-of.ts';
import { ingestArgs, ingestHere } from './testing/ingest-here.ts';
import { startIngest } from './testing/ingest-process.ts';

/** Each stage has a store of its own; `whole` is never disturbed. */
const DEATHS: Record<string, Record<string, string>> = {
  'before the first document is published, its vectors saved': { statement: 'insert into documents' },
  'within the transaction that publishes a document': { statement: 'insert into postings', nth: '5' },
  'while a document is committed': {
    armedBy: 'insert into postings',
    statement: '^commit',
    nth: '3',
    sent: '1',
  },
  'within the transaction that removes documents': { statement: 'delete from documents where' },
  'before the report is written': { statement: 'update runs set status = \\$3' },
};

let place: FaultPlace;
let provider: FakeEmbeddingServer;
let model: EmbeddingModel;
let site: FaultSite;
let env: Record<string, string>;

beforeAll(async () => {
  [place, provider] = await Promise.all([makeFaultPlace(), startFakeEmbeddingServer({ dimensions: 4 })]);
  model = await openOpenAIEmbeddingModel('fake', { baseUrl: provider.url });
  env = { ...place.env, EMBEDDING_MODEL: 'openai:fake', OPENAI_BASE_URL: provider.url };
});
afterAll(async () => {
  await provider.close();
  await place.remove();
});

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await place.open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function runStatuses(database: Database, storeId: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select status from runs where store_id = $1::text order by started_at',
    [storeId],
  );
  return rows.map(({ status }) => status);
}

describe('a run that updates a site and is killed', () => {
  const stores = ['whole', 'embedding', ...Object.keys(DEATHS).map((_, at) => `stage-${at}`)];

  beforeAll(async () => {
    const products = Array.from({ length: 6 }, (_, n) => [`/tent-${n}`, productPage(`tent-${n}`, 100 + n)]);
    site = await startFaultSite({ ...topicPages('topic', 24), ...Object.fromEntries(products) });
    await withDatabase(async (database) => {
      for (const storeId of stores) await ingestHere(database, site, { storeId }, { embeddingModel: model });
      for (let n = 0; n < 10; n++) site.pages.set(`/topic-${n}`, topicPage(`renewed-${n}`));
      site.pages.set('/tent-0', productPage('tent-0', 79));
      for (const path of ['/topic-20', '/topic-21', '/tent-5']) site.pages.set(path, 404);
      site.pages.set('/new', topicPage('news'));
      const report = await ingestHere(database, site, { storeId: 'whole' }, { embeddingModel: model });
      expect(report).toMatchObject({ status: 'done', added: 1, changed: 12, removed: 3 });
    });
  });
  afterAll(() => site.close());

  async function completes(storeId: string): Promise<void> {
    await withDatabase(async (database) => {
      const half = await database.pool.query(
        `select d.url from documents d where not exists (
           select from passages p where p.store_id = d.store_id and p.document_id = d.document_id)`,
      );
      expect(half.rows).toEqual([]);
      const report = await ingestHere(database, site, { storeId }, { embeddingModel: model });
      expect(report).toMatchObject({ status: 'done', complete: true, failed: 0 });
      expect(report.added + report.changed + report.unchanged).toBe(29);
      expect(await indexOf(database, storeId)).toEqual(await indexOf(database, 'whole'));
      expect(await runStatuses(database, storeId)).toEqual(['done', 'failed', 'done']);
    });
  }

  it.each(Object.entries(DEATHS))('%s: the next run completes it', async (stage, dieAt) => {
    const storeId = `stage-${Object.keys(DEATHS).indexOf(stage)}`;
    const { ended } = startIngest(ingestArgs(site, storeId), { env, dieAt });
    expect(await ended).toMatchObject({ signal: 'SIGKILL', stdout: '' });
    await completes(storeId);
  });

  it('while it waits for vectors: the next run completes it', async () => {
    const asked = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    let requests = 0;
    provider.before = () => {
      // The first asks for the length of the model's vectors.
      if (++requests === 1) return Promise.resolve();
      asked.resolve();
      return released.promise;
    };
    const { child, ended } = startIngest(ingestArgs(site, 'embedding'), { env });
    await asked.promise;
    child.kill('SIGKILL');
    await ended;
    released.resolve();
    provider.before = async () => undefined;
    await completes('embedding');
  });
});

it('goes on where a killed first run stopped reading, and asks for no page again that is in the index', async () => {
  const PAGES = 230;
  const big = await startFaultSite(topicPages('thing', PAGES));
  const stalled = Promise.withResolvers<void>();
  big.before = async (_, count) => {
    if (count < PAGES - 10) return;
    stalled.resolve();
    await new Promise(() => {});
  };
  const { child, ended } = startIngest(ingestArgs(big, 'first'), { env: place.env });
  await stalled.promise;
  const known = await withDatabase((database) =>
    vi.waitFor(async () => {
      const { rows } = await database.pool.query(
        "select url from visits where store_id = 'first' and outcome = 'indexed'",
      );
      expect(rows.length).toBeGreaterThan(50);
      child.kill('SIGKILL');
      return rows.map(({ url }) => new URL(url).pathname);
    }, 20_000),
  );
  await ended;

  big.before = async () => {};
  big.requests.length = 0;
  await withDatabase(async (database) => {
    const report = await ingestHere(database, big, { storeId: 'first' });
    expect(report).toMatchObject({ status: 'done', complete: true, failed: 0 });
    expect(report.resumes?.pages).toBeGreaterThanOrEqual(known.length);
    expect(report.added + report.unchanged).toBe(PAGES + 1);
    const again = new Set(big.asked());
    expect(known.filter((path) => path !== '/' && again.has(path))).toEqual([]);
    await ingestHere(database, big, { storeId: 'undisturbed' });
    expect(await indexOf(database, 'first')).toEqual(await indexOf(database, 'undisturbed'));
    expect(await runStatuses(database, 'first')).toEqual(['failed', 'done']);
  });
  await big.close();
});
