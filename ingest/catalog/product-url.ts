/**
 * The URL of a product's document.
 * - One link, or the same for all variants: that. Links that differ in their query only: what they share of it.
 * - No usable link: `urlBase` with the handle, or else the SKU, put after it as it is (`https://shop.example/products/`,
 *   `https://shop.example/p?sku=`).
 * - Neither: `aisle-product:<sku>`, which names the product and opens nothing.
 * @param links as stated, possibly relative to `urlBase`; anything but http(s) is passed over.
 */
export function productUrl(
  links: string[],
  name: { handle: string | null; sku: string },
  urlBase: string | null,
): string {
  const absolute = links.flatMap((link) => httpUrl(link, urlBase) ?? []);
  const [first] = absolute;
  if (first !== undefined) return sharedUrl(first, absolute);
  const key = encodeURIComponent(name.handle ?? name.sku);
  return urlBase === null
    ? `aisle-product:${encodeURIComponent(name.sku)}`
    : (httpUrl(urlBase + key, null) ?? `aisle-product:${key}`);
}

/** An absolute http(s) URL; null for anything else. */
export function httpUrl(link: string, base: string | null): string | null {
  if (!URL.canParse(link, base ?? undefined)) return null;
  const url = new URL(link, base ?? undefined);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

function sharedUrl(first: string, all: string[]): string {
  if (all.every((link) => link === first)) return first;
  const urls = all.map((link) => new URL(link));
  const shared = new URL(first);
  if (!urls.every((url) => url.origin === shared.origin && url.pathname === shared.pathname)) return first;
  for (const [key, value] of [...shared.searchParams])
    if (!urls.every((url) => url.searchParams.get(key) === value)) shared.searchParams.delete(key);
  shared.hash = '';
  return shared.href;
}
