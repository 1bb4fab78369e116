import { parseColor } from './color.ts';

/** What a declaration says, in lower case. */
export interface Declared {
  value: string;
  important: boolean;
}

/** Declarations by property; `background` and `font` are split into the longhands that decide whether text is seen. */
export type Declarations = ReadonlyMap<string, Declared>;

/** The values of declarations, by property. */
export type Values = ReadonlyMap<string, string>;

/** Longer texts are data (embedded pictures), and no value that is looked at. */
const LONGEST_VALUE = 1_000;
const PIECE = /"(?:\\[\s\S]|[^"\\])*"?|'(?:\\[\s\S]|[^'\\])*'?|\([^()]*\)?|[^;"'(]+|[;)]/g;

/**
 * Parses the content of a `style` attribute or of a rule's block (CSS Syntax, section 5.4.4). Never throws.
 * @param wanted the properties to read; all by default
 */
export function parseDeclarations(
  css: string,
  wanted?: (property: string) => boolean,
): Map<string, Declared> {
  const declarations = new Map<string, Declared>();
  for (const part of splitDeclarations(css)) {
    const colon = part.indexOf(':');
    if (colon < 1 || part.length > LONGEST_VALUE) continue;
    const name = unescapeCss(part.slice(0, colon)).trim().toLowerCase();
    if (wanted && !shorthands.has(name) && !wanted(name)) continue;
    const written = unescapeCss(part.slice(colon + 1))
      .trim()
      .toLowerCase();
    const important = /!\s*important$/.test(written);
    const value = important ? written.replace(/\s*!\s*important$/, '') : written;
    if (value === '') continue;
    for (const [property, longhand] of longhands(name, value)) {
      if (wanted && !wanted(property)) continue;
      if (important || !declarations.get(property)?.important)
        declarations.set(property, { value: longhand, important });
    }
  }
  return declarations;
}

const shorthands: ReadonlySet<string> = new Set(['background', 'font']);

function splitDeclarations(css: string): string[] {
  if (!/["'(]|\/\*/.test(css)) return css.split(';');
  const parts: string[] = [];
  let part = '';
  for (const [piece] of css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ').matchAll(PIECE)) {
    if (piece === ';') {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  parts.push(part);
  return parts;
}

/** `\64 isplay` is `display` (CSS Syntax, section 4.3.7). */
export function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([\s\S]))/gi, (_, hex: string | undefined, other = '') => {
    if (hex === undefined) return other;
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

function longhands(name: string, value: string): [string, string][] {
  if (name === 'background') return background(value);
  if (name === 'font') {
    const size = /(?:^|\s)((?:[\d.]+(?:[a-z]+|%)?)|inherit)(?=\s*\/|\s+\S|$)/.exec(
      withoutWeights(value),
    )?.[1];
    return size === undefined ? [] : [['font-size', size]];
  }
  return [[name, value]];
}

const withoutWeights = (font: string) => font.replace(/(?:^|\s)[1-9]00(?=\s)/g, ' ');

function background(value: string): [string, string][] {
  const image = /url\(|gradient\(|image\(|image-set\(/.test(value) ? 'some' : 'none';
  const tokens = value.match(/[a-z-]+\([^()]*\)|[^\s,/]+/g) ?? [];
  const color = tokens.find((token) => parseColor(token) !== null) ?? '';
  const unknown = /var\(/.test(value) ? 'unknown' : 'transparent';
  return [
    ['background-image', image],
    ['background-color', color === '' ? unknown : color],
  ];
}

/** Declarations without their importance. */
export function valuesIn(declarations: Declarations): Values {
  return new Map([...declarations].map(([name, { value }]) => [name, value]));
}
