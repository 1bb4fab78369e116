import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type FaultSite, startFaultSite, topicPage, topicPages } from './testing/fault-site.ts';
import { ingestHere } from './testing/ingest-here.ts';

const PAGES = 40;

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

async function urlsOf(storeId: string): Promise<string[]> {
  const { rows } = await database.pool.query(
    'select url from documents where store_id = $1::text order by url',
    [storeId],
  );
  return rows.map(({ url }) => url);
}

describe('a site that goes down half-way', () => {
  it.concurrent.each([
    ['resets connections', 'reset', /ECONNRESET|broken connection|other side closed/i],
    ['answers 500 to everything', 500, /answers 500 throughout/],
    ['refuses connections', 'refused', /refused/],
  ] as const)(
    'and %s: what was read stays, nothing is removed, the next run completes',
    async (_, fault, why) => {
      const storeId = `down-${fault}`;
      let site = await startFaultSite(topicPages('page', PAGES));
      const port = Number(site.host.split(':')[1]);
      const failAfter = (count: number) => {
        site.before = async (_path, before) => {
          if (before < count) return;
          if (fault === 'refused') site.close();
          else site.down = fault;
        };
      };
      failAfter(PAGES / 2);
      const report = await ingestHere(database, site, { storeId });
      expect(report).toMatchObject({ complete: false, removed: 0 });
      expect(report.problems.map(({ reason }) => reason).join('\n')).toMatch(why);
      const first = await urlsOf(storeId);
      expect(report.added).toBe(first.length);
      expect(first.length).toBeGreaterThan(PAGES / 4);

      await site.close();
      site = await startFaultSite(topicPages('page', PAGES), port);
      expect(await ingestHere(database, site, { storeId })).toMatchObject({ status: 'done', complete: true });
      expect(await urlsOf(storeId)).toHaveLength(PAGES + 1);

      site.pages.set('/page-0', topicPage('renewed'));
      failAfter(site.requests.length + 5);
      const last = await ingestHere(database, site, { storeId });
      expect(last).toMatchObject({ complete: false, removed: 0 });
      expect(await urlsOf(storeId)).toHaveLength(PAGES + 1);
      await site.close();
    },
  );
});

describe('a site that answers 503 to a fifth of the requests', () => {
  let site: FaultSite;
  afterAll(() => site.close());

  it('gives all of its pages by retries, and reports the one that it never gives, which stays', async () => {
    const storeId = 'busy';
    site = await startFaultSite(topicPages('page', PAGES));
    await ingestHere(database, site, { storeId });
    const known = await urlsOf(storeId);

    const refused: string[] = [];
    for (const [path, page] of [...site.pages]) {
      const number = Number(path.split('-')[1]);
      if (number % 4 !== 0) continue;
      let left = number === 8 ? Number.POSITIVE_INFINITY : 1;
      site.pages.set(path, (_, response) => {
        if (left-- > 0) {
          refused.push(path);
          response
            .writeHead(503, number % 8 === 0 ? {} : { 'retry-after': number % 3 === 0 ? '1' : '0' })
            .end();
        } else
          response.writeHead(200, { 'content-type': 'text/html' }).end(`<main>${page}<p>Renewed.</p></main>`);
      });
    }
    const report = await ingestHere(database, site, { storeId });
    expect(refused.length / site.requests.slice(known.length).length).toBeGreaterThan(0.15);
    expect(report).toMatchObject({ status: 'done', changed: 9, failed: 1, removed: 0, complete: false });
    expect(report.problems).toContainEqual({
      url: `${site.origin}/page-8`,
      stage: 'fetch',
      reason: expect.stringMatching(/found status 503 3 times/),
    });
    expect(await urlsOf(storeId)).toEqual(known);
  });
});
