import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';

const CLOCK = String.raw`\d{1,2}(?:[:.]\d{2})?\s?(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|hrs?\b|h\b)?`;
/** "10:00–20:30", "9 a.m. to 6 p.m.", "from 10 to 4". */
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d$€£])${CLOCK}\s?(?:[–—-]|to|until|till|a|hasta)\s?(?:las?\s)?${CLOCK}(?![\d%])`,
  'u',
);
const DAY =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun|weekdays?|weekends?|daily|every day|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|laborables|festivos|fines? de semana|todos los dias|diario)(?!\p{L})/u;
const CLOSED = /(?<!\p{L})(?:closed|closes?|cerrad[oa]s?|cerramos|cierran?)(?!\p{L})/u;
const OPEN = /(?<!\p{L})(?:open|opens|opening|abrimos|abiert[oa]s?|abre|abren|horario)(?!\p{L})/u;
/** Has hours too, but not those at which the door is open. */
const OTHER_HOURS =
  /(?<!\p{L})(?:phones?|telephone|call|ring|chat|whatsapp|e-?mails?|customer (?:care|service|support)|hotline|deliver\p{L}*|couriers?|telefonos?|llama\p{L}*|correos?|atencion al cliente|reparto|entreg\p{L}+)(?!\p{L})/u;

/** Whether a line says at which hours of which days something is open. Pure. */
export function isHoursLine(text: string): boolean {
  const folded = fold(text);
  return (
    (DAY.test(folded) && (RANGE.test(folded) || CLOSED.test(folded))) ||
    (OPEN.test(folded) && RANGE.test(folded))
  );
}

/** Whether hours are those of a phone or of deliveries, and these are not what is asked for. Pure. */
export function isOtherHours(text: string, question: string): boolean {
  return OTHER_HOURS.test(fold(text)) && !OTHER_HOURS.test(fold(question));
}

/** What a page of hours says that never calls them so, as lexemes in English and Spanish: it is searched for as well. */
export function wordsOfHours(): string[] {
  return [
    ...lexemes('monday friday saturday sunday', 'en'),
    ...lexemes('lunes viernes sábados domingos', 'es'),
  ];
}
