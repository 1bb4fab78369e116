import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunReport } from '../run/report.ts';
import { type FaultPlace, makeFaultPlace } from './testing/fault-place.ts';
import { type FaultSite, productPage, startFaultSite, topicPage, topicPages } from './testing/fault-site.ts';
import { indexOf } from './testing/index-of.ts';
import { ingestArgs, ingestHere } from './testing/ingest-here.ts';
import { startIngest } from './testing/ingest-process.ts';

const PAGES = 40;

let place: FaultPlace;
let site: FaultSite;

beforeAll(async () => {
  place = await makeFaultPlace();
});
afterAll(() => place.remove());
beforeEach(async () => {
  site = await startFaultSite({ ...topicPages('page', PAGES - 1), '/tent': productPage('tent', 100) });
});
afterEach(() => site.close());

/** Two processes ingest the site into one store; neither gets further than the home page before both are there. */
async function runTwo(storeId: string): Promise<RunReport[]> {
  const both = Promise.withResolvers<void>();
  let met = 0;
  site.before = async (path) => {
    if (path === '/robots.txt' && ++met === 2) both.resolve();
    if (path === '/robots.txt') await both.promise;
  };
  const runs = [1, 2].map(() => startIngest(ingestArgs(site, storeId), { env: place.env }));
  const ended = await Promise.all(runs.map((run) => run.ended));
  site.before = async () => {};
  for (const { status, stdout, stderr } of ended)
    expect({ status, stderr, stdout }).toMatchObject({ status: 0 });
  return ended.map(({ stdout }) => JSON.parse(stdout) as RunReport);
}

it('leaves what one run leaves, when two processes ingest a source at once', async () => {
  const reports = await runTwo('two');
  for (const report of reports) {
    expect(report).toMatchObject({ status: 'done', complete: true, failed: 0, removed: 0 });
    expect(report.added + report.changed + report.unchanged).toBe(PAGES + 1);
  }
  expect(reports.reduce((sum, { added }) => sum + added, 0)).toBeGreaterThanOrEqual(PAGES + 1);
  const database = await place.open();
  await ingestHere(database, site, { storeId: 'one' });
  expect(await indexOf(database, 'two')).toEqual(await indexOf(database, 'one'));
  const runs = await database.pool.query("select status from runs where store_id = 'two'");
  expect(runs.rows).toEqual([{ status: 'done' }, { status: 'done' }]);
  await database.close();
});

it('leaves whole pages, one version or the other, when the site changes between the two', async () => {
  const versions = (n: number) => [topicPage(`old-${n}`), topicPage(`new-${n}`)];
  for (let n = 0; n < PAGES - 1; n++) {
    let asked = 0;
    site.pages.set(`/page-${n}`, (_, response) => {
      const body = versions(n)[Math.min(asked++, 1)];
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html lang="en"><main><h1>${n}</h1>${body}`);
    });
  }
  await runTwo('mixed');
  const database = await place.open();
  const mixed = await database.pool.query(
    `select d.url, d.text, (select string_agg(p.text, '' order by p.ordinal) from passages p
       where p.store_id = d.store_id and p.document_id = d.document_id) as passages
     from documents d where d.store_id = 'mixed' and d.url like '%/page-%'`,
  );
  expect(mixed.rows).toHaveLength(PAGES - 1);
  for (const { text, passages } of mixed.rows) {
    expect(/old-/.test(text), text).not.toBe(/new-/.test(text));
    expect(/old-/.test(passages)).toBe(/old-/.test(text));
  }
  const sums = await database.pool.query(
    `select s.passage_count - count(p.*) as passages, s.lexeme_count - sum(p.length) as lexemes
     from stores s join passages p on p.store_id = s.store_id where s.store_id = 'mixed' group by s.store_id, s.passage_count, s.lexeme_count`,
  );
  expect(sums.rows).toEqual([{ passages: 0, lexemes: 0 }]);

  expect(await ingestHere(database, site, { storeId: 'mixed' })).toMatchObject({
    status: 'done',
    removed: 0,
  });
  await ingestHere(database, site, { storeId: 'newest' });
  const { documents, passages } = (await indexOf(database, 'mixed')) as Record<string, unknown>;
  expect(await indexOf(database, 'newest')).toMatchObject({ documents, passages });
  await database.close();
});
