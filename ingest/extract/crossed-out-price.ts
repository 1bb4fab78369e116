import { childElements, type DomElement, isElement } from './dom.ts';
import { type Budget, markupValue } from './markup-values.ts';
import { parseMoney } from './money.ts';
import { isCrossedOut } from './visible-list-price.ts';

/** An offer and what stands right beside it are a few prices and labels; more is another part of the page. */
const MOST_ELEMENTS = 60;
const LONGEST_TEXT = 60;

/**
 * The price before a sale that an offer's element shows crossed out, or else the element that holds it alone, as themes
 * leave that price unmarked.
 * @returns its text; null where there is none, or several that differ
 */
export function crossedOutPrice(offer: DomElement, budget: Budget): string | null {
  const within = pricesIn(offer, offer, budget);
  if (within === null || within.size > 1) return null;
  const parent = offer.parent;
  const prices =
    within.size === 0 && isElement(parent) && parent.name !== 'body'
      ? pricesIn(parent, offer, budget)
      : within;
  const [text] = prices?.values() ?? [];
  return prices?.size === 1 && text !== undefined ? text : null;
}

/** @returns texts by amount; null where there is too much, or another item. */
function pricesIn(root: DomElement, offer: DomElement, budget: Budget): Map<number, string> | null {
  const prices = new Map<number, string>();
  const pending = [root];
  let count = 0;
  for (let element = pending.pop(); element; element = pending.pop()) {
    budget.left -= 1;
    count += 1;
    if (count > MOST_ELEMENTS || budget.left <= 0) return null;
    if (element !== root && element !== offer && 'itemscope' in element.attribs && root !== offer)
      return null;
    if (isCrossedOut(element)) {
      const text = markupValue(element, 'price', budget);
      const money = text.length <= LONGEST_TEXT && /\p{Sc}|[A-Z]{3}/u.test(text) ? parseMoney(text) : null;
      if (money) prices.set(money.amount, text);
    }
    if (element === offer && root !== offer) continue;
    if (element.children.length > MOST_ELEMENTS) return null;
    pending.push(...childElements(element));
  }
  return prices;
}
