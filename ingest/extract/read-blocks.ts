import { type Block, BOLD_LEVEL } from './blocks.ts';
import { isOpenerHeading, isReviews } from './boilerplate-names.ts';
import { isWrittenByCustomers } from './customer-words.ts';
import {
  attribute,
  childElements,
  cleanLine,
  type DomElement,
  descendants,
  isBlock,
  isElement,
  textData,
  textOf,
} from './dom.ts';
import { superscript } from './inline-text.ts';
import type { Openers } from './openers.ts';
import { isPanel } from './opens-on-click.ts';
import { readDefinitions } from './read-definitions.ts';
import { readTable } from './read-table.ts';

const LONGEST_HEADING = 200;
const LONGEST_BOLD_HEADING = 100;
const TAIL = 30;
const REVIEWS = 'Reviews';
/** What is crossed out holds no longer; the price before a sale is among a product's facts. */
const struck = new Set(['s', 'del', 'strike']);
/** HTML's sectioning elements and cells: a heading within them names nothing after them. */
const sectioning = /^(?:section|article|aside|li|td|blockquote|figure)$/;

/** Reads an element's headings, lines and table rows in order. The tree must not be deeper than the stack. */
export function readBlocks(root: DomElement, openers: Openers): Block[] {
  const blocks: Block[] = [];
  let line = '';
  // The end of `line`, as looking at a string that is being built costs its whole length.
  let tail = '';
  let inReviews = false;
  let byCustomers = false;

  const append = (text: string) => {
    line += text;
    tail = (tail + text.slice(-TAIL)).slice(-TAIL);
  };
  const endLine = () => {
    const text = cleanLine(line);
    line = '';
    tail = '';
    if (/[\p{L}\p{N}]/u.test(text)) blocks.push({ type: 'line', text, shape: 'prose' });
  };
  const scoped = (name: string, read: () => void) => {
    blocks.push({ type: 'open', text: name });
    read();
    endLine();
    blocks.push({ type: 'close' });
  };
  const readChildren = (element: DomElement, skip?: DomElement) => {
    for (const child of element.children) {
      if (child === skip) continue;
      if (isElement(child)) readElement(child);
      else append(textData(child) ?? '');
    }
  };

  /** A panel's own heading often repeats the name of its tab. */
  const addHeading = (heading: Heading) => {
    const last = blocks.at(-1);
    if (last?.type !== 'open' || last.text !== heading.text) blocks.push(heading);
  };

  /** A control that was read as a line of text names its panel, and is not said twice. */
  const dropLabel = (name: string) => {
    const last = blocks.at(-1);
    if (last?.type === 'line' && last.text === name) blocks.pop();
  };

  const readElement = (element: DomElement): void => {
    if (element.name === 'br') endLine();
    else if (struck.has(element.name)) return;
    else if (element.name === 'sup' || element.name === 'sub') append(superscript(element, tail));
    else if (!isBlock(element) && !isPanel(element, openers) && !isExpander(element)) readInline(element);
    else {
      endLine();
      const heading = headingOf(element);
      if (heading) addHeading(heading);
      else if (!byCustomers && isWrittenByCustomers(element) && !holdsTitle(element)) readCustomers(element);
      else readBlock(element);
      endLine();
    }
  };

  const readCustomers = (element: DomElement): void => {
    const from = blocks.length;
    byCustomers = true;
    if (!inReviews && isReviews(element)) {
      inReviews = true;
      scoped(REVIEWS, () => readBlock(element));
      inReviews = false;
    } else readBlock(element);
    endLine();
    byCustomers = false;
    for (const block of blocks.slice(from)) if (block.type === 'line') block.voice = 'customer';
  };

  const readInline = (element: DomElement): void => {
    // Labels that style sets apart, such as `<span>Price</span><span>$5</span>`, have no space between them.
    if (/^(?:span|a|button|label)$/.test(element.name) && /\p{Ll}$/u.test(tail)) {
      const previous = element.prev;
      if (isElement(previous) && previous.name === element.name && /^[\p{Lu}\p{N}$€£]/u.test(textOf(element)))
        append(' ');
    }
    readChildren(element);
  };

  const readBlock = (element: DomElement): void => {
    const opener = openers.get(attribute(element, 'id'));
    if (element.name === 'details') readDetails(element);
    else if (opener) {
      dropLabel(opener);
      scoped(opener, () => readChildren(element));
    } else if (element.name === 'table') readTableBlocks(element);
    else if (element.name === 'fieldset' && isChoice(element)) readChoice(element);
    else if (element.name === 'dl')
      readDefinitions(element, { readChildren, endLine, scoped, add: (block) => blocks.push(block) });
    else if (sectioning.test(element.name) || childElements(element).some(openerHeading))
      readSection(element);
    else readChildren(element);
  };

  /** The options of a product: `Color: Moss, Sand`. */
  const readChoice = (fieldset: DomElement) => {
    const [legend, ...labels] = [...descendants(fieldset)]
      .filter(({ name }) => name === 'legend' || name === 'label')
      .map((part) => textOf(part));
    append(`${legend?.replace(/\s*:$/, '')}: ${labels.filter(Boolean).join(', ')}`);
  };

  const readSection = (element: DomElement): void => {
    const at = blocks.push({ type: 'open', text: '' });
    readChildren(element);
    endLine();
    // A section of headings alone, such as a page's head, names what follows it.
    if (blocks.slice(at).some((block) => block.type === 'line')) blocks.push({ type: 'close' });
    else blocks.splice(at - 1, 1);
  };

  const readDetails = (details: DomElement): void => {
    const summary = childElements(details).find((child) => child.name === 'summary');
    const name = summary ? textOf(summary) : '';
    if (summary && name !== '' && name.length <= LONGEST_HEADING)
      scoped(name, () => readChildren(details, summary));
    else readChildren(details);
  };

  const readTableBlocks = (table: DomElement): void => {
    const data = readTable(table);
    if (!data) {
      readChildren(table);
      return;
    }
    const addRows = () => {
      let grouped = false;
      for (const { type, text } of data.lines) {
        if (type === 'row') blocks.push({ type: 'line', text, shape: 'rows' });
        else {
          if (grouped) blocks.push({ type: 'close' });
          blocks.push({ type: 'open', text });
          grouped = true;
        }
      }
      if (grouped) blocks.push({ type: 'close' });
    };
    if (data.caption === '') addRows();
    else scoped(data.caption, addRows);
  };

  readElement(root);
  endLine();
  return blocks;
}

