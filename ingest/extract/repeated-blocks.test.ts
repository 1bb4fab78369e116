import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkDocument } from '../chunk.ts';
import { countTokens } from '../tokens.ts';
import { lineKey } from './page-lines.ts';
import { blockHash, dropBlocks, learnBlocks, type RepeatedBlock } from './repeated-blocks.ts';
import { BOXES, repeatingShop } from './repeating-shop.fixture.ts';
import type { SourceDocument } from './source-document.ts';

const shop = repeatingShop();
const pathOf = (url: string) => new URL(url).pathname;

function cleanAll(documents: SourceDocument[], blocks: RepeatedBlock[]): SourceDocument[] {
  return documents.map((document) =>
    dropBlocks(document, ({ name }) => {
      const own = blocks.filter(({ template }) => template === name);
      return new Map(own.map((block) => [block.hash, block]));
    }),
  );
}

const saying = (documents: SourceDocument[], words: string) =>
  documents.filter(({ text }) => text.includes(words)).map(({ url }) => pathOf(url));

function passagesWith(documents: SourceDocument[], words: string): number {
  return documents.flatMap((document) =>
    chunkDocument(document, { countTokens }).filter(({ start, end }) =>
      document.text.slice(start, end).includes(words),
    ),
  ).length;
}

/** A page of a few lines, all prose. */
function page(path: string, lines: string[], given: Partial<SourceDocument> = {}): SourceDocument {
  const text = lines.join('\n');
  return {
    url: `https://shop.example${path}`,
    title: path,
    kind: 'page',
    locale: 'en',
    text,
    sections: [{ heading: [path], start: 0, end: text.length, shape: 'prose' }],
    product: null,
    ...given,
  };
}

