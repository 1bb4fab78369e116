import { describe, expect, it } from 'vitest';
import type { RepeatedBlock } from '../extract/repeated-blocks.ts';
import { BOXES, repeatingShop } from '../extract/repeating-shop.fixture.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { dropRepeated, type LearnedBlocks } from './drop-repeated.ts';
import type { SourceEvent } from './source-event.ts';

const shop = repeatingShop();
const done: SourceEvent = { type: 'done', complete: true, reason: null };
const read = (document: SourceDocument): SourceEvent => ({
  type: 'document',
  document,
  etag: null,
  lastModified: null,
  fetchedAt: '2026-11-01T00:00:00Z',
});
const url = (path: string) => `https://shop.example${path}`;
const file = (path: string): SourceDocument => ({
  ...(shop[0] as SourceDocument),
  url: url(path),
  kind: 'file',
});

async function* streamOf(events: Iterable<SourceEvent | Error>) {
  for (const event of events) {
    if (event instanceof Error) throw event;
    yield event;
  }
}

/** Runs events through, and notes what came out and what was told, in order. */
async function run(
  events: Iterable<SourceEvent | Error>,
  learned: Pick<LearnedBlocks, 'blocks'> | null = null,
  readBefore?: ReadonlySet<string>,
) {
  const order: string[] = [];
  const documents: SourceDocument[] = [];
  const lessons: LearnedBlocks[] = [];
  let error: unknown = null;
  const out = dropRepeated(streamOf(events), {
    learned,
    ...(readBefore ? { readBefore } : {}),
    async onLearned(lesson) {
      // Whoever does not wait for it shows it in the order.
      await new Promise((resolve) => setImmediate(resolve));
      lessons.push(lesson);
      order.push('learned');
    },
    async onLost() {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('lost');
    },
  });
  try {
    for await (const event of out) {
      order.push(
        event.type === 'done' ? 'done' : event.type === 'document' ? event.document.url : event.type,
      );
      if (event.type === 'document') documents.push(event.document);
    }
  } catch (thrown) {
    error = thrown;
  }
  return { order, documents, lessons, error };
}

const saying = (documents: SourceDocument[], words: string) =>
  documents.filter(({ text }) => text.includes(words)).map((document) => document.url);
/** The document saying something else, of the same length, in place of some words. */
const without = (document: SourceDocument, words: string): SourceDocument => ({
  ...document,
  text: document.text.replaceAll(words, words.replace(/\p{L}/gu, 'x')),
});
const blocksOf = (lessons: LearnedBlocks[]): RepeatedBlock[] => lessons[0]?.blocks ?? [];

