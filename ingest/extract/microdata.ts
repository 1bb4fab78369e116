import { crossedOutPrice } from './crossed-out-price.ts';
import { attribute, childElements, type DomElement, type DomParent } from './dom.ts';
import { addValue, hasType, type LdNode, schemaName } from './json-ld.ts';
import { addListPrice, type Budget, isStruck, isUnread, makeBudget, markupValue } from './markup-values.ts';
import { PRODUCT_TYPES } from './page-product.ts';

/** Items within items; no vocabulary comes near it. */
const MAX_DEPTH = 20;

/** An item that is no property of another, by its element. */
interface Root {
  element: DomElement;
  /** The product's element that it stands in without being its property. */
  within: DomElement | null;
}

/** What one walk over a page tells of its items. */
interface Survey {
  elements: number;
  /** The first element of each `id` that an `itemref` names. */
  byId: Map<string, DomElement>;
  scopes: DomElement[];
}

/**
 * The items of a page's microdata as the objects that JSON-LD would write, by the WHATWG HTML standard, section 5, with
 * what shops write beside it: `content` on any element, the text of links that are marked as names, items that are said to
 * be a property of nothing. A product within another's element that is none of its properties becomes its `isRelatedTo`.
 * Time is linear in the page's size, whatever `itemref` says.
 * @returns the outermost items
 */
export function readMicrodata(root: DomParent): LdNode[] {
  const { elements, byId, scopes } = survey(root);
  if (scopes.length === 0) return [];
  const budget = makeBudget(elements);
  const roots = findRoots(root, new Set(byId.values()));
  const built = new Map<DomElement, LdNode>();
  for (const { element } of roots) readItem(element, { byId, budget, built }, []);
  return roots.flatMap(({ element, within }) => {
    const node = built.get(element);
    const owner = within ? built.get(within) : undefined;
    if (!node || !owner || owner === node || !isProduct(node)) return node ? [node] : [];
    addValue(owner, 'isRelatedTo', node);
    return [];
  });
}

function survey(root: DomParent): Survey {
  const referenced = new Set<string>();
  const ids: [string, DomElement][] = [];
  const scopes: DomElement[] = [];
  let elements = 0;
  const pending = childElements(root).toReversed();
  for (let element = pending.pop(); element; element = pending.pop()) {
    elements += 1;
    if ('itemscope' in element.attribs) scopes.push(element);
    for (const id of tokens(element, 'itemref')) referenced.add(id);
    if (element.attribs.id) ids.push([element.attribs.id, element]);
    for (const child of childElements(element).toReversed()) pending.push(child);
  }
  const byId = new Map<string, DomElement>();
  for (const [id, element] of ids) if (referenced.has(id) && !byId.has(id)) byId.set(id, element);
  return { elements, byId, scopes };
}

function findRoots(root: DomParent, referenced: ReadonlySet<DomElement>): Root[] {
  const roots: Root[] = [];
  const pending = childElements(root)
    .toReversed()
    .map((element) => ({ element, owned: false, product: null as DomElement | null }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element } = next;
    if (isUnread(element)) continue;
    let { product } = next;
    let owned = next.owned || referenced.has(element);
    if (isScope(element)) {
      if (tokens(element, 'itemprop').length === 0 || !owned) roots.push({ element, within: product });
      owned = true;
      if (isProduct({ '@type': typesOf(element) })) product = element;
    }
    for (const child of childElements(element).toReversed()) pending.push({ element: child, owned, product });
  }
  return roots;
}

interface Reading {
  byId: ReadonlyMap<string, DomElement>;
  budget: Budget;
  built: Map<DomElement, LdNode>;
}

/** @param path the items that it is within, which it cannot hold */
function readItem(scope: DomElement, reading: Reading, path: readonly DomElement[]): LdNode {
  const { byId, budget, built } = reading;
  const node: LdNode = {};
  const types = typesOf(scope);
  if (types.length > 0) node['@type'] = types.length === 1 ? types[0] : types;
  const id = attribute(scope, 'itemid').trim();
  if (id !== '') node['@id'] = id;
  built.set(scope, node);

  const referenced = tokens(scope, 'itemref').flatMap((name) => byId.get(name) ?? []);
  const seen = new Set<DomElement>();
  const pending = [...childElements(scope), ...referenced]
    .toReversed()
    .map((element) => ({ element, crossed: isStruck(element) }));
  let found = false;
  for (let next = pending.pop(); next && budget.left > 0; next = pending.pop()) {
    const { element, crossed } = next;
    budget.left -= 1;
    if (isUnread(element) || (referenced.length > 0 && seen.has(element))) continue;
    if (referenced.length > 0) seen.add(element);
    const names = tokens(element, 'itemprop').map(schemaName);
    if (isScope(element)) {
      if (names.length === 0 || element === scope || path.includes(element) || path.length >= MAX_DEPTH)
        continue;
      const item = readItem(element, reading, [...path, scope]);
      for (const name of names) addValue(node, name, item);
      found = true;
      continue;
    }
    for (const name of names) found = addText(node, name, element, { crossed, budget }) || found;
    for (const child of childElements(element).toReversed())
      pending.push({ element: child, crossed: crossed || isStruck(child) });
  }
  if (hasType(node, 'Offer') && !('priceSpecification' in node))
    addListPrice(node, crossedOutPrice(scope, budget));
  // `<span itemprop="brand" itemscope itemtype="…/Brand">Northline</span>` has a name in all but markup.
  if (!found && path.length > 0) addText(node, 'name', scope, { crossed: false, budget });
  return node;
}

function addText(
  node: LdNode,
  name: string,
  element: DomElement,
  { crossed, budget }: { crossed: boolean; budget: Budget },
): boolean {
  const value = markupValue(element, name, budget);
  if (value === '') return false;
  if (name === 'price' && crossed) addListPrice(node, value);
  else addValue(node, name, value);
  return true;
}

/** An element without content can be no item; shops write `<link itemprop="availability" itemscope href="…">`. */
const isScope = (element: DomElement) =>
  'itemscope' in element.attribs && element.name !== 'link' && element.name !== 'meta';

const typesOf = (element: DomElement) => tokens(element, 'itemtype').map(schemaName);

const isProduct = (node: LdNode) => hasType(node, ...PRODUCT_TYPES);

function tokens(element: DomElement, name: string): string[] {
  const text = element.attribs[name];
  return text === undefined ? [] : [...new Set(text.split(/\s+/).filter(Boolean))].slice(0, 50);
}
