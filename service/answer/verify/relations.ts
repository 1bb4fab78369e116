import { foldNumbers } from './fold-numbers.ts';
import { MONTH_NAME, monthNumber, NUMERIC_DATE, readNumericDate } from './months.ts';
import { readNumbers, valueKey } from './numbers.ts';

const DURATION = /^(?:working )?(?:minute|month):/;
/** What stands before a duration: whether it is the time that there is, or what has to pass first. */
const WITHIN =
  /\b(?:within|during|before|antes de|up to|no more than|(?:en|dentro de) un plazo (?:maximo )?de|durante|dentro de|hasta|en menos de|in (?:less than|under))\s(?:the (?:first|next)\s|l[oa]s (?:primer[oa]s\s)?)?$/;
const PAST =
  /\b(?:after|beyond|past|despues de|tras|pasad[oa]s|al cabo de|transcurrid[oa]s)\s(?:the (?:first|next)\s|l[oa]s (?:primer[oa]s\s)?)?$/;
/** What follows a duration: on which side of an event it lies. */
const BEFORE = /^\s(?:before|prior|ahead|antes)\b/;
const AFTER =
  /^\s(?:after|from|of|since|following|desde|despues|a partir|tras|siguientes|posteriores|a contar)\b/;
const DAY = new RegExp(
  String.raw`(?:(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:de\s|of\s)?(${MONTH_NAME})|(${MONTH_NAME})\s(\d{1,2}))(?![\d\p{L}])`,
  'gu',
);
/** What stands before a day: whether something ends or begins with it. */
const ENDS =
  /\b(?:until|through|by|before|up to|ends?(?: on)?|ending|closes?(?: on)?|hasta|antes del?|(?:termina|acaba|finaliza)n?)\s(?:the |el |las? |dia )*$/;
const BEGINS =
  /\b(?:from|after|since|starts?(?: on)?|starting|begins?(?: on)?|opens?(?: on)?|as of|desde|a partir del?|despues del?|(?:empieza|comienza)n?)\s(?:the |el |las? |dia )*$/;

/**
 * Reads how values stand to what happens: `reach:in:minute:43200` (within 30 days), `reach:past:…` (after 30 days),
 * `event:before:…` (30 days before it), `event:after:…`, `edge:end:date:11-30` (until November 30), `edge:start:…`. Pure.
 * @returns keys of one form, `kind:which:value`: of one value a text says one `which`
 */
export function readRelations(text: string, locale: string): { key: string; written: string }[] {
  const folded = foldNumbers(text);
  const durations = readNumbers(folded).flatMap((number) => {
    const key = valueKey(number);
    if (!DURATION.test(key)) return [];
    const end = number.end + (number.measure?.written?.length ?? 0);
    const written = folded.slice(number.start, end);
    const before = folded.slice(Math.max(0, number.start - 40), number.start);
    const after = folded.slice(end, end + 16);
    const found = [
      ...(WITHIN.test(before) ? [['reach:in', `within ${written}`]] : []),
      ...(PAST.test(before) ? [['reach:past', `after ${written}`]] : []),
      ...(BEFORE.test(after) ? [['event:before', `${written} before`]] : []),
      ...(AFTER.test(after) ? [['event:after', `${written} after`]] : []),
    ];
    return found.map(([kind, said = '']) => ({ key: `${kind}:${key}`, written: said }));
  });
  const named = [...folded.matchAll(DAY)].map((match) => ({
    match,
    month: monthNumber(match[2] ?? match[3] ?? ''),
    day: Number(match[1] ?? match[4]),
  }));
  const numeric = [...folded.matchAll(NUMERIC_DATE)].flatMap((match) => {
    const date = readNumericDate(match[0], locale);
    return date === null ? [] : [{ match, month: date.month, day: date.day }];
  });
  const days = [...named, ...numeric].flatMap(({ match, month, day }) => {
    const before = folded.slice(Math.max(0, match.index - 32), match.index);
    const value = `date:${month}-${day}`;
    if (ENDS.test(before)) return [{ key: `edge:end:${value}`, written: `until ${match[0]}` }];
    return BEGINS.test(before) ? [{ key: `edge:start:${value}`, written: `from ${match[0]}` }] : [];
  });
  return [...durations, ...days];
}
