import type { CheerioAPI } from 'cheerio';

/** The node types of cheerio's tree, without importing the package that declares them. */
type DomDocument = NonNullable<ReturnType<CheerioAPI['root']>[number]>;
export type DomNode = DomDocument['children'][number];
export type DomElement = Extract<DomNode, { attribs: Record<string, string> }>;
export type DomParent = DomDocument | DomElement;

export function isElement(node: DomNode | DomParent | null | undefined): node is DomElement {
  return node != null && 'attribs' in node;
}

/** Text of a text node; undefined for any other. */
export function textData(node: DomNode): string | undefined {
  return node.type === 'text' && 'data' in node ? node.data : undefined;
}

export function attribute(element: DomElement, name: string): string {
  return element.attribs[name] ?? '';
}

export function childElements(parent: { readonly children: readonly DomNode[] }): DomElement[] {
  return parent.children.filter((child) => isElement(child));
}

/** All elements of a page in document order, those in a `<template>` among them, as a selector finds them. */
export function allElements(root: DomParent): DomElement[] {
  const elements: DomElement[] = [];
  const pending: DomParent[] = [root];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    if (isElement(parent)) elements.push(parent);
    for (let at = parent.children.length - 1; at >= 0; at -= 1) {
      const child = parent.children[at];
      // A document is what a template holds.
      if (isElement(child) || child?.type === 'root') pending.push(child as DomParent);
    }
  }
  return elements;
}

/** The page's `<body>`, which a page of frames lacks. */
export function bodyOf(root: DomParent): DomElement | undefined {
  for (const html of childElements(root))
    for (const child of childElements(html)) if (child.name === 'body') return child;
  return undefined;
}

/** Text of an element as it is written, a script's included. */
export function rawTextOf(root: { readonly children: readonly DomNode[] }): string {
  const [only] = root.children;
  if (only === undefined) return '';
  if (root.children.length === 1) return textData(only) ?? ('children' in only ? rawTextOf(only) : '');
  return root.children
    .map((child) => textData(child) ?? ('children' in child ? rawTextOf(child) : ''))
    .join('');
}

/** An element's descendants and itself, in document order. */
export function* descendants(root: DomElement): Generator<DomElement> {
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at -= 1) {
      const child = element.children[at];
      if (isElement(child)) pending.push(child);
    }
  }
}

// Format characters (zero-width, bidi control, soft hyphen, tags), blank letters, and controls but white space. Arabic
// number signs are seen; joiners shape words in Persian and Indic scripts, and emoji, but nothing after a Latin letter.
const invisible =
  /(?!\u200C|\u200D|[\u0600-\u0605\u06DD])\p{Cf}|[\u115F\u1160\u3164\uFFA0]|(?![\t\n\r\f])\p{Cc}|(?<=^|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}\p{Z}])(?:\u200C|\u200D)+/gu;

/** `text` without characters that no reader sees, so that hidden ones can neither break words nor carry text. */
function withoutInvisible(text: string): string {
  return plain.test(text) ? text : text.replace(invisible, '');
}

/** Seen, all of it. */
const plain = /^[\t\n\f\r -~]*$/;

/** One line: invisible characters dropped, white space collapsed and trimmed. */
export function cleanLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/gu, ' ').trim();
}

const blockTags = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table
  tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Whether an element starts a line of its own. */
export function isBlock(element: DomElement): boolean {
  return blockTags.has(element.name);
}

/** All the text below a node but what is left out, as one clean line; blocks and `<br>` are apart by a space. */
export function textOf(root: DomNode | DomParent, leftOut?: ReadonlySet<DomNode>): string {
  const parts: string[] = [];
  const pending: (DomNode | DomParent | string)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node);
    else if ('children' in node) {
      const apart = isElement(node) && (isBlock(node) || node.name === 'br');
      if (apart) {
        parts.push(' ');
        pending.push(' ');
      }
      for (let at = node.children.length - 1; at >= 0; at -= 1) {
        const child = node.children[at];
        if (child && !leftOut?.has(child)) pending.push(child);
      }
    } else parts.push(textData(node) ?? '');
  }
  return cleanLine(parts.join(''));
}

const noWords: readonly string[] = [];
/** A page repeats its classes, and a site its pages' classes. */
const MAX_KNOWN = 5_000;
const LONGEST_KNOWN = 200;
const knownNames = new Map<string, readonly string[]>();

/** Lower-case words of an element's class and id, split at case changes, hyphens and underscores. */
export function nameWords({ attribs }: DomElement): readonly string[] {
  const { class: classes, id } = attribs;
  if (!classes && !id) return noWords;
  const names = `${classes ?? ''} ${id ?? ''}`.slice(0, 2_000);
  const known = knownNames.get(names);
  if (known !== undefined) return known;
  const words = splitNames(names);
  if (names.length > LONGEST_KNOWN) return words;
  if (knownNames.size >= MAX_KNOWN) knownNames.clear();
  knownNames.set(names, words);
  return words;
}

function splitNames(names: string): string[] {
  return names
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
