import { fold } from '../../../ingest/analysis/stem.ts';
import { weekdaysWithin } from './closed-classes.ts';
import { numberWord } from './number-words.ts';
import { readNumbers } from './numbers.ts';

/** What a person or a vehicle has, and a range says whom it is for: never a price or a time. */
const BODY =
  /\b(?:heights?|tall|riders?|waists?|chests?|hips?|bust|inseams?|foot|feet|wrists?|necks?|heads?|estaturas?|alturas?|cinturas?|pechos?|caderas?|pies?|munecas?|cuellos?|cabezas?|contornos?)\b/;
const IS_YEAR = /^(?:19[5-9]|20[0-4])\d$/;
const YEARS = /(?<!\d)((?:19|20)\d\d)\s?(?:-|–|—|to|a|al|through|hasta)\s?((?:19|20)\d\d)(?!\d)/g;
const DEADLINE =
  /\b(before|by|antes de) ((?:las |la )?(\d{1,2})(?::(\d{2}))?(?:\s?([ap])\.?\s?m\b\.?)?|noon|midday|mediod[ií]a|el mediod[ií]a)/gi;
const MOMENT =
  /(?<!\p{L})(?:at|a las?|al?) (?:(\d{1,2})(?::(\d{2}))?(?:\s?([ap])\.?\s?m\b\.?|(?=:)|(?<=:\d{2}))|(noon|midday|mediod[ií]a))/giu;
const ORDERING = /\b(?:order\w*|place|buy|pay|pides|pedidos?|compr\w+|encarg\w+)\b/i;
const CLOSES =
  /\b(?:clos(?:es?|ing) at|we close at|shuts? at)(?= \d)|(?<!\p{L})(?:cierra[ns]?|cerramos) a(?= las? \d)/giu;
const OPENS = /\bopens? at(?= \d)|(?<!\p{L})(?:abre[ns]?|abrimos) a(?= las? \d)/giu;
const HOURS =
  /(\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?)\s?(?:h\s)?(?:-|–|—|to|until|till|a|hasta)\s?(?:las? )?(\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\.?)?)(?:\s?h\b)?/gi;
const HOUR =
  /(?<=\b(?:at|until|till|from|to|las?|hasta) )\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?\s?m\b\.?(?!$))?/gi;
/** "Closed 13:00–15:00", "closes at 5": the hours of the quote may be those. */
const CLOSED_FROM =
  /\b(?:clos(?!ed on)|cierr|cerra(?!d\w* (?:los? |el )?(?:lunes|martes|mi|jueves|viernes|s|d|festivos)))/i;
const SPANISH_HOUR =
  /\b(las?) (una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d{1,2})(?: y (media|cuarto))? (?:(de la tarde|de la noche|p\.m\.)|(de la mañana|a\.m\.))/giu;
