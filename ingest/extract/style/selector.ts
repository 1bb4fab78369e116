import { unescapeCss } from './declarations.ts';

/** What one part of a selector asks of an element. */
export interface Compound {
  /** Lower case; null for any. */
  tag: string | null;
  ids: string[];
  classes: string[];
  attributes: AttributeTest[];
  /** `:not()`, `:is()` and `:where()` with compounds in them. */
  not: Compound[];
  anyOf: Compound[][];
  /** `:first-child` and `:last-child`. */
  first: boolean;
  last: boolean;
  checked: boolean;
  /** `:hover`, `:target`, `:focus` and all others that may come true while the page is used, or are not known here. */
  states: string[];
}

export interface AttributeTest {
  name: string;
  operator: '' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';
  value: string;
}

/** Compounds from the subject leftwards, each with the combinator that stands to its left. */
export interface Selector {
  parts: { compound: Compound; combinator: ' ' | '>' | '+' | '~' | null }[];
  /** Comparable: ids, then classes, then tags (Selectors 4, section 17). */
  specificity: number;
}

const LONGEST_SELECTOR = 500;
const MOST_PARTS = 12;
const TOKEN =
  /(?<space>\s*[>+~]\s*|\s+)|(?<tag>\*|(?:[\w\u00A0-\uFFFF-]|\\[\s\S])+)|#(?<id>(?:[\w\u00A0-\uFFFF-]|\\[\s\S])+)|\.(?<class>(?:[\w\u00A0-\uFFFF-]|\\[\s\S])+)|\[(?<attribute>[^\]]*)\]|(?<pseudo>::?[\w-]+)(?:\((?<of>(?:[^()]|\([^()]*\))*)\))?/uy;

/** Splits a selector list at its commas, those within brackets excepted. */
export function splitList(list: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: mark, index } of list.matchAll(/[(),[\]]/g)) {
    if (mark === '(' || mark === '[') depth += 1;
    else if (mark !== ',') depth -= 1;
    else if (depth <= 0) {
      parts.push(list.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, list.slice(from)].map((part) => part.trim());
}

/** Parses one complex selector. @returns null where it is none of an element (`::before`), is wrong or is overlong */
export function parseSelector(text: string): Selector | null {
  if (text === '' || text.length > LONGEST_SELECTOR || /^[>+~]|[>+~]$/.test(text)) return null;
  const parts: Selector['parts'] = [{ compound: emptyCompound(), combinator: null }];
  let specificity = 0;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    const current = parts[0]?.compound;
    if (!groups || !current) return null;
    at = TOKEN.lastIndex;
    if (groups.space !== undefined) {
      const combinator = (groups.space.trim() || ' ') as ' ' | '>' | '+' | '~';
      if (parts.length >= MOST_PARTS) return null;
      parts.unshift({ compound: emptyCompound(), combinator });
      continue;
    }
    const weight = addTest(current, groups);
    if (weight === null) return null;
    specificity += weight;
  }
  return { parts, specificity };
}

/** Adds one simple selector. @returns its specificity, or null for what is no element's */
function addTest(compound: Compound, groups: Record<string, string | undefined>): number | null {
  if (groups.tag !== undefined) {
    if (groups.tag === '*') return 0;
    compound.tag = groups.tag.toLowerCase();
    return 1;
  }
  if (groups.id !== undefined) return count(compound.ids.push(unescapeCss(groups.id)), 10_000);
  if (groups.class !== undefined) return count(compound.classes.push(unescapeCss(groups.class)), 100);
  if (groups.attribute !== undefined) {
    const test = parseAttribute(groups.attribute);
    return test ? count(compound.attributes.push(test), 100) : null;
  }
  const pseudo = (groups.pseudo ?? '').toLowerCase();
  if (pseudo.startsWith('::') || /^:(?:before|after|first-line|first-letter)$/.test(pseudo)) return null;
  return addPseudo(compound, pseudo.slice(1), groups.of);
}

const count = (_length: number, weight: number) => weight;

function addPseudo(compound: Compound, name: string, argument: string | undefined): number {
  if (argument !== undefined && /^(?:not|is|where|matches|any)$/.test(name)) {
    const selectors = splitList(argument).map(parseSelector);
    const compounds = selectors.flatMap((selector) =>
      selector?.parts.length === 1 && selector.parts[0] ? [selector.parts[0].compound] : [],
    );
    if (compounds.length < selectors.length) compound.states.push(name);
    else if (name === 'not') compound.not.push(...compounds);
    else compound.anyOf.push(compounds);
    return name === 'where' ? 0 : Math.max(0, ...selectors.map((selector) => selector?.specificity ?? 0));
  }
  if (name === 'first-child') compound.first = true;
  else if (name === 'last-child') compound.last = true;
  else if (name === 'checked') compound.checked = true;
  else if (name === 'root') compound.tag = 'html';
  else compound.states.push(name);
  return 100;
}

function parseAttribute(text: string): AttributeTest | null {
  const found = /^\s*([\w-]+)\s*(?:([~|^$*]?=)\s*("[^"]*"|'[^']*'|[^\s"']+)\s*[isIS]?\s*)?$/.exec(text);
  if (!found) return null;
  const value = (found[3] ?? '').replace(/^(["'])(.*)\1$/s, '$2');
  return {
    name: (found[1] ?? '').toLowerCase(),
    operator: (found[2] ?? '') as AttributeTest['operator'],
    value: unescapeCss(value),
  };
}

function emptyCompound(): Compound {
  return {
    tag: null,
    ids: [],
    classes: [],
    attributes: [],
    not: [],
    anyOf: [],
    first: false,
    last: false,
    checked: false,
    states: [],
  };
}
