/** From when to when, in minutes after midnight; `to` is at most 1,440, and not after `from` where it is of the next day. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** When somebody is there, in the time of a store. */
export interface OpeningHours {
  /** Of Monday (0) to Sunday (6). */
  week: readonly (readonly TimeSpan[])[];
  /** Of single days, as `2026-12-25`, instead of the week's; none: nobody is there. */
  dates: ReadonlyMap<string, readonly TimeSpan[]>;
}

/** Hours as written: read, or why not. A line that is not meant to be read by a machine is `text`. */
export type ReadHours =
  | { kind: 'hours'; hours: OpeningHours }
  | { kind: 'text' }
  | { kind: 'mistake'; entry: string; expected: string };

export const HOURS_EXPECTED =
  'days and times such as "Mon-Fri 9:00-18:00", "Sat 10:00-14:00", "daily 0:00-24:00", "Sun closed" or "2026-12-25 closed"';

const DAYS: readonly string[][] = [
  ['mon', 'monday', 'lun', 'lunes'],
  ['tue', 'tues', 'tuesday', 'mar', 'martes'],
  ['wed', 'weds', 'wednesday', 'mie', 'miercoles'],
  ['thu', 'thur', 'thurs', 'thursday', 'jue', 'jueves'],
  ['fri', 'friday', 'vie', 'viernes'],
  ['sat', 'saturday', 'sab', 'sabado', 'sabados'],
  ['sun', 'sunday', 'dom', 'domingo', 'domingos'],
];
const DAY_NUMBERS = new Map(DAYS.flatMap((names, day) => names.map((name) => [name, day] as const)));
const EVERY_DAY = new Set(['daily', 'every day', 'diario', 'a diario', 'todos los dias']);
const CLOSED = new Set(['closed', 'cerrado']);

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SPAN = /^(\d{1,2})[:.](\d{2})(?:-|to|a)(\d{1,2})[:.](\d{2})$/;
/** Days or a date, then what begins with a digit or says that it is closed: meant for a machine. */
const ENTRY = /^(?<days>\d{4}-\d{2}-\d{2}|[a-z][a-z ,-]*?)[ :]+(?<times>\d[\d:., a-z-]*|closed|cerrado)$/;
/** A day, and a clock's time to another: whoever writes that means it, even where it cannot be. */
const LIKE_ENTRY = new RegExp(
  String.raw`^(?:\d{4}-\d{2}-\d{2}|${[...DAY_NUMBERS.keys(), ...EVERY_DAY].join('|')})\b.*\d[:.]\d{2} ?(?:-|to|a) ?\d`,
);

/**
 * Reads opening hours: entries such as `Mon-Fri 9:00-18:00`, in a list or in one text with `;` between, in English or
 * Spanish. Later entries for the same day add times to it, `closed` takes them away; a date's entries stand instead of
 * its weekday's. A span may go on past midnight. One text that is no such entry at all is for people to read; a list is not. Pure.
 */
export function readHours(written: string | readonly string[]): ReadHours {
  const isList = typeof written !== 'string';
  const entries = isList ? [...written] : written.split(';').filter((entry) => entry.trim() !== '');
  const plain = entries.map(simplify);
  const isMeant =
    isList ||
    plain.some((entry) => LIKE_ENTRY.test(entry)) ||
    plain.every((entry) => readEntry(entry) !== null);
  if (!isMeant) return { kind: 'text' };
  const week: TimeSpan[][] = DAYS.map(() => []);
  const dates = new Map<string, TimeSpan[]>();
  for (const [at, entry] of plain.entries()) {
    const read = readEntry(entry);
    if (read === null) return { kind: 'mistake', entry: entries[at]?.trim() ?? '', expected: HOURS_EXPECTED };
    const { days, spans } = read;
    if (typeof days === 'string')
      dates.set(days, spans.length === 0 ? [] : [...(dates.get(days) ?? []), ...spans]);
    else for (const day of days) week[day] = spans.length === 0 ? [] : [...(week[day] ?? []), ...spans];
  }
  return { kind: 'hours', hours: { week, dates } };
}

/** Without case, accents and the many kinds of dashes. */
function simplify(entry: string): string {
  return entry
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

/** @returns null for what is no entry; no spans: closed. */
function readEntry(entry: string): { days: number[] | string; spans: TimeSpan[] } | null {
  const { days = '', times = '' } = ENTRY.exec(entry)?.groups ?? {};
  const on = DATE.test(days) ? readDate(days) : readDays(days);
  const spans = readSpans(times);
  return on === null || spans === null ? null : { days: on, spans };
}

function readDate(text: string): string | null {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** `mon-fri`, `mon to fri`, `mon, wed`, `daily`. */
function readDays(text: string): number[] | null {
  if (EVERY_DAY.has(text)) return DAYS.map((_, day) => day);
  const found: number[] = [];
  for (const part of text.split(/, ?| and | y /)) {
    const names = part.split(/-| to | a /).map((name) => DAY_NUMBERS.get(name.trim()));
    const [first, last] = [names[0], names.at(-1)];
    if (first === undefined || last === undefined || names.length > 2) return null;
    for (let day = first; ; day = (day + 1) % DAYS.length) {
      found.push(day);
      if (day === last) break;
    }
  }
  return found;
}

function readSpans(text: string): TimeSpan[] | null {
  if (CLOSED.has(text)) return [];
  const spans: TimeSpan[] = [];
  for (const part of text.split(/,| and | y /)) {
    const numbers = SPAN.exec(part.replaceAll(' ', ''))?.slice(1).map(Number);
    if (numbers === undefined) return null;
    const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = numbers;
    const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
    if (fromMinute > 59 || toMinute > 59 || from > 1_439 || to > 1_440 || from === to) return null;
    spans.push({ from, to });
  }
  return spans;
}
