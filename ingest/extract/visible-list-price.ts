import { attribute, type DomElement, descendants, nameWords, textOf } from './dom.ts';
import { parseMoney } from './money.ts';

const beforeNames =
  /(?:^| )(?:compare|was|old|original|regular|list|strike|strikethrough|crossed|rrp|msrp|before|antes)(?: |$)/;

/**
 * The price before a sale that a page shows crossed out, where it is unambiguous: all the crossed-out prices in its main
 * content are one and the same, above the current one and not absurdly so.
 */
export function visibleListPrice(root: DomElement, price: number, currency: string | null): number | null {
  const amounts = new Set<number>();
  for (const element of descendants(root)) {
    if (!isCrossedOut(element)) continue;
    const text = textOf(element);
    if (text.length > 60 || !/\p{Sc}|[A-Z]{3}/u.test(text)) continue;
    const money = parseMoney(text, currency);
    if (money && (currency === null || money.currency === currency) && money.amount > price)
      amounts.add(money.amount);
  }
  const [amount] = amounts;
  return amounts.size === 1 && amount !== undefined && amount < price * 10 ? amount : null;
}

/** Whether an element is crossed out, or named as the price before a sale. */
export function isCrossedOut(element: DomElement): boolean {
  if (/^(?:del|s|strike)$/.test(element.name)) return true;
  if (/line-through/.test(attribute(element, 'style'))) return true;
  const words = nameWords(element);
  return words.includes('price') && beforeNames.test(words.join(' '));
}
