import type { ProductIdentity } from '../../../sql/merge-products.ts';
import { languageOf } from '../../analysis/language-of.ts';
import { urlKey } from './product-keys.ts';

/**
 * Parts what states one product by the shoppers that it is for. What sources for one country state stays apart from what
 * those for another or for all do. Of each, a page in another language or currency is another market's, with a card of
 * its own; each row of a feed goes to the page that it fits best. Without a page, feeds in different currencies stay apart.
 * @returns groups whose first is the primary: the page, since shoppers open it, or else the newest. Pure.
 */
export function splitMarkets(members: ProductIdentity[]): ProductIdentity[][] {
  const markets = new Set(members.map(marketOf));
  return [...markets].flatMap((market) => splitPages(members.filter((one) => marketOf(one) === market)));
}

const marketOf = ({ market = null }: ProductIdentity): string | null => market;

function splitPages(members: ProductIdentity[]): ProductIdentity[][] {
  const ranked = [...members].sort(byRank);
  const pages = ranked.filter(isPage);
  const groups: ProductIdentity[][] = [];
  for (const one of pages.length > 0 ? pages : ranked) {
    const group = groups.find(
      ([first]) =>
        first !== undefined && sameMoney(first, one) && (pages.length === 0 || sameLanguage(first, one)),
    );
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  if (pages.length > 0) for (const one of ranked) if (!isPage(one)) bestOf(groups, one)?.push(one);
  return groups;
}

/** The group whose page a feed's row fits best; of equals the first. */
function bestOf(groups: ProductIdentity[][], one: ProductIdentity): ProductIdentity[] | undefined {
  const closeness = ([page]: ProductIdentity[]): number =>
    page === undefined
      ? 0
      : 4 * Number(sameMoney(page, one)) +
        2 * Number(urlKey(page.url) === urlKey(one.url)) +
        Number(sameLanguage(page, one));
  return [...groups].sort((left, right) => closeness(right) - closeness(left))[0];
}

const isPage = ({ sourceKind }: ProductIdentity): boolean => sourceKind === 'site';

function sameMoney(one: ProductIdentity, other: ProductIdentity): boolean {
  return one.currency === null || other.currency === null || one.currency === other.currency;
}

function sameLanguage(one: ProductIdentity, other: ProductIdentity): boolean {
  return languageOf(one.locale) === languageOf(other.locale);
}

/** Pages first, of several the one with the shortest URL, which is the least derived; then what opens, then the newest. */
function byRank(one: ProductIdentity, other: ProductIdentity): number {
  return (
    Number(isPage(other)) - Number(isPage(one)) ||
    (isPage(one) ? one.url.length - other.url.length : newestThatOpens(one, other)) ||
    compare(one.url, other.url) ||
    compare(one.documentId, other.documentId)
  );
}

function newestThatOpens(one: ProductIdentity, other: ProductIdentity): number {
  const opens = ({ url }: ProductIdentity): number => Number(/^https?:/.test(url));
  return opens(other) - opens(one) || other.asOf - one.asOf;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
