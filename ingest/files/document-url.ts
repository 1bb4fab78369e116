import { posix, sep } from 'node:path';

/**
 * The URL of a local file's document: its key in the index, and what a citation shows.
 *
 * With `baseUrl` it is the page that shoppers see: `policies/returns.html` under `https://shop.example/help/` is
 * `https://shop.example/help/policies/returns.html`, and an `index.html` is its folder. Without, it is
 * `aisle-file:/<root>/<relative path>`: stable when the folder moves to another machine, telling nothing of that
 * machine's folders, opening nothing on a shopper's, yet a hierarchical URL, so that a file's relative links resolve.
 * @param relativePath from the source's root, with either separator.
 * @param options.baseUrl absolute http(s) URL of the source's root; a missing `/` at its end is added.
 * @param options.root name that keeps two sources' files apart, normally the name of the source's folder.
 * @throws TypeError when `baseUrl` is no http(s) URL, or the path leaves the root.
 */
export function documentUrl(relativePath: string, options: { baseUrl?: string; root?: string } = {}): string {
  const path = posix.normalize(relativePath.split(sep).join('/')).replace(/^\/+/, '');
  if (path === '..' || path.startsWith('../'))
    throw new TypeError(`expected a path inside the source, found "${relativePath}"`);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (options.baseUrl === undefined) {
    const root =
      options.root === undefined || options.root === '' ? '' : `${encodeURIComponent(options.root)}/`;
    return `aisle-file:/${root}${encoded}`;
  }
  if (!URL.canParse(options.baseUrl) || !/^https?:$/.test(new URL(options.baseUrl).protocol))
    throw new TypeError(`baseUrl: expected an absolute http(s) URL, found "${options.baseUrl}"`);
  const base = options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`;
  return new URL(`./${encoded.replace(/(^|\/)index\.html?$/i, '$1')}`, base).href;
}
