import { attribute, type DomElement, descendants, isElement } from '../dom.ts';
import { blend, type Color, parseColor, sameToTheEye } from './color.ts';
import type { Values } from './declarations.ts';

/** What decides, besides the boxes around it, whether text is seen; handed down from element to element. */
export interface TextLook {
  visible: boolean;
  /** CSS pixels; null where styles that are not read may decide. */
  fontSize: number | null;
  /** Whether lines begin off the screen. */
  indented: boolean;
  /** Null where it is not stated, or styles that are not read may decide. */
  color: Color | null;
  background: Color | null;
}

/** Text smaller than this is a mark at best, in CSS pixels. */
const READABLE = 2;
const WHITE: Color = { r: 255, g: 255, b: 255, a: 1 };
const keywords = /^(?:inherit|unset|revert|revert-layer)$/;

/** A page's text before any style: black on white, which is taken as not stated until something is. */
export const initialLook: TextLook = {
  visible: true,
  fontSize: 16,
  indented: false,
  color: null,
  background: WHITE,
};

/** Whether text of this look cannot be seen. */
export function isUnseen({ visible, fontSize, indented, color, background }: TextLook): boolean {
  if (!visible || indented || (fontSize !== null && fontSize < READABLE)) return true;
  if (!color) return false;
  return color.a < 0.05 || (background !== null && sameToTheEye(color, background));
}

/**
 * The look of an element's own text.
 * @param parent its parent's
 * @param external whether styles that are not read may style what has a class or an id
 */
export function lookOf(element: DomElement, values: Values, parent: TextLook, external: boolean): TextLook {
  const named = external && ('class' in element.attribs || 'id' in element.attribs);
  if (values.size === 0 && !named && plain.has(element.name)) return parent;
  const background = backgroundOf(element, values, parent, named);
  return {
    visible: visibilityOf(values.get('visibility'), parent.visible),
    fontSize: fontSizeOf(values.get('font-size'), named && parent.fontSize !== 16 ? null : parent.fontSize),
    indented: indentOf(values.get('text-indent'), named ? false : parent.indented),
    color: colorOf(element, values, named ? null : parent.color),
    background,
  };
}

/** Elements without looks of their own or attributes for them. */
const plain = new Set(
  'div p span ul ol li section article main strong b em i dl dt dd h1 h2 h3 h4 h5 h6'.split(' '),
);

function visibilityOf(value: string | undefined, inherited: boolean): boolean {
  if (value === undefined || keywords.test(value)) return inherited;
  return value !== 'hidden' && value !== 'collapse';
}

function fontSizeOf(value: string | undefined, inherited: number | null): number | null {
  if (value === undefined || keywords.test(value)) return inherited;
  const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|r?em|%|ex|ch|mm|cm|in|pc|v[wh])?$/.exec(
    value,
  );
  if (!found) return null;
  const scale: Record<string, number | null> = {
    px: 1,
    pt: 4 / 3,
    rem: 16,
    em: inherited,
    '%': inherited === null ? null : inherited / 100,
    ex: 8,
    ch: 8,
    mm: 3.8,
    cm: 38,
    in: 96,
    pc: 16,
    vw: 8,
    vh: 8,
  };
  const size = Number(found[1]);
  const unit = scale[found[2] ?? 'px'] ?? null;
  return size === 0 ? 0 : unit === null ? null : size * unit;
}

function indentOf(value: string | undefined, inherited: boolean): boolean {
  if (value === undefined || keywords.test(value)) return inherited;
  const length = /^(-\d+(?:\.\d+)?)(px|r?em|%)?/.exec(value);
  return length !== null && Number(length[1]) * (/em$/.test(length[2] ?? '') ? 16 : 1) <= -99;
}

function colorOf(element: DomElement, values: Values, inherited: Color | null): Color | null {
  const shadowed = /\d/.test(values.get('text-shadow') ?? '');
  const clipped = /text/.test(values.get('background-clip') ?? values.get('-webkit-background-clip') ?? '');
  // Letters of a shadow or cut out of a background are seen without a color.
  if (shadowed || clipped) return null;
  const stated =
    values.get('-webkit-text-fill-color') ??
    values.get('color') ??
    (element.name === 'font' ? attribute(element, 'color') : '');
  if (stated === 'initial') return null;
  // Browsers have a color of their own for links, buttons and marks.
  if (stated === '' && /^(?:a|button|mark)$/.test(element.name)) return null;
  return stated === '' || keywords.test(stated) || stated === 'currentcolor' ? inherited : parseColor(stated);
}

function backgroundOf(element: DomElement, values: Values, parent: TextLook, named: boolean): Color | null {
  if (/url\(|gradient\(|some|var\(/.test(values.get('background-image') ?? '')) return null;
  const stated = values.get('background-color') ?? attribute(element, 'bgcolor');
  const under = named || liesOverPicture(element, values) ? null : parent.background;
  if (stated === '' || /^(?:transparent|none|initial|unset|revert)$/.test(stated)) {
    return element.name === 'mark' || element.name === 'button' || 'background' in element.attribs
      ? null
      : under;
  }
  if (stated === 'inherit') return parent.background;
  const color = parseColor(stated);
  if (!color) return null;
  if (color.a === 1) return color;
  return color.a < 0.05 ? under : under && blend(color, under);
}

/** Whether an element is laid over what stands beside it, and a picture does. */
function liesOverPicture(element: DomElement, values: Values): boolean {
  if (!/^(?:absolute|fixed|sticky)$/.test(values.get('position') ?? '') || !isElement(element.parent))
    return false;
  for (const inner of descendants(element.parent))
    if (/^(?:img|picture|video|svg|canvas|iframe)$/.test(inner.name)) return true;
  return false;
}
