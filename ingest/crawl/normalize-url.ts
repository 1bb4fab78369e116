/** Longer URLs are made by machines for machines; sitemaps.org sets the same bound. */
const MAX_LENGTH = 2048;

/** Parameters that tell where a visitor came from, or which visitor it is, and never what the page shows. */
const TRACKING = new RegExp(
  `^(${[
    'utm_.*|mtm_.*|pk_(campaign|kwd|keyword|source|medium|content)|_ga|_gl|_gac_.*|_ke|_kx|_hsenc|_hsmi|__hs.*|hsa_.*',
    'gclid|gclsrc|dclid|gbraid|wbraid|gad_.*|srsltid|fbclid|fb_action_.*|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh',
    'li_fat_id|epik|rdt_cid|sccid|irclickid|irgwc|mc_cid|mc_eid|mkt_tok|vero_id|oly_(anon|enc)_id|ml_subscriber.*',
    'pr_(prod_strat|rec_id|rec_pid|ref_pid|seq)|_pos|_psq|_ss|_sid|_fid|phpsessid|jsessionid|aspsessionid.*|zenid|oscsid|xtcsid|cftoken|cfid',
  ].join('|')})$`,
  'i',
);

/** Names that hold a visitor's session as often as something of the page: `sid=7` may be a shop's branch. */
const PERHAPS_SESSION = /^(?:s_?id|sess(?:ion)?(?:_?id)?)$/i;
/** Session keys are long, and random: letters and digits mixed. */
const SESSION_KEY = /^(?=[^=]*\d)(?=[^=]*[a-z])[\w,-]{20,}$/i;

/** `;jsessionid=…` of Java servers, `(S(…))` of ASP.NET. */
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[^/;]*|\/\((?:[A-Z]\([a-z0-9]{24}\))+\)(?=\/)/gi;

/**
 * One spelling for each page: no fragment, no default port, no tracking or session parameters, the query sorted by
 * name (the order of equal names is kept), percent-encoding as RFC 3986 6.2.2 has it. The path is otherwise left as
 * it is: a trailing slash can matter.
 *
 * @param base what a relative URL is relative to.
 * @returns null for what a crawler cannot fetch: no URL, another scheme than http(s), credentials, over 2,048 characters.
 */
export function normalizeUrl(url: string | URL, base?: string | URL): string | null {
  const parsed = URL.parse(String(url).trim(), base);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.password !== '') return null;
  parsed.hash = '';
  parsed.hostname = parsed.hostname.replace(/\.$/, '');
  parsed.pathname = tidyEncoding(parsed.pathname.replace(SESSION_IN_PATH, ''));
  const query = sortQuery(parsed.search.slice(1));
  // Assigning an empty search keeps no `?`; one that begins with `?` would lose that without another before it.
  parsed.search = query === '' ? '' : `?${query}`;
  return parsed.href.length > MAX_LENGTH ? null : parsed.href;
}

/** Works on the raw pairs: URLSearchParams would write `%20` as `+`, which is another URL to some servers. */
function sortQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && !TRACKING.test(nameOf(pair)) && !isSession(pair))
    .map(tidyEncoding)
    .sort((a, b) => compare(nameOf(a), nameOf(b)))
    .join('&');
}

function isSession(pair: string): boolean {
  return PERHAPS_SESSION.test(nameOf(pair)) && SESSION_KEY.test(pair.slice(nameOf(pair).length + 1));
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0] ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Upper-case hex, and no escape where an unreserved character needs none. */
function tidyEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : escaped.toUpperCase();
  });
}
