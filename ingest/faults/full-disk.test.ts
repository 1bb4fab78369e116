import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Database } from '../../sql/database.ts';
import { type FaultPlace, makeFaultPlace } from './testing/fault-place.ts';
import { type FaultSite, startFaultSite, topicPages } from './testing/fault-site.ts';
import { indexOf } from './testing/index-of.ts';
import { ingestHere } from './testing/ingest-here.ts';
import { onStatement } from './testing/on-statement.ts';

const PAGES = 12;
const isServer = inject('databaseUrl') !== null;

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite(topicPages('page', PAGES));
});
afterAll(() => site.close());

async function expectWhole(database: Database, storeId: string): Promise<void> {
  expect(await ingestHere(database, site, { storeId })).toMatchObject({ status: 'done', complete: true });
  await ingestHere(database, site, { storeId: `whole ${storeId}` });
  const whole = (await indexOf(database, `whole ${storeId}`)) as { vectors: unknown[] };
  // A vector that nothing uses any more is kept for a while.
  const vectors = expect.arrayContaining(whole.vectors);
  expect(await indexOf(database, storeId)).toEqual({ ...whole, vectors });
}

describe.runIf(isServer)('a server whose disk is full', () => {
  let place: FaultPlace;
  let database: Database;
  beforeAll(async () => {
    place = await makeFaultPlace();
    database = await place.open();
  });
  afterAll(async () => {
    await database.close();
    await place.remove();
  });

  it('fails the run and says what to do, keeps what was published, and the next run completes', async () => {
    await database.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin
      if (select count(*) from documents where store_id = new.store_id) >= 5 then
        raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100';
      end if; return new; end $$`);
    await database.pool.query(
      'create trigger refuse before insert on documents for each row execute function refuse()',
    );
    const report = await ingestHere(database, site, { storeId: 'full' });
    expect(report).toMatchObject({ status: 'failed', added: 5, removed: 0 });
    expect(report.problems[0]?.reason).toMatch(
      /disk of the database .* is full: .*Make room there, then run again/,
    );
    expect((await database.pool.query("select from documents where store_id = 'full'")).rowCount).toBe(5);
    await database.pool.query('drop trigger refuse on documents');
    await expectWhole(database, 'full');
  });
});

describe.runIf(!isServer)('an embedded database whose disk is full', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-small-disk-'));
  const ballast = join(folder, 'ballast');
  let problem: string | null = null;
  let place: FaultPlace;

  beforeAll(async () => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', folder], { stdio: 'pipe' });
      place = await makeFaultPlace(folder);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  });
  afterAll(() => {
    if (problem === null) execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  function fill(): void {
    const { bavail, bsize } = statfsSync(folder);
    writeFileSync(ballast, Buffer.alloc(bavail * bsize));
  }

  it.for<[why: string, before: string]>([
    ['for a table to grow', 'select 1'],
    // What comes next has to begin a file of the log, without which PostgreSQL ends.
    ['for its log to go on', 'select pg_switch_wal()'],
  ])(
    '%s: fails the run and says what to do, is not damaged, and the next run completes',
    async ([why, before], { skip }) => {
      skip(problem !== null, `only root can mount a small disk: ${problem}`);
      const database = await place.open();
      for (const path of [...site.pages.keys()]) site.pages.delete(path);
      for (const [path, page] of Object.entries(topicPages('page', PAGES))) site.pages.set(path, page);
      const first = await ingestHere(database, site, { storeId: why });
      expect(first).toMatchObject({ status: 'done', added: PAGES + 1 });
      const intact = (await indexOf(database, why)) as { documents: { url: string }[] };

      for (const [path, page] of Object.entries(topicPages('more', 60))) site.pages.set(path, page);
      onStatement(database.pool, /insert into documents/, 5, () => {
        database.pool.query(before).catch(() => {});
        fill();
      });
      const report = await ingestHere(database, site, { storeId: why });
      expect(report).toMatchObject({ status: 'failed', removed: 0 });
      expect(report.problems.map(({ reason }) => reason).join('\n')).toMatch(/disk.* is full.*[Mm]ake room/);
      truncateSync(ballast);
      await database.close();

      const again = await place.open();
      const { documents } = (await indexOf(again, why)) as typeof intact;
      expect(documents).toHaveLength(PAGES + 1 + report.added);
      expect(documents).toEqual(
        expect.arrayContaining(intact.documents.filter(({ url }) => url !== `${site.origin}/`)),
      );
      await expectWhole(again, why);
      await again.close();
    },
  );
});
