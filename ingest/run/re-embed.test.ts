import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countUnembedded } from '../../sql/list-unembedded-passages.ts';
import { findStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { planModelChange, renderModelChange } from './plan-model-change.ts';
import { type ReEmbedPace, type ReEmbedProgress, reEmbed } from './re-embed.ts';
import { numberedPages, publishPages } from './testing/publish-pages.ts';

const PAGES = 50;
const PACE: ReEmbedPace = { batch: 8, rest: 0, retryMs: 5 };
const local = openLocalEmbeddingModel();

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.pool.query('delete from stores');
  await publishPages(database.pool, 'shop', local, numberedPages(PAGES));
});

/** Another model, with vectors of another length. `before` is called with the texts of each request. */
function otherModel({
  name = 'other',
  before = async () => undefined,
  ...given
}: Partial<EmbeddingModel> & { before?: (texts: string[]) => Promise<unknown> } = {}) {
  const asked: string[] = [];
  const embeddings = Object.assign(Object.create(local.embeddings), {
    embedDocuments: async (texts: string[]) => {
      await before(texts);
      asked.push(...texts);
      return texts.map((text) => [text.length, 1, 0]);
    },
  });
  return { asked, model: { ...local, name, dimensions: 3, embeddings, ...given } satisfies EmbeddingModel };
}
const run = (
  model: EmbeddingModel,
  signal = new AbortController().signal,
  onProgress?: (p: ReEmbedProgress) => void,
) => reEmbed({ pool: database.pool, signal, onProgress }, { storeId: 'shop', model, pace: PACE });
const store = () => findStore(database.pool, 'shop');

describe('reEmbed', () => {
  it('embeds every stored passage, then switches, and tells what it took', async () => {
    const { model, asked } = otherModel({ usdPerMillionTokens: 2 });
    const before = await store();
    const seen: ReEmbedProgress[] = [];
    const report = await run(model, undefined, (progress) => seen.push(progress));
    expect(report).toMatchObject({
      from: local.name,
      to: 'other',
      switched: true,
      embedded: PAGES,
      deleted: 0,
    });
    expect(report.tokens).toBeGreaterThan(PAGES * 5);
    expect(report.costUsd).toBeCloseTo((report.tokens / 1e6) * 2, 9);
    expect(await store()).toMatchObject({ embeddingModel: 'other', revision: (before?.revision ?? 0) + 1 });
    expect(asked).toContain('page-3\nAbout page-3\nWhat page 3 says of tent number 21.');
    expect(seen.map(({ missing }) => missing)).toEqual([42, 34, 26, 18, 10, 2, 0]);
  });

  it('does nothing more for a store that uses the model and lacks nothing', async () => {
    const { model, asked } = otherModel();
    await run(model);
    const before = await store();
    expect(await run(model)).toMatchObject({ switched: false, embedded: 0, tokens: 0 });
    expect(await store()).toEqual(before);
    expect(asked).toHaveLength(PAGES);
    // Going back within the week costs nothing.
    expect(await run(local)).toMatchObject({ from: 'other', to: local.name, switched: true, embedded: 0 });
  });

  it('keeps the model and what is embedded when it is stopped, and goes on where it was', async () => {
    const stop = new AbortController();
    const first = otherModel({
      before: async () => {
        if (first.asked.length === 24) stop.abort(new Error('killed'));
      },
    });
    await expect(run(first.model, stop.signal)).rejects.toThrow('killed');
    expect((await store())?.embeddingModel).toBe(local.name);
    const kept = PAGES - (await countUnembedded(database.pool, 'shop', 'other'));
    expect(kept).toBeGreaterThanOrEqual(24);
    const second = otherModel();
    expect(await run(second.model)).toMatchObject({ switched: true, embedded: PAGES - kept });
    expect(second.asked).toHaveLength(PAGES - kept);
  });

  it('keeps the model when the new one refuses, and says what it said', async () => {
    const { model } = otherModel({
      before: async (texts) => {
        if (texts.some((text) => text.includes('page 31')))
          throw new Error('The key in OPENAI_API_KEY was refused');
      },
    });
    await expect(run(model)).rejects.toThrow('OPENAI_API_KEY was refused');
    expect((await store())?.embeddingModel).toBe(local.name);
    expect(await run(otherModel().model)).toMatchObject({ switched: true });
  });

  it('embeds each text once when two processes are at it', async () => {
    const one = otherModel();
    const two = otherModel();
    const reports = await Promise.all([run(one.model), run(two.model)]);
    expect(one.asked.length + two.asked.length).toBe(PAGES);
    expect(reports.filter(({ switched }) => switched)).toHaveLength(1);
    expect((await store())?.embeddingModel).toBe('other');
  });

  it('takes over from a process that was killed while it held the lease', async () => {
    await database.pool.query(
      `insert into store_models (store_id, model, holder, held_until) values ('shop', 'other', 'gone', now() + interval '1 hour')`,
    );
    const { model } = otherModel();
    let waited = 0;
    const report = await run(model, undefined, ({ elsewhere }) => {
      if (!elsewhere) return;
      waited += 1;
      if (waited === 3)
        void database.pool.query(`update store_models set held_until = now() - interval '1 second'`);
    });
    expect(waited).toBeGreaterThanOrEqual(3);
    expect(report).toMatchObject({ switched: true, embedded: PAGES });
  });

  it('embeds what is published meanwhile, before it switches', async () => {
    let published = false;
    const { model, asked } = otherModel({
      before: async () => {
        if (published) return;
        published = true;
        await publishPages(database.pool, 'shop', local, {
          new: 'A page that came late.',
          later: 'And another.',
        });
      },
    });
    expect(await run(model)).toMatchObject({ switched: true, embedded: PAGES + 2 });
    expect(asked).toContain('new\nAbout new\nA page that came late.');
    expect(await countUnembedded(database.pool, 'shop', 'other')).toBe(0);
  });

  it('never saves a vector under the hash of another text', async () => {
    await database.pool.query(
      `update documents set title = 'Changed behind its back' where url like '%/page-7'`,
    );
    const { model } = otherModel();
    await expect(run(model)).rejects.toThrow(/to have the hash .*found .*--refresh/);
    expect((await store())?.embeddingModel).toBe(local.name);
  });

  it('leaves other stores alone', async () => {
    await publishPages(database.pool, 'else', local, numberedPages(3));
    await run(otherModel().model);
    expect((await findStore(database.pool, 'else'))?.embeddingModel).toBe(local.name);
    expect(await countUnembedded(database.pool, 'else', 'other')).toBe(3);
  });
});

describe('planModelChange', () => {
  it('foretells texts, tokens and cost, and writes nothing', async () => {
    const { model, asked } = otherModel({ usdPerMillionTokens: 0.02 });
    const plan = await planModelChange(database.pool, 'shop', model);
    expect(asked).toEqual([]);
    const report = await run(model);
    expect(plan).toEqual({
      store: 'shop',
      from: local.name,
      to: 'other',
      embeddings: report.embedded,
      tokens: report.tokens,
      costUsd: report.costUsd,
    });
    expect(await planModelChange(database.pool, 'shop', model)).toBeNull();
    expect(await planModelChange(database.pool, 'nowhere', model)).toBeNull();
  });

  it('says that a price is unknown, not that it is nothing', async () => {
    const { model } = otherModel({ priceKnown: false });
    const plan = await planModelChange(database.pool, 'shop', model);
    expect(plan?.costUsd).toBeNull();
    expect(plan && renderModelChange(plan)).toMatch(/→ other: 50 embeddings of \d+ tokens, price unknown/);
  });
});