describe('dropRepeated', () => {
  it('holds pages back until it has learned, and lets files and all else pass at once', async () => {
    const events: SourceEvent[] = [
      read(shop[0] as SourceDocument),
      { type: 'gone', url: url('/gone'), status: 410 },
      read(file('/a.pdf')),
      ...shop.slice(1).map(read),
      done,
    ];
    const { order, documents, lessons } = await run(events);
    expect(order.slice(0, 4)).toEqual(['gone', url('/a.pdf'), 'learned', shop[0]?.url]);
    expect(order.slice(3)).toEqual([...shop.map((document) => document.url), 'done']);
    expect(lessons).toMatchObject([{ documents: shop.length + 1, enough: false }]);
    expect(saying(documents, BOXES.delivery)).toEqual([url('/shipping')]);
  });

  it('gives a later run the same documents, byte for byte, in whatever order the pages come', async () => {
    const first = await run([...shop.map(read), done]);
    const second = await run([...shop.toReversed().map(read), done], { blocks: blocksOf(first.lessons) });
    expect(second.documents.toReversed()).toEqual(first.documents);
    expect(second.lessons).toEqual([]);
    expect(second.order).not.toContain('lost');
  });

  it('holds back a bounded number of pages, and cleans those that come later', async () => {
    let taken = 0;
    const pages = 600;
    function* many() {
      for (; taken < pages; taken += 1) {
        const document = shop[taken % shop.length] as SourceDocument;
        yield read({ ...document, url: `${document.url}?copy=${taken}` });
      }
      yield done;
    }
    let takenBefore = 0;
    const out = dropRepeated(streamOf(many()), {
      learned: null,
      async onLearned({ enough }) {
        expect(enough).toBe(true);
        takenBefore = taken;
      },
      onLost: async () => {},
    });
    let last: SourceDocument | null = null;
    for await (const event of out) if (event.type === 'document') last = event.document;
    expect(takenBefore).toBeGreaterThan(60);
    expect(takenBefore).toBeLessThan(200);
    expect(last?.text).not.toContain(BOXES.newsletter);
  });

  it('does not hold pages of a slow site back for long, and knows that it has seen few', async () => {
    let now = 0;
    const passed: string[] = [];
    const lessons: LearnedBlocks[] = [];
    async function* slowly() {
      for (const document of shop.slice(0, 20)) {
        now += 5_000;
        yield read(document);
      }
      yield done;
    }
    const events = dropRepeated(slowly(), {
      learned: null,
      onLearned: async (lesson) => {
        lessons.push(lesson);
        expect(passed).toEqual([]);
        expect(now).toBe(35_000);
      },
      onLost: async () => {},
      now: () => now,
    });
    for await (const event of events) if (event.type === 'document') passed.push(event.document.url);
    expect(passed).toHaveLength(20);
    expect(lessons).toMatchObject([{ documents: 7, enough: false }]);
  });

  it('lets the pages go that a source has shown before it broke off, and throws its error', async () => {
    const broken = new Error('the site went down');
    const { documents, error } = await run([...shop.slice(0, 30).map(read), broken]);
    expect(documents).toHaveLength(30);
    expect(error).toBe(broken);
  });

  it('teaches nothing when the source cannot be read', async () => {
    const { order, lessons } = await run([done]);
    expect(lessons).toEqual([]);
    expect(order).toEqual(['done']);
  });

  describe('when the page that keeps a block', async () => {
    const { lessons } = await run([...shop.map(read), done]);
    const learned = { blocks: blocksOf(lessons) };
    const rest = shop.filter((document) => document.url !== url('/shipping'));

    it('says it no more, tells it before the page passes, and drops it no longer', async () => {
      const shipping = shop.filter((document) => document.url === url('/shipping'));
      const changed = shipping.map((document) => without(document, BOXES.delivery));
      const { order, documents } = await run([...[...changed, ...rest].map(read), done], learned);
      expect(order.slice(0, 2)).toEqual(['lost', url('/shipping')]);
      expect(order.filter((entry) => entry === 'lost')).toHaveLength(1);
      expect(saying(documents, BOXES.delivery)).toHaveLength(24);
      expect(saying(documents, BOXES.newsletter)).toEqual([url('/')]);
    });

    it('is gone, tells it', async () => {
      const gone: SourceEvent = { type: 'gone', url: url('/shipping'), status: 404 };
      const { order } = await run([gone, ...rest.map(read), done], learned);
      expect(order.slice(0, 2)).toEqual(['lost', 'gone']);
    });

    it('was not met by a complete run, tells it before the end', async () => {
      const { order } = await run([...rest.map(read), done], learned);
      expect(order.slice(-2)).toEqual(['lost', 'done']);
    });

    it('is unchanged, failed, was read by an interrupted run or may not have been met, says nothing', async () => {
      const events: SourceEvent[][] = [
        [{ type: 'unchanged', url: url('/shipping') }, done],
        [{ type: 'problem', url: url('/shipping'), stage: 'fetch', reason: '503' }, done],
        [{ type: 'done', complete: false, reason: null }],
      ];
      for (const last of events)
        expect((await run([...rest.map(read), ...last], learned)).order).not.toContain('lost');
      const resumed = await run([...rest.map(read), done], learned, new Set([url('/shipping')]));
      expect(resumed.order).not.toContain('lost');
    });
  });
});
