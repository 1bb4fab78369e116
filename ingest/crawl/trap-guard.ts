/** How far generated URLs may go before they count as a trap. */
export interface TrapLimits {
  /** URLs of one path that differ by one query parameter; each further parameter divides the allowance by five. Default 1,000. */
  maxQueriesPerPath?: number;
  /** Segments of a path; default 20. */
  maxDepth?: number;
  /** Times that one segment may stand in a path; default 3. */
  maxRepeats?: number;
}

/** Why a URL is not followed. `first` is true once per cause, so that a trap is reported once. */
export interface Trap {
  reason: string;
  first: boolean;
}

/**
 * Makes the guard against sites that generate URLs without end: calendars, facets in every combination, relative
 * links that nest in themselves.
 *
 * @returns a function that counts a URL and gives null, or the trap that it belongs to.
 */
export function makeTrapGuard(limits: TrapLimits = {}): (url: string) => Trap | null {
  const { maxQueriesPerPath = 1000, maxDepth = 20, maxRepeats = 3 } = limits;
  const counts = new Map<string, number>();
  const reported = new Set<string>();

  function trap(cause: string, reason: string): Trap {
    const first = !reported.has(cause);
    reported.add(cause);
    return { reason, first };
  }

  return (url) => {
    const { pathname, search } = new URL(url);
    const segments = pathname.split('/').filter((segment) => segment !== '');
    if (segments.length > maxDepth) {
      return trap(
        'depth',
        `its path is more than ${maxDepth} segments deep, as paths that nest in themselves are`,
      );
    }
    const repeated = segments.find(
      (segment) => segments.filter((other) => other === segment).length > maxRepeats,
    );
    if (repeated !== undefined) {
      return trap(`repeat ${repeated}`, `its path repeats "${repeated}" more than ${maxRepeats} times`);
    }
    if (search === '') return null;
    const parameters = search.split('&').length;
    const key = `${parameters} ${pathname}`;
    const allowed = Math.max(5, Math.floor(maxQueriesPerPath / 5 ** (parameters - 1)));
    const count = (counts.get(key) ?? 0) + 1;
    if (count > allowed) {
      return trap(key, `${pathname} has more than ${allowed} variants with ${parameters} query parameter(s)`);
    }
    counts.set(key, count);
    return null;
  };
}
