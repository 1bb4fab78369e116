/** Which of a site's pages a source is made of. */
export interface UrlFilterOptions {
  /** Globs; a URL must match one of them. Default: every URL does. */
  include?: string[];
  /** Globs; a URL must match none of them. */
  exclude?: string[];
}

/**
 * Makes the test of a source's globs: `*` is any run of characters but `/`, `**` any run, `?` one character. A glob
 * that begins with `http` is held against the whole URL, any other against its path and query; a slash at the end of the
 * path makes no difference.
 *
 * @returns a function that gives null for a wanted URL, or why it is not wanted.
 */
export function makeUrlFilter({
  include = [],
  exclude = [],
}: UrlFilterOptions): (url: string) => string | null {
  const wanted = include.map(compileGlob);
  const unwanted = exclude.map(compileGlob);
  return (url) => {
    const { origin, pathname, search } = new URL(url);
    // Whoever writes `/cart*` means `/cart/` too.
    const paths = new Set([pathname, pathname.replace(/(?<=.)\/$/, '')]);
    const matches = ({ whole, pattern }: Glob) =>
      [...paths].some((path) => pattern.test(`${whole ? origin : ''}${path}${search}`));
    const hit = unwanted.find(matches);
    if (hit !== undefined) return `matches the exclude pattern ${hit.source}`;
    if (wanted.length > 0 && !wanted.some(matches)) return 'matches none of the include patterns';
    return null;
  };
}

interface Glob {
  source: string;
  pattern: RegExp;
  whole: boolean;
}

function compileGlob(source: string): Glob {
  const whole = /^https?:/.test(source);
  const body = source.replace(/\*{2,}|[*?]|[.+^${}()|[\]\\]/g, (part) => {
    if (part.startsWith('**')) return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '.' : `\\${part}`;
  });
  return { source, whole, pattern: new RegExp(`^${!whole && !/^[/*]/.test(source) ? '/' : ''}${body}$`) };
}
