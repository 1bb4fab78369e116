import { attribute, cleanLine, rawTextOf } from './dom.ts';
import type { PageElements } from './page-elements.ts';

/** An object of JSON-LD; what its values are must be asked. */
export type LdNode = Record<string, unknown>;

/** More than any page that people made; a bound on hostile ones. */
const MAX_NODES = 5_000;
const MAX_DEPTH = 40;

/**
 * Every JSON-LD object of a page, also those within others (`@graph`, arrays, `mainEntity`), outermost first. What is
 * no JSON even after common slips are mended (comments, trailing commas, raw newlines) is left out.
 */
export function readJsonLd(elements: PageElements): LdNode[] {
  const nodes: LdNode[] = [];
  for (const script of elements.named('script')) {
    if (!/ld\+json/i.test(attribute(script, 'type'))) continue;
    const value = parseTolerantly(rawTextOf(script));
    if (value !== undefined) collectNodes(value, nodes);
  }
  return nodes;
}

function parseTolerantly(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\]\]>|\]\]>)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  // Raw control characters within strings and commas before a closing bracket are the slips that templates make.
  for (const candidate of [
    text,
    withoutRawControls(text),
    withoutRawControls(text).replace(/,\s*([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(candidate);
    } catch {}
  }
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this mends
const withoutRawControls = (text: string) => text.replace(/[\u0000-\u001F]+/g, ' ');

/**
 * Adds the objects of a value, outermost first, to `nodes`, up to 5,000 in all. What lies deeper than 40 levels is cut off,
 * so that recursion over what is left is safe.
 */
export function collectNodes(value: unknown, nodes: LdNode[]): void {
  let level: object[] = typeof value === 'object' && value !== null ? [value] : [];
  const seen = new Set<object>();
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: object[] = [];
    for (const item of level) {
      if (seen.has(item)) continue;
      seen.add(item);
      if (isNode(item) && nodes.length < MAX_NODES) nodes.push(item);
      for (const [key, inner] of Object.entries(item)) {
        if (typeof inner !== 'object' || inner === null) continue;
        if (depth < MAX_DEPTH) next.push(inner);
        else Reflect.deleteProperty(item, key);
      }
    }
    level = next;
  }
}

export function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a node has one of the types, given without `schema.org/`. */
export function hasType(node: LdNode, ...types: string[]): boolean {
  return asList(node['@type']).some((type) => typeof type === 'string' && types.includes(schemaName(type)));
}

/** A type or property of schema.org without its address or prefix: `https://schema.org/Product` is `Product`. */
export function schemaName(name: string): string {
  return name
    .slice(0, 200)
    .replace(/^(?:(?:https?:)?\/\/(?:www\.)?schema\.org\/+|schema:)/i, '')
    .replace(/\/+$/, '');
}

/** Adds a value to a property, which then has one or several. */
export function addValue(node: LdNode, name: string, value: unknown): void {
  if (name === '' || name === '__proto__' || name.startsWith('@')) return;
  const known = Object.hasOwn(node, name) ? node[name] : undefined;
  if (Array.isArray(known)) known.push(value);
  else node[name] = known === undefined ? value : [known, value];
}

/** A value that may stand alone or in an array. */
export function asList(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** The nodes among one or several values. */
export function asNodes(value: unknown): LdNode[] {
  return asList(value).filter((item) => isNode(item));
}

/** The first value as a clean line: a string or number, or the name of a node (`{ "@type": "Brand", "name": … }`). */
export function asText(value: unknown): string {
  const [first] = asList(value);
  if (typeof first === 'string') return plainText(first);
  if (typeof first === 'number') return String(first);
  return isNode(first) ? asText(first.name ?? first['@value'] ?? first['@id'] ?? '') : '';
}

/** Structured data often carries markup and entities in its strings. */
function plainText(text: string): string {
  if (!/[<&]/.test(text)) return cleanLine(text);
  return cleanLine(
    text
      .replace(/<[^<>]{0,2000}>/g, ' ')
      .replace(/&nbsp;/gi, ' ')
      .replace(/&lt;/gi, '<')
      .replace(/&gt;/gi, '>')
      .replace(/&quot;/gi, '"')
      .replace(/&(?:#0?39|apos);/gi, "'")
      .replace(/&amp;/gi, '&'),
  );
}

export function asNumber(value: unknown): number | null {
  const [first] = asList(value);
  const number = typeof first === 'string' ? Number(first.replace(',', '.').trim() || Number.NaN) : first;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
