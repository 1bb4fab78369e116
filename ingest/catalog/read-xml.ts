import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { RecordOrProblem } from './catalog-record.ts';
import { splitXmlItems } from './split-xml.ts';

const parser = () =>
  new XMLParser({
    ignoreAttributes: (name) => name !== 'href',
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    processEntities: false,
    parseTagValue: false,
    tagValueProcessor: (_name, value) => decodeEntities(value),
    cdataPropName: '#cdata',
  });

/**
 * Reads a Google Merchant feed (RSS 2.0 `<item>` or Atom `<entry>`, with or without the `g:` prefix), or another
 * XML export with one element a product. Only XML's own entities and character references are resolved.
 */
export async function* readXml(text: AsyncIterable<string>): AsyncIterable<RecordOrProblem> {
  const xml = parser();
  for await (const item of splitXmlItems(text)) {
    // Alone, the element lacks the feed's namespace declarations, which the validator does not ask for.
    const valid = XMLValidator.validate(item.text);
    if (valid !== true) {
      yield {
        line: item.line + valid.err.line - 1,
        kind: 'unreadable',
        sku: null,
        reason: `expected well-formed XML, found: ${valid.err.msg}`,
      };
      continue;
    }
    const parsed = Object.values(xml.parse(item.text) as Record<string, unknown>)[0];
    const values = new Map<string, string[]>();
    if (parsed !== null && typeof parsed === 'object')
      for (const [name, value] of Object.entries(parsed)) addElement(values, name, value);
    yield { line: item.line, values };
  }
}

function addElement(values: Map<string, string[]>, name: string, value: unknown): void {
  if (name.startsWith('#') || name.startsWith('@')) return;
  if (Array.isArray(value)) {
    for (const entry of value) addElement(values, name, entry);
    return;
  }
  if (name === 'product_detail' || name === 'shipping') {
    addDetail(values, name, value);
    return;
  }
  const text = elementText(value);
  if (text !== '') values.set(name, [...(values.get(name) ?? []), text]);
}

/** Google's `product_detail` names an attribute and its value; `shipping` is the account's, not the product's. */
function addDetail(values: Map<string, string[]>, name: string, value: unknown): void {
  if (name !== 'product_detail' || value === null || typeof value !== 'object') return;
  const detail = value as Record<string, unknown>;
  const attribute = elementText(detail.attribute_name);
  if (attribute !== '') addElement(values, attribute, detail.attribute_value);
}

/** An element's own text, CDATA sections included; an Atom link's `href`. */
function elementText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(elementText).join(' ').trim();
  if (typeof value !== 'object') return String(value).trim();
  const element = value as Record<string, unknown>;
  const own = [element['#text'], element['#cdata']].map(elementText).filter(Boolean).join(' ');
  return own !== '' ? own : elementText(element['@href']);
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** XML 1.0, sections 4.1 and 4.6; any other reference is left as it is written. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