const RATE =
  /\b(?:(?:every|each|cada)\s)?(\d+(?:[.,]\d+)?)\s(points?|puntos?|stamps?|sellos?|stars?|coins?|credits?)\s(?:=|(?:is|are) (?:worth|equal to)|equals?|gets? you|gives? you|vale[n]?|equivalen? a|son)\s?(?:un descuento de\s)?(?:[£€$]\s?(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s?[£€$])/gi;
const EARNING = /\b(?:earn|collect|spend|spent|gan\p{L}+|acumul\p{L}+|gast\p{L}+)\b/iu;
const OFTEN: [name: RegExp, each: RegExp, english: string][] = [
  [/\bdaily\b/i, /\b(?:(?:once )?(?:a|per|each|every) day)\b/gi, 'daily'],
  [/\bweekly\b/i, /\b(?:(?:once )?(?:a|per|each|every) week)\b/gi, 'weekly'],
  [/\bmonthly\b/i, /\b(?:(?:once )?(?:a|per|each|every) month)\b/gi, 'monthly'],
  [/\b(?:yearly|annually)\b/i, /\b(?:(?:once )?(?:a|per|each|every) year)\b/gi, 'yearly'],
];

/**
 * Brings the values of a sentence that follow from those of its quotes to theirs, so that they are checked as theirs: a body measure
 * or a model year within a range, an hour before a deadline, closing at the end of the hours, a multiple of a rate. Nothing else
 * within a range follows from it: a price or a time there stays what it is. Pure.
 * @returns the sentence, with values as the quotes write them
 */
export function withQuotedValues(sentence: string, quotes: string[]): string {
  const quote = quotes.join('\n');
  let said = /\ba (?:working|business) day\b/i.test(quote)
    ? sentence
    : sentence.replace(/\bon a (working|business) day\b/gi, 'on $1 days');
  said = withRanges(said, quote);
  said = beforeDeadline(said, quote);
  said = withHours(said, quote);
  said = withRate(said, quote);
  for (const [name, each, word] of OFTEN)
    if (name.test(quote) && !name.test(said)) said = said.replace(each, word);
  if (/\b(?:under|over|ages?|aged|from)\b.*\b(?:months|years)\b/i.test(quote) && !/\bold\b/i.test(quote))
    said = said.replace(/\b(years?|months?) old\b/gi, '$1');
  return said;
}

/** Hours of the clock as words or with `h` in digits: `las seis y media de la tarde` is `las 18:30`, `de 9 a 14 h` is `de 9:00 a 14:00`. */
export function withClockHours(text: string): string {
  return text
    .replace(SPANISH_HOUR, (_, the: string, hour: string, part?: string, afternoon?: string) => {
      const value = (Number(hour) || HOUR_WORDS.indexOf(fold(hour)) + 1) % 12;
      const minutes = part === undefined ? '00' : part.toLowerCase() === 'media' ? '30' : '15';
      return `${the} ${value + (afternoon === undefined ? 0 : 12)}:${minutes}`;
    })
    .replace(
      /\bde (\d{1,2})(:\d{2})? a (\d{1,2})(:\d{2})? h(?:oras)?\b/gi,
      (_, from: string, fromMinute = ':00', to: string, toMinute = ':00') =>
        `de ${from}${fromMinute} a ${to}${toMinute}`,
    );
}

const HOUR_WORDS = 'una dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');

function withRanges(said: string, quote: string): string {
  let found = said;
  const years = [...quote.matchAll(YEARS)];
  if (years.length > 0)
    found = found.replace(
      /(?<![\d.,€$£]|[€$£]\s)\d{4}(?![\d.,]*\d|\s?(?:[€$£]|\p{L}{1,3}\b(?<=kg|g|cm|mm|ml|w|gb|mah)))/giu,
      (year) => {
        if (!IS_YEAR.test(year) || quote.includes(year)) return year;
        const within = years.filter(
          ([, from, to]) => Number(from) <= Number(year) && Number(year) <= Number(to),
        );
        return within.length === 1 ? (within[0]?.[0] ?? year) : year;
      },
    );
  const folded = fold(quote);
  if (!BODY.test(folded) || fold(found).length !== found.length || folded.length !== quote.length)
    return found;
  const numbers = readNumbers(folded);
  const ranges = numbers.flatMap((low, at) => {
    const high = numbers[at + 1];
    if (low.rangeEnd !== 'low' || high?.rangeEnd !== 'high' || high.measure === null) return [];
    const end = high.end + (high.measure.written?.length ?? 0);
    return [{ low, high, written: quote.slice(low.start, end), dimension: high.measure.dimension }];
  });
  for (const number of readNumbers(fold(found)).reverse()) {
    const { measure, value, start, end } = number;
    if (measure === null || !/^(?:mm|in)$/.test(measure.dimension) || number.rangeEnd !== null) continue;
    const size = value * measure.factor;
    const within = ranges.filter(
      ({ low, high, dimension }) =>
        dimension === measure.dimension &&
        low.value * (low.measure?.factor ?? 1) <= size &&
        size <= high.value * (high.measure?.factor ?? 1),
    );
    const isStated = numbers.some(
      (one) => one.measure?.dimension === measure.dimension && one.value * one.measure.factor === size,
    );
    const [range] = within;
    if (range === undefined || within.length > 1 || isStated) continue;
    found = `${found.slice(0, start)}${range.written}${found.slice(end + (measure.written?.length ?? 0))}`;
  }
  return found;
}

const minutesOf = (hour: string | undefined, minute: string | undefined, half: string | undefined): number =>
  hour === undefined
    ? 720
    : (half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)) * 60 +
      Number(minute ?? 0);

