import { globFault } from '../suite-file/glob-fault.ts';

/**
 * A URL glob for one page, on whatever host it is served: `*` and `/returns` for `https://shop.example/returns`. The home page, and
 * what is no web page, is named in full. Pure.
 */
export function pageGlob(url: string): string {
  const parsed = URL.parse(url);
  const web = parsed !== null && /^https?:$/u.test(parsed.protocol);
  const path = parsed === null ? '' : `${parsed.pathname.replace(/(?<=.)\/$/u, '')}${parsed.search}`;
  const glob = web && path !== '/' ? `*${path}` : url.replace(/#.*$/su, '');
  // What a glob would read as something else may stand for any characters.
  return globFault(glob) === null ? glob : glob.replace(/[#[\]{}\s]+/gu, '*');
}
