import { type CheerioAPI, load } from 'cheerio';
import { makeRawTexts, type RawTexts } from './raw-texts.ts';

/** Deeper than any page that people made (browsers stop at 512 themselves), and shallow enough to be parsed at once. */
const DEEPEST = 256;
/** Below that, what says something (a link, a heading, a table) still has a few levels; what only wraps has none. */
const SPARE = 64;
/** Each block opens all of them anew, so that each of n blocks would hold n elements; people leave a few open at most. */
const MOST_FORMATTING = 64;

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that hold nothing, or whose end is seldom written and implied by the next. */
const uncounted = set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option optgroup thead tbody tfoot colgroup rp rt html head body',
);
/** The HTML standard's formatting elements (13.2.4.3): left open, they go on in the next block. */
const formatting = set('a b big code em font i nobr s small strike strong tt u');
/** Elements that say nothing by themselves; so are all whose name has a hyphen, which are the page's own. */
const wrappers = set('div span section article main center font');
/** Elements whose content is text (13.2.5): what looks like a tag there is none. */
const rawText = set('script style textarea title xmp iframe noembed noframes');

/** Within these a script is drawn, or is text itself. */
const foreign = ['svg', 'math', 'noscript'];

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9-]*)[^<>]*>?/gi;

/**
 * Parses a page as browsers do, without the tags that nest deeper than some 256 levels and those of formatting that is left
 * open by the dozen. The standard's algorithm looks through all open elements at each tag, so that 60,000 open `<div>`
 * (300 kB) would stall the process for a minute.
 * @param html decoded text
 */
export function parsePage(html: string): CheerioAPI {
  const rawTexts = makeRawTexts(html);
  const $ = load(withoutExcess(html, rawTexts));
  const root = $.root()[0];
  return root === undefined || rawTexts.putBack(root) ? $ : load(withoutExcess(html, null));
}

function withoutExcess(html: string, rawTexts: RawTexts | null): string {
  const open = makeTally();
  const formats = makeTally();
  const stack: { name: string; kept: boolean }[] = [];
  let kept = 0;
  let raw: string | null = null;

  /** Closes the innermost element of a name with all in it, as the parser will. @returns whether its tag was kept. */
  function close(name: string): boolean {
    if (formatting.has(name)) formats.remove(name);
    if (!open.has(name)) return true;
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      open.remove(element.name);
      if (element.kept) kept -= 1;
      if (element.name === name) return element.kept;
    }
    return true;
  }

  function enter(name: string): boolean {
    const limit = wrappers.has(name) || name.includes('-') ? DEEPEST : DEEPEST + SPARE;
    const keep = kept < limit && !(formatting.has(name) && formats.total() >= MOST_FORMATTING);
    stack.push({ name, kept: keep });
    open.add(name);
    if (keep) kept += 1;
    if (keep && formatting.has(name)) formats.add(name);
    return keep;
  }

  /** @returns whether a tag stays */
  function keeps(tag: string, slash: string, name: string): boolean {
    if (raw !== null) {
      if (slash === '/' && name === raw) raw = null;
      return true;
    }
    // A slash at the end closes an element of SVG or MathML, and is ignored elsewhere.
    const closed = tag.endsWith('/>') && (open.has('svg') || open.has('math'));
    if (uncounted.has(name) || closed) return true;
    if (slash === '/') return close(name);
    if (rawText.has(name)) {
      raw = name;
      return true;
    }
    return enter(name);
  }

  const tags = new RegExp(TAG);
  let out = '';
  let from = 0;
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    const [tag, slash = '', written] = match;
    if (written === undefined) continue;
    const name = written.toLowerCase();
    const wasRaw = raw !== null;
    if (!keeps(tag, slash, name)) {
      out += `${html.slice(from, match.index)} `;
      from = tags.lastIndex;
    }
    if (wasRaw || raw === null || rawTexts === null || foreign.some((outer) => open.has(outer))) continue;
    const taken = rawTexts.take(raw, tags.lastIndex);
    if (taken === null) continue;
    out += html.slice(from, tags.lastIndex) + taken.mark;
    from = taken.end;
    tags.lastIndex = taken.end;
  }
  return from === 0 ? html : out + html.slice(from);
}

function makeTally() {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    has: (name: string) => (counts.get(name) ?? 0) > 0,
    total: () => total,
    add(name: string) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      total += 1;
    },
    remove(name: string) {
      const count = counts.get(name) ?? 0;
      if (count === 0) return;
      counts.set(name, count - 1);
      total -= 1;
    },
  };
}
