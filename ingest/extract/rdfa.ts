import { attribute, childElements, type DomElement, type DomParent } from './dom.ts';
import { addValue, type LdNode, schemaName } from './json-ld.ts';
import { addListPrice, isStruck, isUnread, makeBudget, markupValue } from './markup-values.ts';

/** Objects within objects; no vocabulary comes near it. */
const MAX_DEPTH = 20;
const SCHEMA = /^(?:https?:)?\/\/(?:www\.)?schema\.org\/*/i;

/** What an element inherits (RDFa Core 1.1, 7.5: the evaluation context). */
interface Context {
  subject: { node: LdNode; depth: number } | null;
  vocab: string;
  prefixes: ReadonlyMap<string, string>;
  crossed: boolean;
}

/**
 * The objects of schema.org that a page states in RDFa Lite 1.1 (`vocab`, `prefix`, `typeof`, `property`, `resource`), with
 * RDFa Core's `about`, `content` and `datetime`, as JSON-LD would write them. Other vocabularies are left out. Linear.
 * @returns the outermost objects
 */
export function readRdfa(root: DomParent): LdNode[] {
  const elements = listElements(root);
  if (!elements.some((element) => 'typeof' in element.attribs)) return [];
  const budget = makeBudget(elements.length);
  const roots: LdNode[] = [];
  const byResource = new Map<string, LdNode>();

  /** The object of an address, which several elements may speak of. */
  const nodeOf = (resource: string): LdNode => {
    const known = resource === '' ? undefined : byResource.get(resource);
    if (known) return known;
    const node: LdNode = resource === '' ? {} : { '@id': resource };
    if (resource !== '') byResource.set(resource, node);
    roots.push(node);
    return node;
  };

  /** What an element states. @returns what its children speak of */
  const read = (element: DomElement, context: Context): Context['subject'] => {
    const { subject } = context;
    const names = tokens(element, 'property').flatMap((name) => expand(name, context) ?? []);
    const resource = (attribute(element, 'resource') || attribute(element, 'about')).trim();
    if ('typeof' in element.attribs) {
      const types = tokens(element, 'typeof').flatMap((type) => expand(type, context) ?? []);
      if (names.length > 0 && subject) {
        if (subject.depth >= MAX_DEPTH) return null;
        // Always a new object, so that none can come to hold itself.
        const node: LdNode = resource === '' ? {} : { '@id': resource };
        if (resource !== '' && !byResource.has(resource)) byResource.set(resource, node);
        if (types.length > 0) node['@type'] = types;
        for (const name of names) addValue(subject.node, name, node);
        return { node, depth: subject.depth + 1 };
      }
      const node = nodeOf(resource);
      if (types.length > 0) node['@type'] = types;
      return { node, depth: 0 };
    }
    if (names.length === 0) return resource === '' ? subject : { node: nodeOf(resource), depth: 0 };
    if (!subject) return null;
    for (const name of names) {
      const value = markupValue(element, name, budget);
      if (value === '') continue;
      if (name === 'price' && context.crossed) addListPrice(subject.node, value);
      else addValue(subject.node, name, value);
    }
    return subject;
  };

  const start: Context = { subject: null, vocab: '', prefixes: new Map(), crossed: false };
  const pending = childElements(root)
    .toReversed()
    .map((element) => ({ element, inherited: start }));
  for (let next = pending.pop(); next && budget.left > 0; next = pending.pop()) {
    const { element, inherited } = next;
    budget.left -= 1;
    if (isUnread(element)) continue;
    const context: Context = {
      ...inherited,
      vocab: element.attribs.vocab ?? inherited.vocab,
      prefixes: withPrefixes(inherited.prefixes, attribute(element, 'prefix')),
      crossed: inherited.crossed || isStruck(element),
    };
    const inner = { ...context, subject: read(element, context) };
    for (const child of childElements(element).toReversed())
      pending.push({ element: child, inherited: inner });
  }
  return roots.filter((node) => '@type' in node);
}

function listElements(root: DomParent): DomElement[] {
  const elements: DomElement[] = [];
  const pending = childElements(root);
  for (let element = pending.pop(); element; element = pending.pop()) {
    elements.push(element);
    for (const child of childElements(element)) pending.push(child);
  }
  return elements;
}

/** A term, CURIE or address as schema.org's name; null for another vocabulary's. */
function expand(name: string, { vocab, prefixes }: Context): string | null {
  if (SCHEMA.test(name)) return schemaName(name);
  const colon = name.indexOf(':');
  if (colon < 0) return SCHEMA.test(vocab) ? name : null;
  const prefix = name.slice(0, colon).toLowerCase();
  // `schema` is in RDFa's initial context.
  const address = prefixes.get(prefix) ?? (prefix === 'schema' ? 'https://schema.org/' : '');
  return SCHEMA.test(address) ? name.slice(colon + 1) : null;
}

/** `prefix="schema: https://schema.org/ og: http://ogp.me/ns#"` */
function withPrefixes(known: Context['prefixes'], text: string): Context['prefixes'] {
  if (text === '') return known;
  const own = [...text.slice(0, 2_000).matchAll(/([^\s:]+):\s+(\S+)/g)];
  // Of others than schema.org it matters only that they redefine a name.
  return new Map([
    ...[...known].slice(0, 20),
    ...own.map(([, name = '', to = '']) => [name.toLowerCase(), to] as const),
  ]);
}

function tokens(element: DomElement, name: string): string[] {
  const text = element.attribs[name];
  return text === undefined ? [] : [...new Set(text.split(/\s+/).filter(Boolean))].slice(0, 50);
}
