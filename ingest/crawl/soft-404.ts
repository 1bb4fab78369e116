import type { CheerioAPI } from 'cheerio';
import { saysNotFound } from './not-found-words.ts';
import type { PageText } from './page-text.ts';

/** What a site shows at an address that cannot exist. */
export interface MissingPage {
  /** The address that was asked for. */
  url: string;
  /** Where that address redirects to; null when it shows something itself. */
  landing: string | null;
  title: string;
  /** Words of its own, that is in no block that the start page also has, with how often they come. */
  words: ReadonlyMap<string, number>;
  /** Blocks of the start page: menus, banners, the footer. */
  template: ReadonlySet<string>;
}

/** Fewer words of its own tell no page from another: a shell that scripts fill has none. */
const LEAST_WORDS = 5;

/** Of the words of both pages together; a request number or a suggestion may differ. */
const CLOSE = 0.9;

/** A page that says "not found" in its title may say so much more, suggestions in links not counted. */
const SHORT_WORDS = 120;
/** Where only the heading says so, it may be about a part of the page. */
const VERY_SHORT_WORDS = 40;

const PRICE = /\p{Sc}\s?\d|\d\s?(?:\p{Sc}|(?:USD|EUR|GBP|MXN|CAD|AUD)\b)/u;

/**
 * Takes the fingerprint of a site's page for missing pages.
 * @returns null where it tells nothing: it is the start page itself, or it has hardly any words of its own.
 */
export function takeFingerprint(
  { url, landing }: Pick<MissingPage, 'url' | 'landing'>,
  probe: PageText,
  start: PageText,
): MissingPage | null {
  const template = new Set(start.blocks.map((block) => wordsOf(block).join(' ')));
  const words = ownWords(url, probe, template);
  if (total(words) < LEAST_WORDS) return null;
  const whole = closeness(count(probe.blocks.flatMap(wordsOf)), count(start.blocks.flatMap(wordsOf)));
  if (whole >= CLOSE && probe.title === start.title) return null;
  return { url, landing, title: titleOf(url, probe), words, template };
}

/** Whether a page shows what the site shows for missing pages; what it echoes of its own address does not count. */
export function isMissingPage(url: string, page: PageText, missing: MissingPage): boolean {
  if (titleOf(url, page) !== missing.title) return false;
  return closeness(ownWords(url, page, missing.template), missing.words) >= CLOSE;
}

/** @returns the words by which a page says that it is not there, or null: it says no such thing, or much besides. */
export function readNotFoundNotice($: CheerioAPI, { title, heading, prose }: PageText): string | null {
  const inTitle = saysNotFound(title);
  if (!inTitle && !saysNotFound(heading)) return null;
  const words = prose.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words > (inTitle ? SHORT_WORDS : VERY_SHORT_WORDS) || isMarkedProduct($)) return null;
  // A product that is sold out for good may say so in its heading, and be shown all the same.
  if (!inTitle && PRICE.test(prose)) return null;
  return inTitle ? title : heading;
}

/** Schema.org's Product in any of its three spellings, or Open Graph's. */
function isMarkedProduct($: CheerioAPI): boolean {
  const marked =
    '[itemtype*="schema.org/Product"], [typeof~="Product"], meta[property="og:type"][content^="product"]';
  const data = $('script[type="application/ld+json"]').text();
  return $(marked).length > 0 || /"@type"\s*:\s*(?:\[[^\]]*)?"(?:[^"]*\/)?Product(?:Group)?"/.test(data);
}

function ownWords(url: string, { blocks }: PageText, template: ReadonlySet<string>): Map<string, number> {
  const echoed = echoOf(url);
  return count(
    blocks
      .map(wordsOf)
      .filter((words) => !template.has(words.join(' ')))
      .flat()
      .filter((word) => !echoed.has(word)),
  );
}

function titleOf(url: string, { title }: PageText): string {
  const echoed = echoOf(url);
  return wordsOf(title)
    .filter((word) => !echoed.has(word))
    .join(' ');
}

/** The words of an address, which a page for missing pages likes to repeat. */
function echoOf(url: string): Set<string> {
  const { pathname, search } = new URL(url);
  const written = pathname + search;
  let read = written;
  try {
    read = decodeURIComponent(written);
  } catch {
    // An address may hold escapes that are no UTF-8; its words are then as they are written.
  }
  return new Set(wordsOf(read));
}

/** Lower case, every number the same. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(/\d+/g, '0'));
}

function count(words: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

/** Sørensen–Dice coefficient of two bags of words, 0…1. */
function closeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [word, times] of a) shared += Math.min(times, b.get(word) ?? 0);
  const sum = total(a) + total(b);
  return sum === 0 ? 0 : (2 * shared) / sum;
}