function beforeDeadline(said: string, quote: string): string {
  if (!ORDERING.test(said)) return said;
  const deadlines = [...quote.matchAll(DEADLINE)];
  const [deadline] = deadlines;
  if (deadline === undefined || deadlines.length > 1) return said;
  const last = minutesOf(deadline[3], deadline[4], deadline[5]);
  return said.replace(MOMENT, (whole, hour?: string, minute?: string, half?: string) => {
    const time = minutesOf(hour, minute, half);
    return time < last && time >= 360 ? deadline[0] : whole;
  });
}

const clock = (text: string): number | null => {
  const [, hour, minute, half] = /^(\d{1,2})(?:[:.](\d{2}))?\s?([ap])?/i.exec(text.trim()) ?? [];
  return hour === undefined ? null : minutesOf(hour, minute, half);
};

/** "Closes at 18:30" of "10 am to 6:30 pm": it is open until then. */
function withHours(said: string, quote: string): string {
  // "Monday to Friday 9–17".
  const isOfDays = weekdaysWithin(quote).length > 0;
  const ranges = [...quote.matchAll(HOURS)].filter(
    ([whole]) => isOfDays || /[:.]\d\d|[ap]\.?\s?m|h\b/i.test(whole),
  );
  if (ranges.length === 0 || CLOSED_FROM.test(quote)) return said;
  const at = (end: 1 | 2, time: number | null): boolean =>
    time !== null && ranges.some((range) => clock(range[end] ?? '') === time);
  const timeAfter = (index: number, length: number): number | null =>
    clock(said.slice(index + length).replace(/^\s*(?:las? )?/i, ''));
  const isSpanish = (word: string): boolean => / a$/i.test(word) && !/ at$/i.test(word);
  const plain = said
    .replace(CLOSES, (word: string, ...args: unknown[]) =>
      at(2, timeAfter(args.at(-2) as number, word.length))
        ? isSpanish(word)
          ? 'está abierta hasta'
          : 'is open until'
        : word,
    )
    .replace(OPENS, (word: string, ...args: unknown[]) =>
      said.search(CLOSES) < 0 && at(1, timeAfter(args.at(-2) as number, word.length))
        ? isSpanish(word)
          ? 'está abierta desde'
          : 'is open from'
        : word,
    );
  return withBareHours(plain, ranges);
}

/** "Until 5 pm" of "9–17": the hour as the quote writes it. */
function withBareHours(said: string, ranges: RegExpMatchArray[]): string {
  const bare = ranges.flatMap(([, from = '', to = '']) =>
    /^\d{1,2}$/.test(from) && /^\d{1,2}$/.test(to) ? [from, to] : [],
  );
  return said.replace(HOUR, (written) => bare.find((hour) => clock(hour) === clock(written)) ?? written);
}

/** "200 points are £2" of "every 100 points are worth £1". */
function withRate(said: string, quote: string): string {
  if (EARNING.test(said)) return said;
  const amounts = [...said.matchAll(/([£€$])\s?(\d+(?:[.,]\d+)?)|(\d+(?:[.,]\d+)?)\s?([£€$])/g)];
  const counts = [
    ...said.matchAll(
      /\b(\d+|\p{L}+) (?:\p{L}+ )?(?=(?:points?|puntos?|stamps?|sellos?|stars?|coins?|credits?)\b)/giu,
    ),
  ];
  const [amount] = amounts;
  const [count] = counts;
  if (amount === undefined || count === undefined || amounts.length > 1 || counts.length > 1) return said;
  const number = (text = ''): number => Number(text.replace(',', '.'));
  const written = count[1] ?? '';
  const own = Number(written) || numberWord(fold(written))?.value;
  const value = number(amount[2] ?? amount[3]);
  if (own === undefined || value === 0) return said;
  for (const rate of quote.matchAll(RATE)) {
    const [, points = '', , before, after] = rate;
    const money = before ?? after ?? '';
    const sign = /[£€$]/.exec(rate[0])?.[0];
    const times = own / number(points);
    if (sign !== (amount[1] ?? amount[4]) || !Number.isInteger(times) || times < 2) continue;
    if (Math.abs(number(money) * times - value) > 1e-9) continue;
    const price = amount[0].replace(/\d+(?:[.,]\d+)?/, money);
    const counted = count[0].replace(written, points).replace(/(?:loyalty|reward) /i, '');
    const plain = said.replace(amount[0], price).replace(count[0], counted);
    return /=/.test(rate[0]) ? plain.replace(/\b(?:are|is) worth\b/i, '=') : plain;
  }
  return said;
}