/** Whether a group of fields has a name, and nothing but labels besides. */
function isChoice(fieldset: DomElement): boolean {
  const parts = [...descendants(fieldset)].filter(({ name }) => name === 'legend' || name === 'label');
  const length = parts.reduce((sum, part) => sum + textOf(part).replace(/\s/gu, '').length, 0);
  return (
    parts[0]?.name === 'legend' && parts.length > 1 && length === textOf(fieldset).replace(/\s/gu, '').length
  );
}

/** Whether an element is so much of the page that it has its title. */
function holdsTitle(element: DomElement): boolean {
  for (const inner of descendants(element)) if (inner.name === 'h1' || inner.name === 'body') return true;
  return false;
}

type Heading = Block & { type: 'heading' };

function headingOf(element: DomElement): Heading | null {
  const level =
    /^h([1-6])$/.exec(element.name)?.[1] ??
    (attribute(element, 'role') === 'heading' ? attribute(element, 'aria-level') || '2' : '');
  if (level !== '') {
    const text = textOf(element);
    if (text.length > LONGEST_HEADING || !/[\p{L}\p{N}]/u.test(text)) return null;
    return { type: 'heading', level: Math.min(Math.max(Number.parseInt(level, 10) || 2, 1), 6), text };
  }
  return openerHeading(element) ?? boldHeading(element);
}

/** A control that shows or hides what follows it. */
const isExpander = (element: DomElement) => element.name === 'button' && 'aria-expanded' in element.attribs;

/** The question of an accordion that only classes mark. */
function openerHeading(element: DomElement): Heading | null {
  if (!isExpander(element) && !(/^(?:div|p|button|header)$/.test(element.name) && isOpenerHeading(element)))
    return null;
  for (const inner of descendants(element))
    if (/^(?:p|ul|ol|table|dl|h[1-6])$/.test(inner.name) && inner !== element) return null;
  const text = textOf(element);
  return text === '' || text.length > LONGEST_HEADING ? null : { type: 'heading', level: BOLD_LEVEL, text };
}

/** A paragraph that is bold throughout and no sentence: what many editors use for a heading. */
function boldHeading(element: DomElement): Heading | null {
  if (element.name !== 'p' && element.name !== 'div') return null;
  const content = element.children.filter(
    (child) => isElement(child) || (textData(child) ?? '').trim() !== '',
  );
  const [only] = content;
  if (content.length !== 1 || !isElement(only) || (only.name !== 'b' && only.name !== 'strong')) return null;
  const text = textOf(only);
  if (
    text === '' ||
    text.length > LONGEST_BOLD_HEADING ||
    /[.!,;…。]["'”’)]?$/u.test(text) ||
    only.children.some((child) => isElement(child) && child.name === 'br')
  )
    return null;
  return { type: 'heading', level: BOLD_LEVEL, text: text.replace(/\s*:$/, '') };
}
