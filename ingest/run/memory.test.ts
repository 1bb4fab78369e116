import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { findVisits, listVisits } from '../../sql/visits.ts';
import { makeSourceSpec } from './source-spec.ts';
import { makeRunner } from './testing/run-tools.ts';
import { paragraph, type SmallSite, startSmallSite } from './testing/small-site.ts';

// More than what is held back to learn from.
const PAGES = 400;
const listing = (link: string) =>
  `<!doctype html><html lang="en"><head><meta name="robots" content="noindex"><title>List</title></head>
   <body><p>All of them.</p><a href="${link}">The next one</a></body></html>`;

let database: TestDatabase;
let site: SmallSite;
let runner: ReturnType<typeof makeRunner>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
});
afterEach(() => site.close());

async function serve(pages: Record<string, string | number>): Promise<void> {
  site = await startSmallSite(pages);
  runner = makeRunner(database, { kind: 'site', location: `${site.origin}/`, allowHosts: [site.host] });
}

async function stageOf(path: string): Promise<string | null | undefined> {
  const [visit] = await findVisits(database.pool, 'shop', [`${site.origin}${path}`]);
  return visit === undefined ? undefined : (visit.stage ?? visit.outcome);
}

describe('a run that is interrupted', () => {
  it('goes on where it stopped: what was published is not asked for again, and the end is the same', async () => {
    await serve(
      Object.fromEntries(Array.from({ length: PAGES }, (_, n) => [`/topic-${n}`, paragraph(`topic-${n}`)])),
    );
    const abort = new AbortController();
    const onProgress = ({ published }: { published: number }) => {
      if (published >= 60) abort.abort(new Error('stopped by the user'));
    };
    const first = await runner.run({}, { signal: abort.signal, onProgress });
    expect(first).toMatchObject({ status: 'failed', complete: false });
    const published = (await runner.urls()).length;
    expect(published).toBeGreaterThanOrEqual(60);
    expect(published).toBeLessThan(PAGES);

    site.statuses.length = 0;
    const next = await runner.run();
    expect(next).toMatchObject({
      status: 'done',
      complete: true,
      unchanged: published,
      added: PAGES + 1 - published,
      removed: 0,
    });
    // What was held back to learn from counts too.
    expect(next.resumes?.runId).toBe(first.runId);
    const pages = next.resumes?.pages ?? 0;
    expect(pages).toBeGreaterThanOrEqual(published);
    expect(await runner.urls()).toHaveLength(PAGES + 1);
    // The start page and the probe for soft 404s are asked for in any case.
    expect(site.statuses.length).toBeLessThanOrEqual(PAGES + 1 - pages + 2);

    expect(await runner.run()).toMatchObject({ status: 'done', resumes: null, unchanged: PAGES + 1 });
  });

  it('goes on with what a small site had shown before anything was published', async () => {
    const pages = Array.from({ length: 60 }, (_, n) => [`/topic-${n}`, paragraph(`topic-${n}`)] as const);
    await serve(Object.fromEntries(pages));
    const abort = new AbortController();
    site.stallAfter = 45;
    setTimeout(() => abort.abort(new Error('stopped by the user')), 3000);
    const first = await runner.run({}, { signal: abort.signal });
    expect(first.status).toBe('failed');
    expect(await runner.urls()).toEqual([]);

    site.stallAfter = Number.POSITIVE_INFINITY;
    site.statuses.length = 0;
    const next = await runner.run();
    expect(next).toMatchObject({ status: 'done', complete: true, added: 61, removed: 0 });
    expect(next.resumes?.pages).toBeGreaterThanOrEqual(32);
    expect(site.statuses.length).toBeLessThanOrEqual(61 - (next.resumes?.pages ?? 0) + 2);
    expect(await runner.urls()).toHaveLength(61);
    const { rowCount } = await database.pool.query('select from held_documents');
    expect(rowCount).toBe(0);
    expect(await runner.run()).toMatchObject({ status: 'done', unchanged: 61, resumes: null, embedded: 0 });
  });

  it('reads everything anew when that is asked for', async () => {
    await serve(
      Object.fromEntries(Array.from({ length: PAGES }, (_, n) => [`/topic-${n}`, paragraph(`topic-${n}`)])),
    );
    const abort = new AbortController();
    const onProgress = ({ published }: { published: number }) => {
      if (published >= 60) abort.abort(new Error('stopped by the user'));
    };
    await runner.run({}, { signal: abort.signal, onProgress });
    site.statuses.length = 0;
    expect(await runner.run({ refresh: true })).toMatchObject({ status: 'done', resumes: null });
    expect(site.statuses.filter((status) => status === 200).length).toBeGreaterThan(PAGES);
  });
});

