import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { startLocalServer } from '../crawl/local-server.ts';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { countRows, makeRunner } from './testing/run-tools.ts';
import { paragraph, type SmallSite, startSmallSite } from './testing/small-site.ts';

const TOPICS = Array.from({ length: 8 }, (_, n) => `/topic-${n}`);

let database: TestDatabase;
let site: SmallSite;
let runner: ReturnType<typeof makeRunner>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  site = await startSmallSite(Object.fromEntries(TOPICS.map((path) => [path, paragraph(path.slice(1))])));
  runner = makeRunner(database, { kind: 'site', location: `${site.origin}/`, allowHosts: [site.host] });
});
afterEach(() => site.close());

describe('ingest of a site', () => {
  it('adds every page, and the next run finds them unchanged, embeds nothing and is told 304', async () => {
    const first = await runner.run({ storeName: 'The shop' });
    expect(first).toMatchObject({ status: 'done', added: 9, changed: 0, unchanged: 0, failed: 0, reused: 0 });
    expect(first.embedded).toBe(first.passages);
    expect(first.tokens).toBeGreaterThan(0);
    expect(await findStore(database.pool, 'shop')).toMatchObject({ name: 'The shop', locales: ['en'] });

    site.statuses.length = 0;
    const second = await runner.run();
    expect(second).toMatchObject({
      status: 'done',
      added: 0,
      changed: 0,
      unchanged: 9,
      embedded: 0,
      tokens: 0,
    });
    expect(second).toMatchObject({ passages: first.passages, reused: first.passages });
    expect(site.statuses.filter((status) => status === 304)).toHaveLength(9);
  });

  it('embeds only what is new of an edited page', async () => {
    await runner.run();
    site.pages.set('/topic-3', `${paragraph('topic-3')}<h2>News</h2>${paragraph('something new')}`);
    expect(await runner.run()).toMatchObject({ added: 0, changed: 1, unchanged: 8, embedded: 1 });
  });

  it('removes a page that answers 404', async () => {
    await runner.run();
    site.pages.set('/topic-3', 404);
    expect(await runner.run()).toMatchObject({ status: 'done', removed: 1, unchanged: 8 });
    expect(await runner.urls(site.origin)).not.toContain('/topic-3');
  });

  it('keeps a page that fails, keeps what was only not seen, and reports both', async () => {
    await runner.run();
    site.pages.set('/topic-3', 403);
    const report = await runner.run();
    expect(report).toMatchObject({ status: 'done', removed: 0, failed: 1 });
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        url: `${site.origin}/topic-3`,
        stage: 'fetch',
        reason: expect.stringMatching(/403/),
      }),
    );
    expect(await runner.urls(site.origin)).toContain('/topic-3');
  });

  it('does not remove many pages at once until that is accepted', async () => {
    await runner.run();
    for (const path of TOPICS.slice(0, 6)) site.pages.set(path, 410);
    const stopped = await runner.run();
    expect(stopped).toMatchObject({ status: 'stopped', removed: 0 });
    expect(stopped.problems.map(({ reason }) => reason).join()).toMatch(/6 of 9 .*--yes/);
    const missing = TOPICS.slice(0, 6).map((path) => `${site.origin}${path}`);
    const named = stopped.problems.filter(({ stage }) => stage === 'missing').map(({ url }) => url);
    expect(named.sort()).toEqual(missing);
    const { plan, status } = await runner.run({ dryRun: true });
    expect([status, [...(plan?.remove ?? [])].sort()]).toEqual(['stopped', missing]);
    expect(await runner.urls()).toHaveLength(9);
    expect(await runner.run({ acceptRemoval: true })).toMatchObject({ status: 'done', removed: 6 });
  });

  it('fails, and removes nothing, when the site refuses throughout', async () => {
    await runner.run();
    for (const path of TOPICS) site.pages.set(path, 403);
    const report = await runner.run();
    expect(report).toMatchObject({ status: 'failed', removed: 0 });
    expect(await runner.urls()).toHaveLength(9);
  });

  it('reads all again after a run that saw the whole site blank', async () => {
    site.pages.set(
      '/secret',
      '<!doctype html><html lang="en"><meta name="robots" content="noindex"><title>S</title><p>For us.</p>',
    );
    await runner.run();
    const pages = new Map(site.pages);
    for (const path of pages.keys()) site.pages.set(path, '<!doctype html><html></html>');
    expect(await runner.run()).toMatchObject({ removed: 0, failed: 8 });
    for (const [path, page] of pages) site.pages.set(path, page);
    const healed = await runner.run();
    expect(healed).toMatchObject({ status: 'done', unchanged: 9, resumes: null });
    expect(healed.problems.map(({ url, stage }) => [url, stage])).toEqual([
      [`${site.origin}/secret`, 'noindex'],
    ]);
  });

  it('says why a site of pages that are left out gives nothing', async () => {
    const shell =
      '<!doctype html><html lang="en"><title>App</title><script src="/app.js"></script><div id="root"></div></html>';
    const app = await startLocalServer((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' });
      response.end(request.url === '/' ? shell : '');
    });
    const ofApp = makeRunner(database, { kind: 'site', location: `${app.origin}/`, allowHosts: [app.host] });
    const report = await ofApp.run();
    await app.close();
    expect(report.status).toBe('failed');
    expect(report.problems[0]?.reason).toMatch(/found none: .*until scripts fill it/);
  });

  it('writes nothing on a dry run, and plans what the run then does', async () => {
    const before = await countRows(database);
    const { plan, status } = await runner.run({ dryRun: true });
    expect(await countRows(database)).toBe(before);
    expect(status).toBe('done');
    expect(plan).toMatchObject({ change: [], keep: [], remove: [], pages: 9 });
    expect(plan?.add).toContain(`${site.origin}/topic-0`);
    const done = await runner.run();
    expect(plan).toMatchObject({ passages: done.passages, embeddings: done.embedded, tokens: done.tokens });

    site.pages.set('/topic-1', paragraph('another thing'));
    site.pages.set('/topic-2', 404);
    site.pages.set('/topic-9', paragraph('topic nine'));
    const rows = await countRows(database);
    expect((await runner.run({ dryRun: true })).plan).toMatchObject({
      add: [`${site.origin}/topic-9`],
      remove: [`${site.origin}/topic-2`],
    });
    expect(await countRows(database)).toBe(rows);
  });

  it('keeps one of two pages with the same content, on every run the same', async () => {
    const copy = `<!doctype html><html lang="en"><title>Same</title><main>${paragraph('the same')}</main>`;
    site.pages.set('/topic-0', copy);
    site.pages.set('/topic-1', copy);
    const report = await runner.run();
    expect(report).toMatchObject({ status: 'done', added: 8, skipped: 1 });
    expect(report.problems).toContainEqual(
      expect.objectContaining({
        stage: 'duplicate',
        reason: expect.stringMatching(/same content as .*topic-[01]/),
      }),
    );
    const urls = await runner.urls();
    // Read anew, so that both come, in whatever order.
    expect(await runner.run({ refresh: true })).toMatchObject({ added: 0, removed: 0, embedded: 0 });
    expect(await runner.urls()).toEqual(urls);
  });

  it('follows a page to its new address', async () => {
    const moved = `<!doctype html><html lang="en"><title>Moved</title><main>${paragraph('moving')}</main>`;
    site.pages.set('/topic-0', moved);
    await runner.run();
    site.pages.delete('/topic-0');
    site.pages.set('/new-place', moved);
    expect(await runner.run()).toMatchObject({ status: 'done', added: 1, removed: 1 });
    expect(await runner.urls(site.origin)).toContain('/new-place');
  });

  it('ends as failed when it is aborted, and the next run completes it', async () => {
    const abort = new AbortController();
    const onProgress = ({ read }: { read: number }) => {
      if (read === 4) abort.abort(new Error('stopped by the user'));
    };
    const report = await runner.run({}, { signal: abort.signal, onProgress });
    expect(report).toMatchObject({ status: 'failed', removed: 0 });
    expect(report.problems[0]).toMatchObject({ stage: 'stop', reason: 'stopped by the user' });
    const { rows } = await database.pool.query("select status from runs where store_id = 'shop'");
    expect(rows).toEqual([{ status: 'failed' }]);

    const next = await runner.run();
    expect(next.status).toBe('done');
    expect(await runner.urls()).toHaveLength(9);
  });

  it('fails with the reason when embedding fails, leaves whole documents only, and completes afterwards', async () => {
    const model = openLocalEmbeddingModel();
    const embeddings = Object.create(model.embeddings);
    embeddings.embedDocuments = async () => {
      throw new Error('The key in OPENAI_API_KEY was refused');
    };
    const report = await runner.run({}, { embeddingModel: { ...model, embeddings } });
    expect(report).toMatchObject({ status: 'failed', added: 0 });
    expect(report.problems[0]).toMatchObject({ stage: 'run', reason: expect.stringMatching(/key.*refused/) });
    expect(await runner.urls()).toEqual([]);
    expect(await runner.run()).toMatchObject({ status: 'done', added: 9 });
  });

  it('says of a page without a text of its own why it is not there', async () => {
    site.pages.set('/topic-1', '<!doctype html><title>x</title><nav><a href="/">Home</a></nav>');
    expect((await runner.run()).problems).toContainEqual({
      url: `${site.origin}/topic-1`,
      stage: 'empty',
      reason: expect.stringContaining('nothing but links and menus on the page'),
    });
  });

  it('names no store that a source could not fill', async () => {
    await site.close();
    const report = await runner.run();
    expect(report).toMatchObject({ status: 'failed' });
    expect(report.problems[0]?.reason).toMatch(/expected documents, found none: .*refused/);
    expect(await findStore(database.pool, 'shop')).toBeNull();
  });

  it('says which option lets it reach a private address', async () => {
    const guarded = makeRunner(database, { kind: 'site', location: `${site.origin}/` });
    const report = await guarded.run();
    expect(report.status).toBe('failed');
    expect(report.problems[0]?.reason).toContain(`--allow-host ${site.host}`);
  });
});
