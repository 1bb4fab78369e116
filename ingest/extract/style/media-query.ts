/** A screen that a page is shown on, in CSS pixels. */
export interface Viewport {
  width: number;
  height: number;
}

/** What is hidden on a computer and shown on a telephone, or the other way round, is not hidden. */
export const viewports: readonly Viewport[] = [
  { width: 1_280, height: 800 },
  { width: 390, height: 844 },
];

/** Whether a media query list (Media Queries 4) holds on a screen; a feature that is not known here does not. */
export function matchesMedia(list: string, viewport: Viewport): boolean {
  if (list.trim() === '') return true;
  return list.split(',').some((query) => matchesQuery(query.trim().toLowerCase(), viewport));
}

function matchesQuery(query: string, viewport: Viewport): boolean {
  const negated = /^not\b/.test(query);
  const type = /^(?:not\s+|only\s+)?([a-z]+)/.exec(query)?.[1] ?? 'all';
  const features = [...query.matchAll(/\(([^()]*)\)/g)].map(([, feature = '']) => feature.trim());
  const holds =
    /^(?:all|screen|not)$/.test(type) && features.every((feature) => hasFeature(feature, viewport));
  return holds !== negated;
}

function hasFeature(feature: string, viewport: Viewport): boolean {
  const [name = '', value = ''] = feature.split(':').map((part) => part.trim());
  const bound = /^(min|max)-(?:device-)?(width|height)$/.exec(name);
  if (bound) {
    const size = viewport[bound[2] as keyof Viewport];
    const limit = pixels(value);
    return bound[1] === 'min' ? size >= limit : size <= limit;
  }
  const range = /^(width|height)\s*([<>])(=?)\s*([\d.]+[a-z]+)$/.exec(feature);
  if (range) {
    const size = viewport[range[1] as keyof Viewport];
    const limit = pixels(range[4] ?? '');
    return (range[3] === '=' && size === limit) || (range[2] === '<' ? size < limit : size > limit);
  }
  const portrait = viewport.height > viewport.width;
  if (name === 'orientation') return value === (portrait ? 'portrait' : 'landscape');
  return /^(?:prefers-reduced-motion: ?no-preference|prefers-color-scheme: ?light|scripting: ?enabled|color)$/.test(
    feature,
  );
}

function pixels(length: string): number {
  const value = Number.parseFloat(length);
  return /r?em$/.test(length) ? value * 16 : value;
}
