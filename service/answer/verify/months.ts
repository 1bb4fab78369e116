import { languageOf } from '../../../ingest/analysis/language-of.ts';

const MONTHS =
  'jan(?:uary)?|enero feb(?:ruary)?|febrero mar(?:ch)?|marzo apr(?:il)?|abril may|mayo june?|junio july?|julio aug(?:ust)?|agosto sept?(?:ember)?|septiembre|setiembre oct(?:ober)?|octubre nov(?:ember)?|noviembre dec(?:ember)?|diciembre'
    .split(' ')
    .map((names) => new RegExp(`^(?:${names})$`));

/** Any name of a month, folded, as the source of a pattern. */
export const MONTH_NAME = `(?:${MONTHS.map((month) => month.source.slice(4, -2)).join('|')})`;

/** "May" and "march" are months only beside a number, or in "of May" and "mid-May". */
export const MONTH = new RegExp(
  `\\b${MONTH_NAME}\\b(?=\\.?,?\\s+\\d|\\.?\\s+(?:de|of)\\s+\\d)|(?<=\\d(?:st|nd|rd|th)?\\s(?:de\\s|of\\s)?|\\b(?:early|mid|late|(?:beginning|start|middle|end) of)[\\s-])${MONTH_NAME}\\b|\\b(?:january|february|april|june|july|august|september|october|november|december|enero|febrero|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)\\b`,
  'g',
);

/** @returns 1 to 12 for a month's folded name, 0 for another word. */
export function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.test(name)) + 1;
}

/** A day of the year. */
export interface CalendarDay {
  day: number;
  month: number;
  year: number | null;
}

/** `3/4/2026`, `2026-04-03`, `03.04.26`; without a year only after a word that announces a day. */
export const NUMERIC_DATE =
  /(?<![\d/.,-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|(?<=\b(?:el|del|al|on|until|by)\s)\d{1,2}\/\d{1,2})(?![\d/]|[.,-]\d)/g;
const DAY_FIRST_ENGLISH = new Set(['gb', 'ie', 'au', 'nz', 'in', 'za']);

/**
 * Reads a date that is written in digits: the day stands first, except in American English; where that makes no date it is
 * read the other way.
 * @returns null for digits that are no date.
 */
export function readNumericDate(written: string, locale: string): CalendarDay | null {
  const [a = 0, b = 0, c] = written.split(/[/.-]/).map(Number);
  if (/^\d{4}-/.test(written)) return checkDay({ year: a, month: b, day: c ?? 0 });
  const year = c === undefined ? null : c < 100 ? 2000 + c : c;
  const dayFirst = { day: a, month: b, year };
  const monthFirst = { day: b, month: a, year };
  const region = locale.toLowerCase().split('-')[1] ?? 'us';
  const american = languageOf(locale) === 'en' && !DAY_FIRST_ENGLISH.has(region) && written.includes('/');
  return american
    ? (checkDay(monthFirst) ?? checkDay(dayFirst))
    : (checkDay(dayFirst) ?? checkDay(monthFirst));
}

function checkDay(date: CalendarDay): CalendarDay | null {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 ? date : null;
}
