import { isColor, isSize } from './color-and-size-words.ts';

/** Names under which a shop gives one text for all that sets a variant apart. */
const JOINED = /^(?:options?|variant|variant (?:title|name)|variation|opcion(?:es)?|opción|variante)$/;
/** Options of which a shop has lost the names. */
const UNNAMED = /^(?:option|opcion|opción) ?\d$/;

const SEPARATORS = [/\s+\/\s+/, /\s*\|\s*/, /\s+[-–—]\s+/, /\s*[,;]\s*/, /\s*\/\s*/];

/**
 * Tells a product's variants' colors from their sizes where its source does not: `option: Red / S` becomes
 * `color: Red, size: S`. What a part is, is told by the product's other data, which may list its values, else by the
 * words that people use for sizes and colors. Where neither tells, the text stays as it is. Pure.
 * @param variants attributes of all variants of one product
 * @param known what else is known of the product: `{ color: ['Red', 'Blue'] }`
 * @returns the attributes of each variant, in order
 */
export function splitOptions(
  variants: readonly Record<string, string>[],
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, string>[] {
  const names = [...new Set(variants.flatMap((attributes) => Object.keys(attributes)))];
  const open = names.filter((name) => JOINED.test(name) || UNNAMED.test(name));
  return open.reduce((list, name) => splitOne(list, name, known), [...variants]);
}

function splitOne(
  variants: Record<string, string>[],
  name: string,
  known: Readonly<Record<string, readonly string[]>>,
): Record<string, string>[] {
  const texts = variants.map((attributes) => attributes[name]);
  const taken = new Set(variants.flatMap((attributes) => Object.keys(attributes)));
  const { columns, meanings } = readColumns(texts, JOINED.test(name), known);
  const found = meanings.map((meaning) => (meaning === null || taken.has(meaning) ? null : meaning));
  // Two parts without a name could not be told apart, and what was one text is best left so.
  if (found.every((meaning) => meaning === null) || found.filter((meaning) => meaning === null).length > 1)
    return variants;
  return variants.map((attributes, at) => {
    const { [name]: text, ...others } = attributes;
    if (text === undefined) return attributes;
    const parts = columns.map((column, index) => [found[index] ?? name, column[at] ?? ''] as const);
    return { ...others, ...Object.fromEntries(parts.filter(([, part]) => part !== '')) };
  });
}

/** Two columns of one meaning are one text after all: `Black / White` is a color. */
function readColumns(
  texts: (string | undefined)[],
  joined: boolean,
  known: Readonly<Record<string, readonly string[]>>,
): { columns: (string | undefined)[][]; meanings: (string | null)[] } {
  const columns = joined ? partsOf(texts) : [texts];
  const meanings = columns.map((column) => nameColumn(column, known));
  const told = meanings.filter((meaning) => meaning !== null);
  return new Set(told).size < told.length ? readColumns(texts, false, known) : { columns, meanings };
}

/** The texts in columns, by the first separator that cuts all of them into equally many parts. */
function partsOf(texts: readonly (string | undefined)[]): (string | undefined)[][] {
  for (const separator of SEPARATORS) {
    const rows = texts.map((text) => text?.split(separator));
    const widths = new Set(rows.flatMap((row) => row?.length ?? []));
    const [width = 1] = widths;
    if (widths.size === 1 && width > 1)
      return Array.from({ length: width }, (_, at) => rows.map((row) => row?.[at]?.trim()));
  }
  return [[...texts]];
}

/** What the values of a column are: an attribute that lists them all, else sizes, else colors. */
function nameColumn(
  column: readonly (string | undefined)[],
  known: Readonly<Record<string, readonly string[]>>,
): string | null {
  const values = [...new Set(column.filter((value) => value !== undefined && value !== ''))] as string[];
  if (values.length === 0) return null;
  for (const [name, list] of Object.entries(known)) {
    const listed = new Set(list.map((value) => value.toLowerCase()));
    if (!JOINED.test(name) && values.every((value) => listed.has(value.toLowerCase()))) return name;
  }
  if (values.every(isSize)) return 'size';
  // "Midnight" beside "Forest green" and "Red" is a color too.
  const colors = values.filter(isColor).length;
  const mixed = values.some((value) => value.split(/\s*[/|,;]\s*|\s+[-–—]\s+/).some(isSize));
  return colors > 0 && colors * 2 >= values.length && !mixed ? 'color' : null;
}
