import { attribute, cleanLine, type DomElement, type DomNode, isBlock, isElement, textData } from './dom.ts';
import { superscript } from './inline-text.ts';
import { addValue, type LdNode } from './json-ld.ts';

/** More than any fact, and enough for a long answer of a FAQ. */
const LONGEST_VALUE = 20_000;
/** Reading costs a step for each node, and one for each so many characters. */
const CHARS_A_STEP = 100;

const unread = new Set(['script', 'style', 'template']);
const struck = new Set(['s', 'del', 'strike']);
const addressed = new Set(['a', 'area', 'link']);
const sourced = new Set(['img', 'source', 'embed', 'iframe', 'audio', 'video', 'track']);
/** Properties of schema.org that are addresses; what a link is marked as otherwise is meant to be its text. */
const addresses = new Set(
  `url image logo sameAs item contentUrl thumbnailUrl availability itemCondition priceType additionalType
  mainEntityOfPage significantLink relatedLink hasMap`.split(/\s+/),
);

/** Steps that may still be spent on one page, so that time stays linear however its elements refer to each other. */
export interface Budget {
  left: number;
}

/** @param elements how many a page has */
export function makeBudget(elements: number): Budget {
  return { left: 50_000 + 16 * elements };
}

/** Whether an element's content is no text of the page. */
export const isUnread = (element: DomElement) => unread.has(element.name);

/** Whether an element crosses its content out. */
export const isStruck = (element: DomElement) =>
  struck.has(element.name) || attribute(element, 'style').includes('line-through');

/**
 * The value of an element that is marked as a property, as one clean line: its `content` (of whatever element, as shops
 * write it), the attribute that the HTML standard names for its kind (5.2.4 Values), else its text without what is
 * crossed out.
 * @param property its name in schema.org, which tells whether a link is meant as an address
 */
export function markupValue(element: DomElement, property: string, budget: Budget): string {
  return (
    clean(attribute(element, 'content')) ||
    clean(attributeValue(element, property)) ||
    textValue(element, budget) ||
    clean(attribute(element, 'href') || attribute(element, 'value'))
  );
}

/** Adds the price before a sale as schema.org has it: a price specification. */
export function addListPrice(node: LdNode, price: string | null): void {
  if (price !== null)
    addValue(node, 'priceSpecification', { priceType: 'https://schema.org/StrikethroughPrice', price });
}

const clean = (text: string) => cleanLine(text.slice(0, LONGEST_VALUE));

function attributeValue(element: DomElement, property: string): string {
  const { name } = element;
  if (name === 'data' || name === 'meter') return attribute(element, 'value');
  if (name === 'time') return attribute(element, 'datetime');
  if (name === 'object') return attribute(element, 'data');
  if (sourced.has(name)) return sourceOf(element);
  if (addressed.has(name) && (name === 'link' || addresses.has(property)))
    return attribute(element, 'resource') || attribute(element, 'href');
  return attribute(element, 'resource');
}

/** Images that are loaded late have a placeholder for a source. */
function sourceOf(element: DomElement): string {
  const source = attribute(element, 'src');
  return source !== '' && !source.startsWith('data:')
    ? source
    : attribute(element, 'data-src') || attribute(element, 'data-original');
}

function textValue(root: DomElement, budget: Budget): string {
  let text = '';
  const pending: (DomNode | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (budget.left <= 0 || text.length >= LONGEST_VALUE) break;
    budget.left -= 1;
    if (typeof node === 'string') text += node;
    else if (isElement(node)) {
      if (isUnread(node) || (node !== root && isStruck(node))) continue;
      if (isRaised(node)) {
        text += superscript(node, text.slice(-30));
        continue;
      }
      if (isBlock(node) || node.name === 'br') {
        text += ' ';
        pending.push(' ');
      }
      for (const child of node.children.toReversed()) pending.push(child);
    } else {
      const data = (textData(node) ?? '').slice(0, LONGEST_VALUE);
      budget.left -= data.length / CHARS_A_STEP;
      text += data;
    }
  }
  return cleanLine(text);
}

/** Digits that are raised or lowered must not run into those before; what is longer is text. */
function isRaised(element: DomElement): boolean {
  if (element.name !== 'sup' && element.name !== 'sub') return false;
  const [only, ...others] = element.children;
  const digits = only === undefined ? '' : (textData(only) ?? '');
  return others.length === 0 && digits !== '' && digits.length <= 3;
}
