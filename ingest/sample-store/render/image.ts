import type { CategorySlug, Product } from '../data/types.ts';
import { escapeHtml } from './html.ts';

const silhouettes: Record<CategorySlug, string> = {
  jackets:
    '<path d="M105 70 80 85 52 170l26 10 12-34v84h100v-84l12 34 26-10-28-85-25-15c-8 14-62 14-70 0z"/><path d="M140 82v148" class="l"/>',
  fleece:
    '<path d="M105 74 80 88 54 172l26 10 12-34v82h96v-82l12 34 26-10-26-84-25-14c-8 12-62 12-70 0z"/><path d="M140 84v50M112 170h56" class="l"/>',
  gloves:
    '<path d="M100 230v-70l-22-34c-6-12 8-20 16-10l16 20V70c0-14 18-14 18 0v-8c0-14 20-14 20 0v8c0-12 18-12 18 0v12c0-10 16-10 16 0v78l-10 30v40z"/>',
  socks: '<path d="M110 60h52v92l44 42c18 20-4 42-26 34l-70-34z"/><path d="M110 86h52" class="l"/>',
  boots: '<path d="M92 70h62v66l56 26c16 8 16 40 8 48H92z"/><path d="M86 210h136v18H86z" class="d"/>',
  shoes:
    '<path d="M62 150c20 6 42 2 58-22l26 26 64 16c14 4 14 28 8 34H62z"/><path d="M58 204h164v16H58z" class="d"/>',
  backpacks:
    '<path d="M96 92c0-40 88-40 88 0v128c0 16-88 16-88 0z"/><path d="M108 150h64v50h-64zM118 62c0-22 44-22 44 0" class="l"/>',
  tents: '<path d="M36 214 140 74l104 140z"/><path d="M140 74v140l-34 0z" class="d"/>',
  'sleeping-bags':
    '<path d="M108 96c0-52 64-52 64 0l14 60-18 76h-56l-18-76z"/><path d="M126 92c0-22 28-22 28 0s-28 18-28 0z" class="d"/>',
  'sleeping-pads':
    '<path d="M98 60h84c10 0 10 166 0 166H98c-10 0-10-166 0-166z"/><path d="M92 100h96M92 140h96M92 180h96" class="l"/>',
  stoves: '<path d="M110 160h60v60h-60z"/><path d="M100 120h80l-14 26h-52zM88 104h104" class="d"/>',
  bottles:
    '<path d="M124 62h32v22c24 8 24 24 24 40v96c0 14-80 14-80 0v-96c0-16 0-32 24-40z"/><path d="M120 50h40v14h-40z" class="d"/>',
  headlamps:
    '<path d="M52 124c30-34 146-34 176 0v20c-40-24-136-24-176 0z" class="d"/><circle cx="140" cy="144" r="36"/><circle cx="140" cy="144" r="20" fill="#fffbe0"/>',
  'trekking-poles':
    '<path d="m96 52 10-2 30 176-6 2zM184 52l-10-2-30 176 6 2z"/><path d="m92 48 16-3 5 34-12 2zM188 48l-16-3-5 34 12 2z" class="d"/>',
  kids: '<path d="M112 96 92 108l-20 60 20 8 10-24v66h76v-66l10 24 20-8-20-60-20-12c-6 10-50 10-56 0z"/><circle cx="140" cy="74" r="20" class="d"/>',
  'dog-gear':
    '<path d="M66 130h110l24-30 24 14-6 24-18 8v70h-16v-48h-84v48H84v-52z"/><path d="M104 124h52v40h-52z" class="d"/>',
};

const palette: Record<string, string> = {
  black: '#30343a',
  white: '#e9ecef',
  grey: '#8a9199',
  gray: '#8a9199',
  charcoal: '#44484e',
  slate: '#5c6b7a',
  steel: '#9aa5b1',
  navy: '#27406b',
  blue: '#3873b3',
  cobalt: '#2950a8',
  midnight: '#1f2d4d',
  teal: '#23837f',
  green: '#3e7d4a',
  'forest green': '#2c5b3a',
  moss: '#6b7a3a',
  sage: '#93a889',
  pine: '#2f5d50',
  olive: '#74743a',
  lime: '#9cc53b',
  yellow: '#e5b92e',
  mustard: '#c99a2e',
  orange: '#dc7a2b',
  'signal orange': '#ee6a1f',
  rust: '#a9502c',
  red: '#b83a34',
  plum: '#6d3a63',
  brown: '#7a5236',
  tan: '#b58a5e',
  sand: '#cbb58c',
  cream: '#e7dcc0',
};

/** A drawing of the product as SVG, in its first color. */
export function productImage(product: Product): string {
  const color = palette[product.colors[0]?.toLowerCase() ?? ''] ?? '#6d7a86';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 280" role="img" aria-label="${escapeHtml(product.name)}"><style>.l{fill:none;stroke:#0003;stroke-width:4}.d{fill:#0004}</style><rect width="280" height="280" fill="#f1eee7"/><path d="M0 236 70 200l60 26 70-40 80 44v50H0z" fill="#e2ddd0"/><g fill="${color}">${silhouettes[product.category]}</g></svg>\n`;
}

/** The shop's mark, for link previews and as favicon. */
export function markImage(): string {
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="5" fill="#234036"/><path d="M3 18 9 7l4 6 2-3 6 8z" fill="#f1eee7"/></svg>\n';
}
