const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** In milliseconds; a month is taken for 30 days, a year for 365. */
const UNITS: Record<string, number> = {
  hour: HOUR_MS,
  day: DAY_MS,
  week: 7 * DAY_MS,
  month: 30 * DAY_MS,
  year: 365 * DAY_MS,
};
/** A hundred years: more is "forever". */
const MOST_MS = 36_500 * DAY_MS;

/** Reads a time such as `30 days`. @returns milliseconds; null for `forever`; undefined for what is no such time. Pure. */
export function readRetention(written: string): number | null | undefined {
  const text = written.trim().toLowerCase();
  if (text === 'forever') return null;
  const [, count, unit = ''] = /^(\d{1,6}) ?(hour|day|week|month|year)s?$/.exec(text) ?? [];
  const ms = Number(count) * (UNITS[unit] ?? Number.NaN);
  return ms > 0 && ms <= MOST_MS ? ms : undefined;
}
