import { fold } from '../../../ingest/analysis/stem.ts';
import type { Evidence } from '../answerer.ts';
import { readPlaces } from '../within/places.ts';

/** A time of day, as in hours: `9:00`, `9 a.m.`, `18 h`. */
const CLOCK = /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?(?:a\.?\s?m\b|p\.?\s?m\b|h(?:rs?)?\b)/i;
/** What such a line is of, where it names days and no place. */
const DAYS =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tue|wed|thu|fri|sat|sun|weekdays?|weekends?|daily|every day|lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|laborables|festivos|todos los dias|diario)(?!\p{L})|(?<!\p{L})(?:open|opens|closed?|closes|abrimos|abierto|abierta|abre|cerrad[oa]|cerramos|cierra)(?!\p{L})/u;
/** Says no more than that hours come below it. */
const ONLY_HOURS =
  /^(?:(?:our|the|opening|store|shop|business|regular|normal|summer|winter|working|nuestro|el|los|de|al|la|tienda|tiendas|apertura|cierre|comercial|habitual|publico|atencion)\s+)*(?:hours|opening times|times|horarios?|when we(?: are|'re) open|we are open)(?:\s+(?:of|de|al|la|las|tienda|tiendas|apertura|atencion|publico|verano|invierno))*\W*$/;
/** Longer headings are sentences of their own; in UTF-16 units. */
const LONGEST = 60;

/**
 * The branch that a line of opening hours is of, where the line does not say it: "Denver" above "Sunday: 11 a.m. to 4 p.m.".
 * Null for any other line, and under a heading of the whole page. Pure.
 * @param several whether hours under other headings are said as well, so that each heading tells whose they are.
 */
export function branchHeading(
  text: string,
  { title, heading, kind }: Pick<Evidence, 'title' | 'heading' | 'kind'>,
  several = false,
): string | null {
  const said = fold(text);
  if (kind === 'product' || !(CLOCK.test(text) || /\bclosed\b|cerrad[oa]/.test(said)) || !DAYS.test(said))
    return null;
  const above = heading.findLast((one) => !ONLY_HOURS.test(fold(one)) && !said.includes(fold(one)));
  if (above === undefined || above === title || above.length > LONGEST || /\?\s*$/.test(above)) return null;
  return readPlaces(text).length > 0 ||
    (!several && heading.length > 0 && heading[0] === above && readPlaces(above).length === 0)
    ? null
    : above;
}

/** No address says so. */
const SENTENCE = /(?<!\p{L})(?:we|is|are|have|own|our|somos|tenemos|est[aá]n?|hay|nuestr[oa]s?)(?!\p{L})/iu;

/** The shop that an address is of, where it stands under its name: "Pittsburgh" above "2214 Smallman Street". Pure. */
export function shopHeading(
  text: string,
  { title, heading, shape }: Pick<Evidence, 'title' | 'heading' | 'shape'>,
): string | null {
  const above = heading.at(-1);
  return above === undefined ||
    shape !== 'prose' ||
    above === title ||
    above.length > LONGEST ||
    SENTENCE.test(text)
    ? null
    : above;
}
