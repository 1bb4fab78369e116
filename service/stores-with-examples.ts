import { listQuestionHeadings } from '../sql/list-headings.ts';
import type { Queryable } from '../sql/queryable.ts';
import { listStores } from '../sql/stores.ts';
import type { Store } from './schemas/store.ts';

/** Questions that an empty chat offers. */
const MOST_EXAMPLES = 4;

/** As `aisle.yaml` has them: in the first of the store's locales, or for each. */
export type ConfiguredExamples = readonly string[] | Readonly<Record<string, readonly string[]>>;

/**
 * Every store with questions to begin with, for each of its languages: those that it has configured, else those that its own pages in
 * that language answer under a heading.
 * @param configured by the store's id
 */
export async function storesWithExamples(
  db: Queryable,
  configured: ReadonlyMap<string, ConfiguredExamples>,
): Promise<Store[]> {
  const stores = await listStores(db);
  return Promise.all(
    stores.map(async ({ storeId, name, locales }) => {
      const own = byLanguage(configured.get(storeId) ?? {}, locales[0] ?? 'en');
      const entries = await Promise.all(
        (locales.length > 0 ? locales : ['en']).map(async (locale): Promise<[string, string[]]> => {
          const chosen = own.get(language(locale));
          own.delete(language(locale));
          return [locale, chosen ?? (await listQuestionHeadings(db, storeId, locale, MOST_EXAMPLES))];
        }),
      );
      // What is left is in languages that no page is in; questions may be asked in them all the same.
      const examplesByLocale = Object.fromEntries([...entries, ...own]);
      return { id: storeId, name, locales, examples: entries[0]?.[1] ?? [], examplesByLocale };
    }),
  );
}

function byLanguage(examples: ConfiguredExamples, first: string): Map<string, string[]> {
  const lists: Readonly<Record<string, readonly string[]>> = isList(examples)
    ? { [first]: examples }
    : examples;
  return new Map(Object.entries(lists).map(([locale, list]) => [language(locale), [...list]]));
}

function isList(examples: ConfiguredExamples): examples is readonly string[] {
  return Array.isArray(examples);
}

function language(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
