import type { CheerioAPI } from 'cheerio';
import {
  allElements,
  attribute,
  bodyOf,
  cleanLine,
  type DomElement,
  type DomParent,
  isElement,
  nameWords,
  rawTextOf,
  textData,
} from '../extract/dom.ts';

/** Where a framework draws, and what is there already. */
export interface MountPoint {
  /** Its tag, for the report. */
  name: string;
  ownText: number;
  hasProse: boolean;
  media: number;
}

/** What a page's HTML shows, and what it leaves to scripts. */
export interface ScriptSigns {
  /** Scripts that run; data in script elements (JSON-LD, `__NEXT_DATA__`) is none. */
  scripts: number;
  /** Characters of its own text: not menus, headers, footers, asides, dialogs, cookie notices. Counted up to some 1,000. */
  ownText: number;
  /** Whether some of it is a heading, or a sentence or a row of its own. */
  hasProse: boolean;
  /** The same within the mount point alone; null where there is no mount point. */
  mount: MountPoint | null;
  /** Blocks that stand for content to come. */
  placeholders: number;
  /** Whether it asks for JavaScript to be turned on, in `<noscript>` or for all to see. */
  asksForJavaScript: boolean;
  /** Characters that React has sent ahead, hidden until a script puts them in place. */
  streamedText: number;
  /** Pictures, films, forms and frames: what a page without text may be there for. */
  media: number;
}

/** Where frameworks draw: React, Vue, Next, Nuxt, Gatsby, Quasar, Ember, Svelte, and what their users call it. */
const MOUNT_IDS = new Set(
  `root app __next __nuxt ___gatsby q-app svelte app-root react-root react-app vue-app app-mount app-container main-app
  application ember-application storefront mount`.split(/\s+/),
);
const SILENT = new Set('script style noscript template svg iframe select textarea canvas object'.split(' '));
const FURNITURE = new Set('header footer nav aside dialog menu'.split(' '));
const FURNITURE_ROLES = new Set(
  'banner contentinfo navigation complementary dialog alertdialog search'.split(' '),
);
const CONSENT = new Set(
  'cookie cookies consent gdpr ccpa onetrust didomi usercentrics cookiebot cmp'.split(' '),
);
const PLACEHOLDER = new Set(
  'skeleton skeletons shimmer ghost placeholder loading loader spinner preloader splash'.split(' '),
);
const MEDIA = new Set('img picture video audio iframe form object embed canvas table'.split(' '));
const LINE = new Set('p li dd dt td th blockquote figcaption article section div main body'.split(' '));
const HEADING = /^h[1-3]$/;
/** Characters of a line that says something. */
const PROSE = 25;
/** Characters after which a page's text need not be counted any more. */
const FULL = 1_000;
const WAITING =
  /^(?:please wait|loading|laden|lädt|wird geladen|chargement|cargando|carregando|caricamento|読み込み中|加载中)\b|^(?:読み込み中|加载中)|^[.…\s]*$/i;
const ASKS = /\bjava\s?script\b/i;

/**
 * Looks at a parsed page, once, for {@link needsJavaScript}. Call it before the page is taken apart; it changes nothing.
 */
export function readScriptSigns($: CheerioAPI): ScriptSigns {
  const root = $.root()[0];
  const elements = root ? allElements(root) : [];
  const signs: ScriptSigns = {
    scripts: elements.filter(({ name }) => name === 'script').filter(runs).length,
    ownText: 0,
    hasProse: false,
    mount: null,
    placeholders: 0,
    asksForJavaScript: elements.some(
      ({ name, children }) => name === 'noscript' && ASKS.test(rawTextOf({ children })),
    ),
    streamedText: 0,
    media: 0,
  };
  const body = root && bodyOf(root);
  if (body) read(body, signs);
  return signs;
}

function read(body: DomElement, signs: ScriptSigns): void {
  const visit = (parent: DomParent, mount: MountPoint | null): void => {
    for (const child of parent.children) {
      if (signs.ownText >= FULL) return;
      if (!isElement(child)) continue;
      if (MEDIA.has(child.name)) {
        signs.media += 1;
        if (mount !== null) mount.media += 1;
      }
      if (SILENT.has(child.name)) continue;
      if (isStreamed(child)) {
        signs.streamedText += lengthOf(child);
        continue;
      }
      const words = nameWords(child);
      if (isPlaceholder(child, words)) signs.placeholders += 1;
      if (isFurniture(child, words)) continue;
      const inner = mount ?? mountAt(child);
      if (inner !== null) signs.mount ??= inner;
      count(child, inner === signs.mount ? inner : null);
      visit(child, inner);
    }
  };
  /** Text right in an element; what is in its children is counted with them, but for what only marks words. */
  const count = (element: DomElement, mount: MountPoint | null): void => {
    const line = cleanLine(element.children.map((child) => textData(child) ?? '').join(' '));
    if (line === '' || WAITING.test(line) || /\bcookies?\b/i.test(line)) return;
    if (ASKS.test(line) && line.length < 300) {
      signs.asksForJavaScript = true;
      return;
    }
    const says = HEADING.test(element.name) || (LINE.has(element.name) && line.length >= PROSE);
    for (const place of mount === null ? [signs] : [signs, mount]) {
      place.ownText += line.length;
      place.hasProse ||= says;
    }
  };
  count(body, null);
  visit(body, null);
}

function runs(script: DomElement): boolean {
  return /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(
    attribute(script, 'type').trim(),
  );
}

/** By its name, or, right in the body, an element of the page's own such as `<app-root>`. */
function mountAt(element: DomElement): MountPoint | null {
  const id = attribute(element, 'id');
  const custom = element.name.includes('-') && isElement(element.parent) && element.parent.name === 'body';
  const known =
    MOUNT_IDS.has(id.toLowerCase()) || 'data-reactroot' in element.attribs || 'ng-app' in element.attribs;
  if (!custom && !known) return null;
  return {
    name: id === '' ? `<${element.name}>` : `<${element.name} id="${id.slice(0, 40)}">`,
    ownText: 0,
    hasProse: false,
    media: 0,
  };
}

/** React streams a page's late parts at its end: `<div hidden id="S:0">`. */
function isStreamed(element: DomElement): boolean {
  return 'hidden' in element.attribs && /^S:[\da-z]+$/i.test(attribute(element, 'id'));
}

function isPlaceholder(element: DomElement, words: readonly string[]): boolean {
  return attribute(element, 'aria-busy') === 'true' || words.some((word) => PLACEHOLDER.has(word));
}

function isFurniture(element: DomElement, words: readonly string[]): boolean {
  if (FURNITURE.has(element.name) || FURNITURE_ROLES.has(attribute(element, 'role'))) return true;
  return words.some((word) => CONSENT.has(word));
}

function lengthOf(element: DomElement): number {
  let length = 0;
  for (const child of element.children) {
    if (isElement(child)) length += SILENT.has(child.name) ? 0 : lengthOf(child);
    else length += (textData(child) ?? '').trim().length;
  }
  return length;
}
