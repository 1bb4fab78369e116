import { CatalogError } from './catalog-error.ts';

/** Keys under which exports put their products. */
const LIST_KEYS = new Set([
  'products',
  'items',
  'data',
  'results',
  'entries',
  'productos',
  'catalog',
  'value',
]);
const MAX_ITEM_CHARACTERS = 8_000_000;
/** Longer strings are no key that is looked for. */
const MAX_KEY = 64;

/**
 * Cuts a JSON document that is an array, or an object with the array under a key such as `products`, into the texts
 * of the array's elements, without holding more than one of them.
 * @throws CatalogError when there is no such array, an element is too long, or the document breaks off.
 */
export async function* splitJsonItems(
  text: AsyncIterable<string>,
): AsyncIterable<{ line: number; text: string }> {
  const closers: string[] = [];
  let key = '';
  let string: string | null = null;
  let escaped = false;
  let line = 1;
  let listDepth = 0;
  let seen = false;
  let item = '';
  let itemLine = 0;
  let ended = false;

  for await (const chunk of text) {
    let from = 0;
    for (let i = 0; i < chunk.length; i += 1) {
      const c = chunk[i] as string;
      if (c === '\n') line += 1;
      if (string !== null) {
        if (escaped) escaped = false;
        else if (c === '\\') escaped = true;
        else if (c === '"') {
          if (listDepth === 0) key = string;
          string = null;
          continue;
        }
        if (listDepth === 0 && string.length < MAX_KEY) string += c;
        continue;
      }
      if (c === '"') string = '';
      const inList = listDepth > 0 && closers.length >= listDepth;
      const between = inList && closers.length === listDepth && (c === ',' || c === ']');
      if (between) {
        item += chunk.slice(from, i);
        if (item.trim() !== '') yield { line: itemLine, text: item };
        item = '';
        itemLine = 0;
        from = i + 1;
      } else if (inList && itemLine === 0 && c.trim() !== '') itemLine = line;
      if (c === '{' || c === '[') {
        const opensList =
          c === '[' &&
          !seen &&
          (closers.length === 0 ||
            (closers.length === 1 && closers[0] === '}' && LIST_KEYS.has(key.toLowerCase())));
        closers.push(c === '{' ? '}' : ']');
        if (opensList) {
          listDepth = closers.length;
          seen = true;
          from = i + 1;
        }
      } else if (c === '}' || c === ']') {
        if (closers.pop() !== c)
          throw new CatalogError(
            `line ${line}: expected JSON, found "${c}" where nothing was opened by it. Export the catalog again.`,
          );
        if (closers.length < listDepth) listDepth = 0;
        ended = closers.length === 0;
      }
    }
    if (listDepth > 0) item += chunk.slice(from);
    if (item.length > MAX_ITEM_CHARACTERS)
      throw new CatalogError(
        `line ${itemLine}: expected products of at most ${MAX_ITEM_CHARACTERS} characters, found a longer one. Leave embedded images out of the export.`,
      );
  }
  if (!ended)
    throw new CatalogError(
      `line ${line}: expected a whole JSON document, found one that breaks off. Export or upload it again.`,
    );
  if (!seen)
    throw new CatalogError(
      'expected a JSON array of products, or an object with one under "products", found neither. Export the catalog as a list.',
    );
}
