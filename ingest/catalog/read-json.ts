import { CatalogError } from './catalog-error.ts';
import type { RecordOrProblem } from './catalog-record.ts';
import { flattenProduct } from './flatten-product.ts';
import { splitJsonItems } from './split-json.ts';

const MAX_LINE_CHARACTERS = 8_000_000;

/**
 * Reads a JSON catalog: an array of products, `{ "products": […] }`, or Shopify's `products.json`.
 * @param paths nested values that a mapping names, such as `offers.price`.
 */
export async function* readJson(
  text: AsyncIterable<string>,
  paths: readonly string[],
): AsyncIterable<RecordOrProblem> {
  for await (const item of splitJsonItems(text)) yield* parseItem(item, paths);
}

/** Reads a catalog with one JSON object a line. */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  paths: readonly string[],
): AsyncIterable<RecordOrProblem> {
  for await (const item of splitLines(text)) yield* parseItem(item, paths);
}

function* parseItem(
  item: { line: number; text: string },
  paths: readonly string[],
): Iterable<RecordOrProblem> {
  let value: unknown;
  try {
    value = JSON.parse(item.text);
  } catch (error) {
    yield {
      line: item.line,
      kind: 'unreadable',
      sku: null,
      reason: `expected a JSON object, found text that is not JSON (${(error as Error).message})`,
    };
    return;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    yield {
      line: item.line,
      kind: 'unreadable',
      sku: null,
      reason: `expected a JSON object with a product, found ${Array.isArray(value) ? 'an array' : JSON.stringify(value).slice(0, 40)}`,
    };
    return;
  }
  for (const values of flattenProduct(value as Record<string, unknown>, paths))
    yield { line: item.line, values };
}

async function* splitLines(text: AsyncIterable<string>): AsyncIterable<{ line: number; text: string }> {
  let rest = '';
  let line = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const entry of lines) {
      line += 1;
      if (entry.trim() !== '') yield { line, text: entry };
    }
    if (rest.length > MAX_LINE_CHARACTERS)
      throw new CatalogError(
        `line ${line + 1}: expected one JSON object a line, found a line of more than ${MAX_LINE_CHARACTERS} characters. ` +
          'If the whole file is one array, name it .json.',
      );
  }
  if (rest.trim() !== '') yield { line: line + 1, text: rest };
}