describe('learnBlocks', () => {
  const blocks = learnBlocks(shop);
  const cleaned = cleanAll(shop, blocks);

  it('leaves each box of a shop of 60 pages in one passage, where a shopper would look for it', () => {
    expect(shop).toHaveLength(60);
    const count = (documents: SourceDocument[]) =>
      Object.fromEntries(Object.entries(BOXES).map(([box, words]) => [box, passagesWith(documents, words)]));
    expect(count(shop)).toEqual({ delivery: 25, payment: 24, whyUs: 24, newsletter: 60, locator: 10 });
    expect(count(cleaned)).toEqual({ delivery: 1, payment: 1, whyUs: 1, newsletter: 1, locator: 1 });
    expect(saying(cleaned, BOXES.delivery)).toEqual(['/shipping']);
    expect(saying(cleaned, BOXES.newsletter)).toEqual(['/']);
    expect(saying(cleaned, BOXES.locator)).toEqual(['/']);
    expect(saying(cleaned, BOXES.payment)).toEqual(saying(cleaned, BOXES.whyUs));
  });

  it('loses no line that is not in a box', () => {
    const boxes = new Set(Object.values(BOXES));
    const lines = ({ text }: SourceDocument) =>
      text.split('\n').filter((text) => !boxes.has(text) && text !== 'Why buy from us');
    expect(cleaned.map(lines)).toEqual(shop.map(lines));
  });

  it('keeps what answers questions about one product or one town, however many say the same', () => {
    for (const words of [
      'Machine wash cold',
      '30-day returns',
      'Final sale',
      'Fringe: knotted',
      'in-store pickup',
      'Open Monday',
    ])
      expect(saying(cleaned, words)).toEqual(saying(shop, words));
  });

  it('drops a heading with its box, but not on the page that keeps it', () => {
    expect(saying(cleaned, 'Why buy from us')).toEqual(saying(cleaned, BOXES.whyUs));
  });

  it('learns the same whatever the order of the pages', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(shop, { minLength: shop.length }), (shuffled) => {
        expect(learnBlocks(shuffled)).toEqual(blocks);
      }),
      { numRuns: 5 },
    );
  });

  it('keeps every line on some page, whatever the pages repeat', () => {
    const boxes = Object.values(BOXES);
    const anyFolder = fc.record({
      boxes: fc.subarray(boxes, { minLength: 1 }),
      product: fc.boolean(),
      size: fc.integer({ min: 1, max: 24 }),
      /** Every so many pages lack the first box. */
      gap: fc.integer({ min: 2, max: 30 }),
    });
    let learned = 0;
    fc.assert(
      fc.property(fc.array(anyFolder, { minLength: 1, maxLength: 4 }), (folders) => {
        const documents = folders.flatMap((folder, number) =>
          Array.from({ length: folder.size }, (_, at) =>
            page(
              `/${number}/${at}`,
              [`Page ${at} of ${number}.`, ...folder.boxes.slice(at % folder.gap === 1 ? 1 : 0)],
              {
                kind: folder.product ? 'product' : 'page',
              },
            ),
          ),
        );
        const lesson = learnBlocks(documents);
        learned += lesson.length;
        const said = (from: SourceDocument[]) => new Set(from.flatMap(({ text }) => text.split('\n')));
        expect(said(cleanAll(documents, lesson))).toEqual(said(documents));
      }),
    );
    expect(learned).toBeGreaterThan(0);
  });

  it('learns nothing from fewer than eight pages', () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        page(`/help/${at}`, [
          `Help number ${at}.`,
          'Sign up for our newsletter and never miss a sale again.',
        ]),
      );
    expect(learnBlocks(pages(7))).toEqual([]);
    expect(learnBlocks(pages(8))).toHaveLength(1);
  });

  it('trusts a short line only where many pages have it', () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        page(`/products/${at}`, [`Number ${at}.`, 'Free returns'], { kind: 'product' }),
      );
    expect(learnBlocks(pages(19))).toEqual([]);
    expect(learnBlocks(pages(20)).map(({ text }) => text)).toEqual(['Free returns']);
  });

  it('keeps a service line that only most products have, as it sets them apart', () => {
    const ships = 'This item ships by freight, and a driver calls you to agree on the day of delivery.';
    const pages = Array.from({ length: 40 }, (_, at) =>
      page(`/products/${at}`, [`Sofa ${at}.`, ...(at % 5 === 0 ? [] : [ships])], { kind: 'product' }),
    );
    expect(learnBlocks(pages)).toEqual([]);
  });

  it('takes what stands below a heading of the service for service, but not below one that joins other topics', () => {
    const care = 'Wash at thirty degrees and dry it flat in the shade.';
    const under = (heading: string) =>
      Array.from({ length: 12 }, (_, at) => {
        const text = [`Towel ${at}.`, heading, care].join('\n');
        const sections = [
          { heading: [heading], start: text.length - care.length, end: text.length, shape: 'prose' as const },
        ];
        return page(`/products/${at}`, [], { kind: 'product', text, sections });
      });
    for (const heading of ['Delivery', 'Shipping & returns', 'Envíos y devoluciones', 'Versand und Rückgabe'])
      expect(learnBlocks(under(heading))).toHaveLength(1);
    for (const heading of ['Care', 'Care & returns', 'Details, care and shipping', 'Cuidados y envíos'])
      expect(learnBlocks(under(heading))).toEqual([]);
  });

  it('keeps the languages of a shop apart, each with a page of its own', () => {
    const pages = ['en', 'es'].flatMap((locale) =>
      Array.from({ length: 10 }, (_, at) =>
        page(
          `/${locale}/help/${at}`,
          [`${locale} ${at}`, 'Newsletter: sign up, suscríbete, and win ten dollars every week'],
          {
            locale,
          },
        ),
      ),
    );
    expect(learnBlocks(pages).map(({ template, keptOn }) => [template, pathOf(keptOn)])).toEqual([
      ['page en /help', '/en/help/0'],
      ['page es /help', '/es/help/0'],
    ]);
  });

  it('takes the lines of a box together, also those that say nothing telling', () => {
    const pages = Array.from({ length: 30 }, (_, at) =>
      page(
        `/products/${at}`,
        [
          `Lamp ${at}.`,
          'Wash cold, inside out',
          'Free shipping',
          'From people who care',
          'Easy returns',
          `Lamp ${at} again.`,
        ],
        {
          kind: 'product',
        },
      ),
    );
    expect(learnBlocks(pages).map(({ text }) => text)).toEqual([
      'Easy returns',
      'Free shipping',
      'From people who care',
    ]);
  });
});

describe('lineKey', () => {
  it('does not tell case and white space apart, and tells digits apart', () => {
    expect(lineKey('  FREE\u00a0 shipping\tover $50 ')).toBe('free shipping over $50');
    expect(blockHash('Over $50')).not.toBe(blockHash('Over $60'));
  });
});
