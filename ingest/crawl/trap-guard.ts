import { readCalendarUrl } from './calendar-url.ts';
import { readPagination } from './pagination.ts';

/** How far generated URLs may go before they count as a trap. */
export interface TrapLimits {
  /** URLs of one path that differ by one query parameter; each further parameter divides the allowance by five. Default 1,000. */
  maxQueriesPerPath?: number;
  /** Segments of a path; default 20. */
  maxDepth?: number;
  /** Times that one segment may stand in a path; default 3. */
  maxRepeats?: number;
  /** URLs that differ by their dates only; default 500: a daily column of more than a year. */
  maxDates?: number;
  /** Of those, the ones more than two years ahead; default 24. */
  maxFarDates?: number;
  /** Pages of one list that follow each other, beyond the bound of queries; default 1,000. */
  maxListPages?: number;
}

/** Why a URL is not followed. `first` is true once per cause, so that a trap is reported once. */
export interface Trap {
  reason: string;
  first: boolean;
  /** A glob that leaves out the trap's URLs. */
  exclude: string;
}

/** Orders in which the same path segments may stand: a page and its place in a menu, but not every combination. */
const MAX_ORDERS = 2;
const MONTHS_AHEAD = 24;

/**
 * Makes the guard against sites that generate URLs without end: calendars, facets in every combination and order,
 * relative links that nest in themselves. Pages of a list that follow each other are let through for longer.
 *
 * @param now milliseconds since 1970.
 * @returns a function that counts a URL and gives null, or the trap that it belongs to.
 */
export function makeTrapGuard(
  limits: TrapLimits = {},
  now: number = Date.now(),
): (url: string) => Trap | null {
  const { maxQueriesPerPath = 1000, maxDepth = 20, maxRepeats = 3 } = limits;
  const { maxDates = 500, maxFarDates = 24, maxListPages = 1000 } = limits;
  const members = new Map<string, Set<string>>();
  const orders = new Map<string, string[]>();
  const highest = new Map<string, number>();
  const reported = new Set<string>();
  const horizon = new Date(now).getUTCFullYear() * 12 + new Date(now).getUTCMonth() + 1 + MONTHS_AHEAD;

  function trap(cause: string, reason: string, exclude: string): Trap {
    const first = !reported.has(cause);
    reported.add(cause);
    return { reason, first, exclude };
  }

  /** Whether a member is one of the first `allowed` of its group. */
  function fits(group: string, member: string, allowed: number): boolean {
    const found = members.get(group) ?? new Set();
    if (found.has(member)) return true;
    if (found.size >= allowed) return false;
    members.set(group, found.add(member));
    return true;
  }

  function judgePath(pathname: string): Trap | null {
    const segments = pathname.split('/').filter((segment) => segment !== '');
    if (segments.length > maxDepth) {
      const reason = `its path is more than ${maxDepth} segments deep, as paths that nest in themselves are`;
      return trap('depth', reason, `/${segments[0]}/**`);
    }
    const repeated = segments.find(
      (segment) => segments.filter((other) => other === segment).length > maxRepeats,
    );
    if (repeated !== undefined) {
      const reason = `its path repeats "${repeated}" more than ${maxRepeats} times`;
      return trap(`repeat ${repeated}`, reason, `**/${repeated}/**/${repeated}/**`);
    }
    if (segments.length < 3) return null;
    const bag = segments.toSorted().join('/');
    const known = orders.get(bag) ?? [];
    if (known.includes(pathname)) return null;
    if (known.length < MAX_ORDERS) {
      orders.set(bag, [...known, pathname]);
      return null;
    }
    const reason = `its path has the segments of ${MAX_ORDERS} others in another order, as filters in every order have`;
    return trap(`order ${segments[0]}`, reason, `/${segments[0]}/**`);
  }

  function judgeDates(url: string): Trap | null {
    const dated = readCalendarUrl(url);
    if (dated === null) return null;
    const { template, prefix, month } = dated;
    if (month > horizon && !fits(`far ${template}`, url, maxFarDates)) {
      const reason = `${prefix} has more than ${maxFarDates} pages for dates more than two years ahead, as a calendar whose "next" never ends has`;
      return trap(`far ${prefix}`, reason, `${prefix}**`);
    }
    if (fits(`date ${template}`, url, maxDates)) return null;
    const reason = `${prefix} has more than ${maxDates} pages that differ by their date only, as a calendar without end has`;
    return trap(`date ${prefix}`, reason, `${prefix}**`);
  }

  function judgeQuery(url: string): Trap | null {
    const { pathname, search } = new URL(url);
    if (search === '') return null;
    const parameters = search.split('&').length;
    const allowed = Math.max(5, Math.floor(maxQueriesPerPath / 5 ** (parameters - 1)));
    const group = `query ${parameters} ${pathname}`;
    if (fits(group, search, allowed)) return null;
    const reason = `${pathname} has more than ${allowed} variants with ${parameters} query parameter(s)`;
    return trap(group, reason, `${pathname}?**`);
  }

  /** @returns undefined when the URL is no page of a list, or not one of its next. */
  function judgeListPage(url: string): Trap | null | undefined {
    const page = readPagination(url);
    if (page === null) return undefined;
    const { series, number, reach } = page;
    const list = `list ${series}`;
    const last = highest.get(series) ?? 1;
    const full = (members.get(list)?.size ?? 0) >= maxListPages;
    if (number > last + reach && !full) return undefined;
    const filtered = judgeQuery(series);
    if (filtered !== null) return filtered;
    if (!fits(list, url, maxListPages)) {
      const { pathname } = new URL(series);
      const reason = `the list ${pathname} has more than ${maxListPages} pages, as a list whose "next" never ends has`;
      return trap(list, reason, url.includes('?') ? `${pathname}?**` : `${pathname}/**`);
    }
    highest.set(series, Math.max(number, last));
    return null;
  }

  return (url) => {
    const endless = judgePath(new URL(url).pathname) ?? judgeDates(url);
    if (endless !== null) return endless;
    const listed = judgeListPage(url);
    return listed === undefined ? judgeQuery(url) : listed;
  };
}
