import { asNodes, asText, hasType, type LdNode } from './json-ld.ts';

/** Types of schema.org that are a product by themselves. */
export const PRODUCT_TYPES = [
  'Product',
  'ProductGroup',
  'ProductModel',
  'IndividualProduct',
  'Vehicle',
  'Car',
] as const;

/** Properties whose products are others than the one that the page is about, or parts of it. */
const nesting = [
  'hasVariant',
  'isRelatedTo',
  'isSimilarTo',
  'isAccessoryOrSparePartFor',
  'isConsumableFor',
  'itemListElement',
  'itemOffered',
  'item',
  'itemReviewed',
  'isVariantOf',
  'makesOffer',
  // An article's subscription (Google's markup of paid content), and what it speaks of.
  'isPartOf',
  'mentions',
] as const;

/** What a product that is sold states, one or another; articles are marked as products too. */
const selling = 'offers price availability sku mpn productID gtin gtin8 gtin12 gtin13 gtin14 isbn'.split(' ');

/** A theme and an app or two write one product twice or three times. */
const MOST_TWINS = 4;

/**
 * The page's own product in one kind of structured data: the outermost, unless several stand side by side, as in a list, and
 * none has its URL or name.
 * @param nodes outermost first
 * @param strict whether a product that says to be of another page is none even where it is the only one, as in a list
 *   of one, and one that states nothing of its sale is none either
 * @returns it, and the objects that speak of the same product; nothing where none is the page's own
 */
export function pageProducts(
  nodes: readonly LdNode[],
  page: { url: string; title: string },
  { strict = false } = {},
): LdNode[] {
  const nested = new Set(nodes.flatMap((node) => nesting.flatMap((key) => asNodes(node[key]))));
  const products = nodes.filter(
    (node) =>
      hasType(node, ...PRODUCT_TYPES) &&
      !nested.has(node) &&
      asText(node.name) !== '' &&
      (!strict || selling.some((key) => key in node)),
  );
  const groups = products.filter((node) => hasType(node, 'ProductGroup'));
  const candidates = [...groups, ...products.filter((node) => !hasType(node, 'ProductGroup'))];
  const own = ownOf(candidates, groups, page, strict);
  if (!own) return [];
  const twins = candidates.filter((node) => node !== own && isTwin(own, node));
  return [own, ...twins.slice(0, MOST_TWINS)];
}

function ownOf(
  candidates: LdNode[],
  groups: LdNode[],
  page: { url: string; title: string },
  strict: boolean,
): LdNode | undefined {
  const [first] = candidates;
  if (!first) return undefined;
  const named = candidates.find((node) => bareName(node) === bare(page.title));
  if (candidates.every((node) => node === first || isTwin(first, node)))
    return strict && !named && isElsewhere(first, page.url) ? undefined : first;
  const addressed = candidates.filter(
    (node) => isPage(asText(node.url), page.url) || isPage(asText(node['@id']), page.url),
  );
  // Where the query tells pages apart, a whole list has the page's path.
  const own =
    addressed.length === 1
      ? addressed[0]
      : addressed.find((node) => URL.parse(asText(node.url), page.url)?.href === page.url);
  return own ?? named ?? (groups.length === 1 ? groups[0] : undefined);
}

/** Whether two objects of one kind of data are one product that was written twice, as a theme and an app do. */
function isTwin(left: LdNode, right: LdNode): boolean {
  return bareName(left) === bareName(right) && !disagree(left, right, 'sku') && !isElsewhereOf(left, right);
}

/**
 * Whether two objects of different kinds of data speak of one product: by an identifier, by their name, or by a name that
 * holds the other's where no identifier disagrees.
 */
export function isSameProduct(left: LdNode, right: LdNode, pageUrl: string): boolean {
  for (const gtin of ['gtin13', 'gtin', 'gtin14', 'gtin12', 'gtin8'] as const) {
    if (agree(left, right, gtin)) return true;
    if (disagree(left, right, gtin)) return false;
  }
  if (agree(left, right, 'sku')) return true;
  const [one, other] = [bareName(left), bareName(right)];
  if (one === other) return true;
  if (isPage(asText(left.url), pageUrl) && isPage(asText(right.url), pageUrl)) return true;
  const holds = one.includes(other) || other.includes(one);
  return holds && !disagree(left, right, 'sku') && !isElsewhere(right, pageUrl);
}

const agree = (left: LdNode, right: LdNode, key: string) =>
  asText(left[key]) !== '' && asText(left[key]) === asText(right[key]);
const disagree = (left: LdNode, right: LdNode, key: string) =>
  asText(left[key]) !== '' && asText(right[key]) !== '' && asText(left[key]) !== asText(right[key]);

const bareName = (node: LdNode) => bare(asText(node.name));
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const isElsewhere = (node: LdNode, pageUrl: string) =>
  asText(node.url) !== '' && !isPage(asText(node.url), pageUrl);

function isElsewhereOf(left: LdNode, right: LdNode): boolean {
  const [one, other] = [asText(left.url), asText(right.url)];
  return one !== '' && other !== '' && URL.canParse(one) && !isPage(other, one);
}

/**
 * Whether an address is the page's but for its query. Shops show one product below several collections, so that the last
 * part of the path is enough where it is a product's own name.
 */
function isPage(url: string, page: string): boolean {
  const [left, right] = [URL.parse(url, page), URL.parse(page)];
  if (url === '' || !left || !right || host(left) !== host(right)) return false;
  if (left.pathname.replace(/\/$/, '') === right.pathname.replace(/\/$/, '')) return true;
  return leaf(left) === leaf(right) && /^(?!index\b).*[-_\d].*$/.test(leaf(left)) && leaf(left).length > 4;
}

const host = (url: URL) => url.host.replace(/^www\./, '');
const leaf = (url: URL) => url.pathname.split('/').filter(Boolean).at(-1) ?? '';
