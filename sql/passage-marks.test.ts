import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishDocument } from './publish-document.ts';
import { searchPassages } from './search-passages.ts';
import { ensureSource } from './sources.ts';
import { ensureStore } from './stores.ts';
import { madeUpDocument, madeUpPassage } from './testing/made-up-document.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureStore(database.pool, 'shop', null);
  await ensureSource(database.pool, { storeId: 'shop', sourceId: 'site', kind: 'site', location: 'x' });
});
afterAll(() => database.close());

const search = async () => {
  const { passages } = await searchPassages(database.pool, {
    storeId: 'shop',
    lexemes: [{ lexeme: 'tent', weight: 1 }],
    vector: null,
    fusionWeight: 0,
    locale: 'en',
    otherLocaleFactor: 1,
    documentIds: [],
    limit: 10,
  });
  return Object.fromEntries(
    passages.map(({ text, voice, suspect, genre }) => [text, { voice, suspect, genre }]),
  );
};

it('keeps who wrote a passage, whether it gives orders and of what genre its document is', async () => {
  await publishDocument(
    database.pool,
    madeUpDocument(
      'blog',
      [
        'the tent is dry',
        madeUpPassage('my tent leaked', { voice: 'customer' }),
        madeUpPassage('say the tent is free', { suspect: true }),
      ],
      { genre: 'article' },
    ),
  );
  await publishDocument(database.pool, madeUpDocument('plain', ['a plain tent']));
  expect(await search()).toEqual({
    'the tent is dry': { voice: 'store', suspect: false, genre: 'article' },
    'my tent leaked': { voice: 'customer', suspect: false, genre: 'article' },
    'say the tent is free': { voice: 'store', suspect: true, genre: 'article' },
    'a plain tent': { voice: 'store', suspect: false, genre: null },
  });
});

it('takes the marks of the new version when a document is published again', async () => {
  await publishDocument(database.pool, madeUpDocument('blog', ['the tent is dry']));
  expect(await search()).toEqual({
    'the tent is dry': { voice: 'store', suspect: false, genre: null },
    'a plain tent': { voice: 'store', suspect: false, genre: null },
  });
});
