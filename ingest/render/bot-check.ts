import type { CheerioAPI } from 'cheerio';
import { bodyOf, type DomNode, isElement, textData } from '../extract/dom.ts';

/** A check shows a line or two; a page that only carries the same vendor's script says more. */
const MOST_TEXT = 1_000;
const SILENT = new Set(['script', 'style', 'noscript', 'template']);

/**
 * What only the vendor's waiting page has. The scripts that vendors put into the pages that they let through (Cloudflare's
 * `challenge-platform/scripts/jsd`, DataDome's `tags.js`) are no sign.
 */
const SIGNS: readonly (readonly [name: string, sign: RegExp])[] = [
  [
    'Cloudflare',
    /_cf_chl_opt|cf-challenge-running|challenge-platform\/h\/\w+\/orchestrate|id="cf-(?:error-details|please-wait)"/,
  ],
  ['DataDome', /(?:geo|ct)\.captcha-delivery\.com/],
  ['HUMAN (PerimeterX)', /id="px-captcha"|px-captcha-(?:container|modal)/],
  ['Imperva', /_Incapsula_Resource[^>]*(?:SWJIYLWA|SWUDNSAI|edet=)|Incapsula incident ID/],
  ['Akamai', /id="sec-(?:if-)?cpt-(?:container|if)"|\/_sec\/cp_challenge\//],
  ['AWS WAF', /window\.gokuProps|awsWafCookieDomainList/],
  ['Sucuri', /sucuri_cloudproxy_js/],
  ['Kasada', /window\.KPSDK\s*=|\/ips\.js\?/],
  ['DDoS-Guard', /\.well-known\/ddos-guard\/(?:js-challenge|check)/],
  ['Anubis', /\.within\.website\/x\/(?:cmd\/anubis|xess)/],
  ['Vercel', /Vercel Security Checkpoint/],
];

/** Titles of waiting pages whose code changes more often than their words. */
const TITLES: readonly (readonly [name: string, title: RegExp])[] = [
  ['Cloudflare', /^(?:just a moment\.*|attention required! \| cloudflare)$/i],
  ['Imperva', /^pardon our interruption/i],
  [
    'a firewall',
    /^(?:are you (?:a )?(?:human|robot)|robot or human|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|ddos protection by)\b/i,
  ],
];

/**
 * Recognises a page that a firewall shows in place of the store's own until a browser has proved itself. Rendering is no
 * answer to it: whoever runs the store lets the crawler in. Call it before the page is taken apart.
 * @returns what was found in few words, for the report; null for any other page.
 */
export function recogniseBotCheck($: CheerioAPI): string | null {
  if (saysMoreThan($, MOST_TEXT)) return null;
  const title = $('head > title').first().text().replace(/\s+/g, ' ').trim();
  const vendor = TITLES.find(([, sign]) => sign.test(title)) ?? signIn($);
  return vendor === undefined ? null : `a bot check by ${vendor[0]} in place of the page`;
}

function signIn($: CheerioAPI) {
  // In scripts and in the tags that such a page consists of; not in text, which may speak of them.
  const code = $('script')
    .toArray()
    .map((script) => `${script.attribs.src ?? ''} ${$(script).text().slice(0, 20_000)}`);
  const tags = $('iframe[src], [id^="cf-"], [id^="px-"], [id^="sec-"]')
    .toArray()
    .map(({ attribs }) => `id="${attribs.id ?? ''}" ${attribs.src ?? ''}`);
  const found = [...code, ...tags, $('head > title').text()].join('\n');
  return SIGNS.find(([, sign]) => sign.test(found));
}

/** Whether a page says more than so many characters; looks no further than it has to. */
function saysMoreThan($: CheerioAPI, limit: number): boolean {
  let left = limit;
  const root = $.root()[0];
  const body = root && bodyOf(root);
  const pending: DomNode[] = body ? [body] : [];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isElement(node)) {
      if (SILENT.has(node.name)) continue;
      for (const child of node.children) pending.push(child);
    } else left -= (textData(node) ?? '').trim().length;
    if (left < 0) return true;
  }
  return false;
}
