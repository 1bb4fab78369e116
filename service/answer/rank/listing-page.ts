import type { Evidence } from '../answerer.ts';

/** First folders of the addresses at which shop software lists products, in English and Spanish. */
const FOLDERS = new Set(
  `collections collection category categories c catalog catalogue product-category shop products productos catalogo
  categoria categorias coleccion colecciones tienda`.split(/\s+/),
);
const LOCALES = /^(?:es|en)(?:-[a-z]{2})?$/i;

/**
 * Whether evidence is of a page that lists products, such as `/collections/jackets` or the home page: a few words of praise
 * under the name of a kind, where the kind's own pages tell. Pure.
 */
export function isListingPage({ kind, url }: Pick<Evidence, 'kind' | 'url'>): boolean {
  if (kind !== 'page') return false;
  const address = URL.parse(url);
  if (address === null || !/^https?:$/.test(address.protocol)) return false;
  const [first, ...more] = address.pathname
    .toLowerCase()
    .split('/')
    .filter((folder) => folder !== '' && !LOCALES.test(folder));
  return first === undefined || (FOLDERS.has(first) && more.length > 0);
}
