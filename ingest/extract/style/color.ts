/** Red, green and blue in 0…255, alpha in 0…1. */
export interface Color {
  r: number;
  g: number;
  b: number;
  a: number;
}

/** CSS names for colors that text is hidden with, or stands on, often enough (CSS Color 4, section 6.1). */
const named = new Map<string, number>(
  Object.entries({
    aliceblue: 0xf0f8ff,
    antiquewhite: 0xfaebd7,
    azure: 0xf0ffff,
    beige: 0xf5f5dc,
    bisque: 0xffe4c4,
    black: 0,
    blanchedalmond: 0xffebcd,
    blue: 0x0000ff,
    brown: 0xa52a2a,
    coral: 0xff7f50,
    cornsilk: 0xfff8dc,
    crimson: 0xdc143c,
    cyan: 0x00ffff,
    aqua: 0x00ffff,
    darkblue: 0x00008b,
    darkgray: 0xa9a9a9,
    darkgrey: 0xa9a9a9,
    darkgreen: 0x006400,
    darkred: 0x8b0000,
    darkslategray: 0x2f4f4f,
    darkslategrey: 0x2f4f4f,
    dimgray: 0x696969,
    dimgrey: 0x696969,
    floralwhite: 0xfffaf0,
    fuchsia: 0xff00ff,
    magenta: 0xff00ff,
    gainsboro: 0xdcdcdc,
    ghostwhite: 0xf8f8ff,
    gold: 0xffd700,
    gray: 0x808080,
    grey: 0x808080,
    green: 0x008000,
    honeydew: 0xf0fff0,
    indigo: 0x4b0082,
    ivory: 0xfffff0,
    khaki: 0xf0e68c,
    lavender: 0xe6e6fa,
    lavenderblush: 0xfff0f5,
    lemonchiffon: 0xfffacd,
    lightcyan: 0xe0ffff,
    lightgray: 0xd3d3d3,
    lightgrey: 0xd3d3d3,
    lightyellow: 0xffffe0,
    lime: 0x00ff00,
    linen: 0xfaf0e6,
    maroon: 0x800000,
    midnightblue: 0x191970,
    mintcream: 0xf5fffa,
    mistyrose: 0xffe4e1,
    moccasin: 0xffe4b5,
    navy: 0x000080,
    oldlace: 0xfdf5e6,
    olive: 0x808000,
    orange: 0xffa500,
    orangered: 0xff4500,
    papayawhip: 0xffefd5,
    pink: 0xffc0cb,
    purple: 0x800080,
    rebeccapurple: 0x663399,
    red: 0xff0000,
    salmon: 0xfa8072,
    seashell: 0xfff5ee,
    silver: 0xc0c0c0,
    slategray: 0x708090,
    slategrey: 0x708090,
    snow: 0xfffafa,
    teal: 0x008080,
    tomato: 0xff6347,
    violet: 0xee82ee,
    wheat: 0xf5deb3,
    white: 0xffffff,
    whitesmoke: 0xf5f5f5,
    yellow: 0xffff00,
    canvas: 0xffffff,
    canvastext: 0,
  }),
);

/** Closer than this in each channel, of 255, text cannot be told from what it stands on. */
const SAME = 20;

/**
 * Reads a CSS color (CSS Color 4): a name, `#rgb[a]`, `#rrggbb[aa]`, `rgb()`, `hsl()`, `transparent`.
 * @returns null for what is no such color, `currentcolor` and variables among it
 */
export function parseColor(text: string): Color | null {
  const value = text.trim().toLowerCase();
  if (value === 'transparent') return { r: 0, g: 0, b: 0, a: 0 };
  const name = named.get(value);
  if (name !== undefined) return { r: name >> 16, g: (name >> 8) & 255, b: name & 255, a: 1 };
  if (/^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/.test(value)) return fromHex(value.slice(1));
  const call = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(value);
  if (!call) return null;
  const [first, second, third, alpha] = (call[2] ?? '').split(/[\s,/]+/).filter(Boolean);
  const a = alpha === undefined ? 1 : amount(alpha, 1);
  if (call[1] === 'rgb') {
    const [r, g, b] = [first, second, third].map((channel) => amount(channel, 255));
    return valid(r, g, b, a);
  }
  return fromHsl(angle(first), amount(second, 1, 100), amount(third, 1, 100), a);
}

/** Whether text of one color cannot be read on another, which is opaque. */
export function sameToTheEye(text: Color, background: Color): boolean {
  const channels = ['r', 'g', 'b'] as const;
  return channels.every((name) => Math.abs(text[name] - background[name]) * text.a <= SAME);
}

/** What is seen where a color lies on an opaque one. */
export function blend(over: Color, under: Color): Color {
  const mix = (top: number, bottom: number) => top * over.a + bottom * (1 - over.a);
  return { r: mix(over.r, under.r), g: mix(over.g, under.g), b: mix(over.b, under.b), a: 1 };
}

function fromHex(hex: string): Color {
  const pairs = hex.length <= 4 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
  const [r = 0, g = 0, b = 0, a = 255] = pairs.map((pair) => Number.parseInt(pair, 16));
  return { r, g, b, a: a / 255 };
}

/** A number or percentage as a part of `whole`, within bounds. @param plain what a bare number is out of */
function amount(text: string | undefined, whole: number, plain = whole): number {
  if (text === undefined || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/.test(text)) return Number.NaN;
  const part = Number.parseFloat(text) / (text.endsWith('%') ? 100 : plain);
  return Math.min(Math.max(part, 0), 1) * whole;
}

function angle(text = ''): number {
  const units: Record<string, number> = { '': 1, deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };
  const found = /^([+-]?[\d.]+)([a-z]*)$/.exec(text);
  return Number(found?.[1]) * (units[found?.[2] ?? ''] ?? Number.NaN);
}

/** CSS Color 4, section 7.1. */
function fromHsl(hue: number, saturation: number, lightness: number, a: number): Color | null {
  const chroma = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (((n + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return valid(channel(0), channel(8), channel(4), a);
}

function valid(r = Number.NaN, g = Number.NaN, b = Number.NaN, a = 1): Color | null {
  return [r, g, b, a].every(Number.isFinite) ? { r, g, b, a } : null;
}
