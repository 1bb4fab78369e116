import type { Values } from './declarations.ts';

/** A way in which an element's box hides all that is in it, with the properties that do so. */
export interface Hiding {
  /** `clip`: what screen readers alone are given; `fade`: what scripts commonly show while a page is scrolled. */
  kind: 'none' | 'size' | 'clip' | 'fade' | 'away';
  properties: string[];
}

/** Further from the edge than any screen is wide, in CSS pixels. */
const OFF_SCREEN = -999;
const edges = ['left', 'top', 'right', 'bottom', 'inset', 'inset-inline-start', 'inset-block-start'];
const margins = ['margin', 'margin-left', 'margin-top', 'margin-right', 'margin-inline-start'];
const sizes = ['height', 'max-height', 'block-size', 'max-block-size', 'width', 'max-width', 'inline-size'];

/** How an element's declarations hide its box. @returns null where they do not */
export function boxHiding(values: Values): Hiding | null {
  if (values.size === 0) return null;
  const value = (name: string) => values.get(name) ?? '';
  if (value('display') === 'none') return { kind: 'none', properties: ['display'] };
  if (value('content-visibility') === 'hidden') return { kind: 'none', properties: ['content-visibility'] };
  const animated = [...values.keys()].some((name) => /^(?:-webkit-)?animation(?:-name)?$/.test(name));
  if (!animated && isFaded(values)) return { kind: 'fade', properties: ['opacity', 'filter'] };
  const positioned = /^(?:absolute|fixed)$/.test(value('position'));
  if (isClipped(values, positioned)) return { kind: 'clip', properties: ['clip', 'clip-path', 'position'] };
  const cut = /hidden|clip/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`);
  if (cut && sizes.some((name) => isNothing(value(name))))
    return { kind: 'size', properties: [...sizes, 'overflow'] };
  if (cut && /^1px$/.test(value('width')) && /^1px$/.test(value('height')))
    return { kind: 'clip', properties: ['width', 'height', 'position'] };
  const moved = positioned || value('position') === 'relative';
  if (moved && edges.some((name) => isFarOff(value(name)))) return { kind: 'away', properties: edges };
  if (margins.some((name) => isFarOff(value(name)))) return { kind: 'away', properties: margins };
  if (
    /translate(?:x|y|3d)?\([^)]*-\d{4,}/.test(value('transform')) ||
    /scale[xy]?\(\s*0?\.?0*\s*[,)]/.test(value('transform'))
  )
    return { kind: 'away', properties: ['transform'] };
  return null;
}

/** Whether declarations undo a way of hiding. */
export function undoes(values: Values, { properties }: Hiding): boolean {
  return properties.some((name) => values.has(name)) && boxHiding(values) === null;
}

function isFaded(values: Values): boolean {
  const opacity = values.get('opacity');
  if (opacity !== undefined && part(opacity) < 0.05) return true;
  const filtered = /opacity\(([^)]*)\)/.exec(values.get('filter') ?? '')?.[1];
  return filtered !== undefined && part(filtered) < 0.05;
}

const part = (text: string) => Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);

/** `clip: rect()` whose edges meet (CSS Masking 1, section 6), or a `clip-path` that leaves nothing. */
function isClipped(values: Values, positioned: boolean): boolean {
  const rect = /^rect\(([^)]*)\)/.exec(values.get('clip') ?? '')?.[1];
  if (positioned && rect !== undefined && !rect.includes('auto')) {
    const [top = 0, right = 0, bottom = 0, left = 0] = rect
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number.parseFloat);
    // 1px is what screen-reader-only styles leave.
    if (bottom - top <= 1 || right - left <= 1) return true;
  }
  const path = values.get('clip-path') ?? values.get('-webkit-clip-path') ?? '';
  const inset = /^inset\(\s*([^)]*?)\s*\)/.exec(path)?.[1];
  if (inset !== undefined) {
    const [top = '0', right = top, bottom = top, left = right] = inset.split(/\s+/);
    return percent(top) + percent(bottom) >= 100 || percent(left) + percent(right) >= 100;
  }
  if (/^(?:circle|ellipse)\(\s*0(?:px|%)?[\s)]/.test(path)) return true;
  const corners = /^polygon\(([^)]*)\)/.exec(path)?.[1];
  if (corners === undefined) return false;
  const points = corners
    .split(',')
    .map((point) => point.trim().split(/\s+/).map(Number.parseFloat).join(' '));
  return new Set(points).size < 3;
}

const percent = (text: string) => (text.endsWith('%') ? Number.parseFloat(text) : 0);

/** A length of nothing, or of so little that no letter fits. */
const isNothing = (length: string) =>
  /^[+-]?(?:0+(?:\.0*)?|0*\.\d+)(?:px|r?em|%|v[hw]|pt)?$/.test(length) && Number.parseFloat(length) < 0.5;

/** Whether any length of a value lies off every screen. */
function isFarOff(value: string): boolean {
  return value.split(/\s+/).some((length) => {
    const found = /^(-\d+(?:\.\d+)?)(px|r?em|v[wh]|%|pt)?$/.exec(length);
    if (!found) return false;
    const scale = /em$/.test(found[2] ?? '') ? 16 : /^(?:v|%)/.test(found[2] ?? '') ? 8 : 1;
    return Number(found[1]) * scale <= OFF_SCREEN;
  });
}
