import { CatalogError } from './catalog-error.ts';
import { nextXmlToken, type XmlToken } from './xml-tokens.ts';

/** Elements that hold one product: RSS 2.0, Atom, and the names that shops' own exports use. */
const ITEM_NAMES = ['item', 'entry', 'product', 'producto', 'offer'];
const ITEM_WORDS = ITEM_NAMES.map((name) => `<${name}>`).join(', ');
const MAX_ITEM_CHARACTERS = 2_000_000;

/**
 * Cuts an XML feed into the texts of its product elements, without holding more than one of them. The first
 * element with a product's name settles the name for the feed. An element whose inner tags do not match still ends
 * at its own closing tag, so that one broken product costs only itself.
 * @throws CatalogError on a DOCTYPE (a feed needs none, and entities defined in one can expand without bound), when
 *   there is no product element, one is too long, or the feed breaks off.
 */
export async function* splitXmlItems(
  text: AsyncIterable<string>,
): AsyncIterable<{ line: number; text: string }> {
  const open: string[] = [];
  let buffer = '';
  let at = 0;
  let line = 1;
  let name: string | null = null;
  let item: { start: number; depth: number } | null = null;

  /** Forgets the buffer's beginning. */
  const drop = (length: number): void => {
    line += countLines(buffer.slice(0, length));
    buffer = buffer.slice(length);
    at -= length;
  };
  const closeTo = (token: XmlToken): void => {
    const depth = open.lastIndexOf(token.name);
    if (depth !== -1) open.length = depth;
  };

  for await (const chunk of text) {
    buffer += chunk;
    for (let token = nextXmlToken(buffer, at); token !== null; token = nextXmlToken(buffer, at)) {
      at = token.end;
      if (token.kind === 'doctype')
        throw new CatalogError(
          `line ${line + countLines(buffer.slice(0, token.start))}: expected a product feed, found a DOCTYPE, which is ` +
            'refused because its entities could expand without bound. Export the feed without it.',
        );
      if (token.kind === 'open') {
        if (item === null && (name === null ? ITEM_NAMES.includes(token.name) : token.name === name)) {
          name = token.name;
          item = { start: token.start, depth: open.length };
        }
        open.push(token.name);
      } else if (token.kind === 'close') {
        closeTo(token);
        if (item !== null && open.length <= item.depth) {
          drop(item.start);
          yield { line, text: buffer.slice(0, at) };
          item = null;
          drop(at);
        }
      }
    }
    if (
      buffer.length - at > MAX_ITEM_CHARACTERS ||
      (item !== null && buffer.length - item.start > MAX_ITEM_CHARACTERS)
    )
      throw new CatalogError(
        `line ${line}: expected product elements of at most ${MAX_ITEM_CHARACTERS} characters, found a longer one, ` +
          'or one that is never closed. Correct it, or export the feed again.',
      );
    if (item === null) {
      drop(at);
      at = 0;
    } else {
      const { start } = item;
      drop(start);
      item.start = 0;
    }
  }
  if (name === null)
    throw new CatalogError(
      `expected a product feed with ${ITEM_WORDS} elements, found ${open.length === 0 ? 'none' : 'an XML text that breaks off before the first'}. ` +
        'Export it in the Google Merchant format (RSS 2.0 or Atom).',
    );
  if (open.length > 0)
    throw new CatalogError(
      `line ${line + countLines(buffer)}: expected </${open.at(-1)}>, found the end of the feed. Export or upload it again.`,
    );
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
