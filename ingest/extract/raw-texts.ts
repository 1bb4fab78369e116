import { allElements, type DomElement, type DomParent } from './dom.ts';

/** Scripts and styles of a page, kept aside while the rest is parsed: the parser reads them a character at a time. */
export interface RawTexts {
  /**
   * Takes out what stands between a start tag and its end tag.
   * @param start the end of the start tag
   * @returns what is to stand there meanwhile, and where the end tag begins; null where it had better stay
   */
  take(name: string, start: number): { mark: string; end: number } | null;
  /** Puts all back. @returns whether each mark was where it was to be; if not, the page has to be parsed as it is */
  putBack(root: DomParent): boolean;
}

/** Shorter ones cost less than looking for their end. */
const SHORTEST = 256;
const MARK = 'aisle-raw-text-';
const HTML = 'http://www.w3.org/1999/xhtml';
const ends: Readonly<Record<string, RegExp>> = {
  script: /<\/script[\t\n\f\r />]/gi,
  style: /<\/style[\t\n\f\r />]/gi,
};

/** @param html the page, decoded */
export function makeRawTexts(html: string): RawTexts {
  const taken: string[] = [];
  const usable = !html.includes(MARK);
  const isMarked = (element: DomElement): boolean => {
    if (element.name in ends === false) return false;
    const [only] = element.children;
    return only?.type === 'text' && 'data' in only && only.data.startsWith(MARK);
  };
  return {
    take(name, start) {
      const pattern = usable ? ends[name] : undefined;
      if (pattern === undefined) return null;
      pattern.lastIndex = start;
      const end = pattern.exec(html)?.index ?? -1;
      if (end - start < SHORTEST) return null;
      const text = html.slice(start, end);
      // Within `<!--` a script's end tag may be none (HTML standard, 13.2.5.20).
      if (text.includes('<!--')) return null;
      return { mark: `${MARK}${taken.push(text) - 1}`, end };
    },
    putBack(root) {
      if (taken.length === 0) return true;
      const left = new Set(taken.keys());
      for (const element of allElements(root)) {
        if (!isMarked(element)) continue;
        const [text, ...others] = element.children;
        if (text === undefined || !('data' in text) || others.length > 0 || element.namespace !== HTML)
          return false;
        const at = Number(text.data.slice(MARK.length));
        const original = taken[at];
        if (original === undefined || !left.delete(at)) return false;
        text.data = asParsed(original);
      }
      return left.size === 0;
    },
  };
}

/** What the HTML standard makes of the characters (13.2.3.5, 13.2.5.2). */
function asParsed(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '\uFFFD') : lines;
}
