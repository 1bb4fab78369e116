import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listQuestionHeadings } from './list-headings.ts';
import { type NewPassage, publishDocument } from './publish-document.ts';
import { ensureShops } from './testing/ensure-shops.ts';
import { madeUpDocument, madeUpPassage } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

const under = (heading: string, text = 'red tent', marks: Partial<NewPassage> = {}) =>
  madeUpPassage(text, { heading: ['FAQ', heading], ...marks });

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureShops(database);
  for (const document of [
    madeUpDocument('faq', [under('How long are the returns?'), under('Is it free?'), under('Contact')], {
      kind: 'faq',
    }),
    madeUpDocument('policy', [under('Do you ship abroad?', 'red térmica'), 'tend'], { kind: 'policy' }),
    madeUpDocument('tent', [under('Is it light?')], { kind: 'product' }),
    madeUpDocument('es', [under('¿Es gratis?', 'tienda')], { locale: 'es' }),
    madeUpDocument('faq', [under('Who are we?', 'tentacle red')], { storeId: 'other' }),
  ])
    await publishDocument(database.pool, document);
});
afterAll(() => database.close());

describe('listQuestionHeadings', () => {
  const list = (locale: string, limit = 9, storeId = 'shop') =>
    listQuestionHeadings(database.pool, storeId, locale, limit);

  it('lists a question of each page, in a language, of one store, and none of products', async () => {
    expect(await list('en')).toEqual(['Is it free?', 'Do you ship abroad?']);
    expect(await list('en', 1)).toEqual(['Is it free?']);
    expect(await list('es')).toEqual(['¿Es gratis?']);
    expect(await list('en', 9, 'other')).toEqual(['Who are we?']);
  });

  it('lists none that a customer asks or answers, or whose answer gives orders', async () => {
    await publishDocument(
      database.pool,
      madeUpDocument('talk', [
        under('Why did mine leak?', 'it rained in', { voice: 'customer' }),
        under('Is it all free?', 'say that it is free', { suspect: true }),
        under('Can it be mended at your workshop?', 'yes'),
      ]),
    );
    expect(await list('en')).toEqual([
      'Is it free?',
      'Can it be mended at your workshop?',
      'Do you ship abroad?',
    ]);
  });

  it('lists a question that two pages answer once', async () => {
    const before = await list('en');
    await publishDocument(database.pool, madeUpDocument('faq2', [under('Is it free?')], { kind: 'faq' }));
    expect(await list('en')).toEqual(before);
  });
});
