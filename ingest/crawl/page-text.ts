import type { CheerioAPI } from 'cheerio';
import { type DomNode, isElement, textData } from '../extract/dom.ts';

/** What a page says, roughly: enough to compare pages, not to answer from. */
export interface PageText {
  title: string;
  /** Of the first h1 that has text. */
  heading: string;
  /** The body's text, a piece for each block; white space collapsed. */
  blocks: string[];
  /** The same without links, buttons, menus, headers and footers, as it is written. */
  prose: string;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const SILENT = names('script style template noscript svg math iframe object head select datalist');
const INLINE = names(
  'a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup time u var wbr',
);
const NO_PROSE = names('a button nav header footer aside form label');

/** Reads a page's text without changing the page; time grows with its size, however deep it nests. */
export function readPageText($: CheerioAPI): PageText {
  const blocks: string[] = [];
  let block = '';
  let prose = '';
  let heading = '';
  let headingFrom = 0;
  const flush = (tag: string) => {
    const text = oneLine(block);
    if (text !== '') blocks.push(text);
    if (tag === 'h1') heading ||= blocks.slice(headingFrom).join(' ');
    block = '';
  };
  const body = $('body')[0];
  const pending: { node: DomNode | string; inProse: boolean }[] = body ? [{ node: body, inProse: true }] : [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, inProse } = next;
    if (typeof node === 'string') {
      flush(node);
      continue;
    }
    const text = textData(node);
    if (text !== undefined) {
      block += text;
      if (inProse) prose += ` ${text}`;
    }
    if (!isElement(node) || SILENT.has(node.name)) continue;
    const inside = inProse && !NO_PROSE.has(node.name);
    if (!INLINE.has(node.name)) {
      flush('');
      if (node.name === 'h1') headingFrom = blocks.length;
      pending.push({ node: node.name, inProse });
    }
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) pending.push({ node: child, inProse: inside });
    }
  }
  flush('');
  return { title: oneLine($('head > title').first().text()), heading, blocks, prose };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
