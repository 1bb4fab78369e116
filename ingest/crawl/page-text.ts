import type { CheerioAPI } from 'cheerio';
import {
  bodyOf,
  childElements,
  type DomNode,
  type DomParent,
  isElement,
  rawTextOf,
  textData,
} from '../extract/dom.ts';

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
const LEAVE = Symbol('leave');
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
  const root = $.root()[0];
  const body = root && bodyOf(root);
  /** Nodes to come, and the names of blocks that end there; `outside` counts what holds no prose around them. */
  const pending: (DomNode | string | typeof LEAVE)[] = body ? [body] : [];
  let outside = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === LEAVE) {
      outside -= 1;
      continue;
    }
    if (typeof node === 'string') {
      flush(node);
      continue;
    }
    const text = textData(node);
    if (text !== undefined) {
      block += text;
      if (outside === 0) prose += ` ${text}`;
      continue;
    }
    if (!isElement(node) || SILENT.has(node.name)) continue;
    if (!INLINE.has(node.name)) {
      flush('');
      if (node.name === 'h1') headingFrom = blocks.length;
      pending.push(node.name);
    }
    if (NO_PROSE.has(node.name)) {
      outside += 1;
      pending.push(LEAVE);
    }
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) pending.push(child);
    }
  }
  flush('');
  return { title: root === undefined ? '' : oneLine(titleOf(root)), heading, blocks, prose };
}

function titleOf(root: DomParent): string {
  const heads = childElements(root)
    .flatMap(childElements)
    .filter(({ name }) => name === 'head');
  const title = heads.flatMap(childElements).find(({ name }) => name === 'title');
  return title === undefined ? '' : rawTextOf(title);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