describe('what a run remembers of a site', () => {
  it('asks conditionally for pages that are no documents too, reports them again, and sees when they change', async () => {
    await serve({ '/a': paragraph('one'), '/list': listing('/a') });
    const first = await runner.run();
    expect(first).toMatchObject({ status: 'done', added: 2, skipped: 1 });
    site.statuses.length = 0;
    const second = await runner.run();
    expect(second).toMatchObject({ status: 'done', unchanged: 2, skipped: 1, embedded: 0, failed: 0 });
    expect(second.problems).toEqual(first.problems);
    // Nothing but the probe for soft 404s has a body.
    expect(site.statuses.filter((status) => status === 304)).toHaveLength(3);
    expect(site.statuses).not.toContain(200);

    site.pages.set('/list', listing('/b'));
    site.pages.set('/b', paragraph('two'));
    // Only the listing leads to it: the home page must not have changed.
    const links = [...site.pages.keys()];
    expect(links).toContain('/b');
    expect(await runner.run()).toMatchObject({ status: 'done', added: 1 });
  });

  it('finds a page again that failed, though only an unchanged page links to it', async () => {
    await serve({ '/a': paragraph('one'), '/b': 403 });
    expect(await runner.run()).toMatchObject({ added: 2, failed: 1 });
    expect(await stageOf('/b')).toBe('fetch');
    site.pages.set('/b', paragraph('two'));
    expect(await runner.run()).toMatchObject({ status: 'done', added: 1, failed: 0, unchanged: 2 });
    expect(await stageOf('/b')).toBe('indexed');
  });

  it('finds a page again that was gone', async () => {
    await serve({ '/a': paragraph('one'), '/b': 404 });
    await runner.run();
    expect(await stageOf('/b')).toBe('gone');
    site.pages.set('/b', paragraph('two'));
    expect(await runner.run()).toMatchObject({ status: 'done', added: 1, unchanged: 2 });
  });

  it('knows of each page how it was found, and why one is left out', async () => {
    const same = `<!doctype html><html lang="en"><title>Same</title><main>${paragraph('the same')}</main>`;
    await serve({
      '/a': same,
      '/b': same,
      '/c': '<!doctype html><title>x</title><nav><a href="/">Home</a></nav>',
    });
    await runner.run();
    const [a] = await findVisits(database.pool, 'shop', [`${site.origin}/a`]);
    expect(a).toMatchObject({ foundBy: 'link', foundOn: `${site.origin}/`, status: 200, runStatus: 'done' });
    expect(a?.bytes).toBeGreaterThan(100);
    expect([await stageOf('/a'), await stageOf('/b')].sort()).toEqual(['duplicate', 'indexed']);
    expect(await stageOf('/c')).toBe('empty');
  });

  it('leaves out pages in a language that the store does not speak, and says so', async () => {
    await serve({
      '/a': paragraph('one'),
      '/fr':
        '<!doctype html><html lang="fr"><title>Retours</title><main><p>Vous pouvez retourner vos achats pendant trente jours, sans frais.</p></main>',
    });
    const source = makeSourceSpec({
      id: 'source',
      kind: 'site',
      location: `${site.origin}/`,
      allowHosts: [site.host],
      languages: ['en', 'es-MX'],
    });
    const report = await runner.run({ source });
    expect(report).toMatchObject({ status: 'done', added: 2, skipped: 1 });
    expect(report.problems).toEqual([
      {
        url: `${site.origin}/fr`,
        stage: 'language',
        reason: expect.stringMatching(/is in "fr".*en, es-MX/),
      },
    ]);
    expect(await stageOf('/fr')).toBe('language');
  });

  it('writes nothing of it on a dry run', async () => {
    await serve({ '/a': paragraph('one') });
    await runner.run({ dryRun: true });
    expect(await listVisits(database.pool, 'shop', 'source')).toEqual([]);
  });
});

it('shows on a dry run what changes of a page', async () => {
  await serve({ '/a': '<p>You can bring back a tent within thirty days of buying it.</p>' });
  await runner.run();
  site.pages.set('/a', '<p>You can bring back a tent within sixty days of buying it.</p>');
  const { plan } = await runner.run({ dryRun: true });
  expect(plan?.diffs).toEqual([
    {
      url: `${site.origin}/a`,
      title: 'Page /a',
      lines: [
        '- You can bring back a tent within thirty days of buying it.',
        '+ You can bring back a tent within sixty days of buying it.',
      ],
      more: 0,
    },
  ]);
});

it('reads what has not changed anew when its settings have, and not again', async () => {
  await serve({ '/a': paragraph('one'), '/list': listing('/a') });
  await runner.run();
  const source = makeSourceSpec({
    id: 'source',
    kind: 'site',
    location: `${site.origin}/`,
    allowHosts: [site.host],
    documentKind: 'faq',
  });
  expect(await runner.run({ source })).toMatchObject({ status: 'done', changed: 2, embedded: 0 });
  site.statuses.length = 0;
  expect(await runner.run({ source })).toMatchObject({ status: 'done', changed: 0, unchanged: 2 });
  expect(site.statuses).not.toContain(200);
});

it('keeps the last hundred runs of a source', async () => {
  await serve({ '/a': paragraph('one') });
  await runner.run();
  await database.pool.query(
    `insert into runs (store_id, run_id, source_id, status, host, pid, started_at)
     select 'shop', 'old-' || n, 'source', 'done', 'here', 1, now() - n * interval '1 hour' from generate_series(1, 150) as n`,
  );
  await runner.run();
  const { rows } = await database.pool.query(
    'select count(*)::int as count, min(started_at) as first from runs',
  );
  expect(rows[0].count).toBe(100);
});
