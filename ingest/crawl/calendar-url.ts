/** A URL that differs from others by a date. */
export interface CalendarUrl {
  /** The URL's path and query with `{date}` for each date. */
  template: string;
  /** The path before the first date. */
  prefix: string;
  /** The latest month named, as months since year 0. */
  month: number;
}

const YEAR = '(?<year>(?:19|20|21|22)\\d\\d)';
const MONTH = '(?<month>0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** `2027/03`, `2031-05-06`; digits alone (`202703`) may as well be the number of a product. */
const DATE = new RegExp(`(?<!\\d)${YEAR}(?<sep>[-/_.]|%2F)${MONTH}(?:\\k<sep>${DAY})?(?!\\d)`, 'gi');

const YEAR_PARAMETER = /^(?:.*[-_])?(?:year|yr|jahr|ano)$/i;
const MONTH_PARAMETER = /^(?:.*[-_])?(?:month|mon|monat|mes)$/i;
const DAY_PARAMETER = /^(?:.*[-_])?(?:day|week|dia|date|fecha|datum)$/i;

/**
 * Tells a page of a calendar (`/events/2027/03/`, `?month=2027-04`, `?year=2027&month=4`) by its dates. Dated posts
 * are read the same way, and differ by what else is in their path: each has a template of its own.
 *
 * @param url normalised.
 * @returns null when there is no date in it.
 */
export function readCalendarUrl(url: string): CalendarUrl | null {
  const { pathname, search } = new URL(url);
  const months: number[] = [];
  const mask = (text: string) =>
    text.replace(DATE, (...args) => {
      const { year, month } = args.at(-1) as { year: string; month: string };
      months.push(Number(year) * 12 + Number(month));
      return '{date}';
    });
  const path = mask(pathname);
  const pairs = search === '' ? [] : search.slice(1).split('&');
  const query = pairs.map((pair) => maskNumber(mask(pair)));
  const year = numberOf(pairs, YEAR_PARAMETER, /^\d{4}$/);
  if (year !== null) months.push(year * 12 + (numberOf(pairs, MONTH_PARAMETER, /^(?:0?[1-9]|1[0-2])$/) ?? 1));
  if (months.length === 0) return null;
  const at = path.indexOf('{date}');
  const prefix = at === -1 ? path : path.slice(0, at);
  return { template: `${path}?${query.join('&')}`, prefix, month: Math.max(...months) };
}

function maskNumber(pair: string): string {
  const [name = '', value = ''] = pair.split('=');
  const isPart = YEAR_PARAMETER.test(name) || MONTH_PARAMETER.test(name) || DAY_PARAMETER.test(name);
  return isPart && /^\d{1,8}$/.test(value) ? `${name}={date}` : pair;
}

function numberOf(pairs: string[], parameter: RegExp, form: RegExp): number | null {
  const values = pairs.map((pair) => pair.split('='));
  const value = values.find(([name = '', each = '']) => parameter.test(name) && form.test(each))?.[1];
  return value === undefined ? null : Number(value);
}
