import { type CheerioAPI, load } from 'cheerio';

/** Deeper than any page that people made (browsers stop at 512 themselves), and shallow enough to be parsed at once. */
const DEEPEST = 256;

/** Elements that hold nothing, or whose end is seldom written and implied by the next. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option'.split(
    ' ',
  ),
);

/**
 * Parses a page as browsers do, without the tags that nest deeper than 256 levels. The standard's algorithm looks through
 * all open elements at each tag, so that 60,000 open `<div>` (300 kB) would stall the process for a minute.
 * @param html decoded text
 */
export function parsePage(html: string): CheerioAPI {
  let depth = 0;
  return load(
    html.replace(/<(\/?)([a-z][a-z0-9]*)[^<>]*>?/gi, (tag, slash: string, name: string) => {
      if (uncounted.has(name.toLowerCase()) || tag.endsWith('/>')) return tag;
      const level = slash === '' ? depth : depth - 1;
      depth = Math.max(0, slash === '' ? depth + 1 : depth - 1);
      return level >= DEEPEST ? ' ' : tag;
    }),
  );
}
