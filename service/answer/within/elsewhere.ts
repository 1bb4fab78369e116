import { areRelated, type FoundPlace, readPlaces } from './places.ts';

/** Where a sentence, row or fact stands. */
interface Stands {
  text: string;
  /** Title and headings above it, outermost first. */
  above: readonly string[];
  isRow: boolean;
}

/** Says of all there is: other places are then denied, which is an answer. */
const ALL =
  /(?<!\p{L})(?:only|solely|exclusively|all|every|s[oó]lo|solamente|[uú]nicamente|tod[oa]s)(?!\p{L})/iu;

/**
 * Tells what is said of another place than the one that is asked about: the hours of Denver where Boston was asked for, a
 * row for Canada where it was Mexico. What names several places, or says "only", lists all there are and is no such thing.
 * @param ofShops whether it is asked where a shop is or when it opens: then a sentence about another town is none either
 * @returns null where the question names no place. Pure.
 */
export function makeElsewhere(question: string, ofShops: boolean): ((unit: Stands) => boolean) | null {
  const asked = namedPlaces(question);
  if (asked.length === 0) return null;
  const isOther = (places: FoundPlace[]): boolean =>
    places.length > 0 &&
    !places.some(({ key }) => key === 'worldwide' || asked.some((one) => areRelated(one.key, key)));
  return ({ text, above, isRow }) => {
    const own = readPlaces(text);
    if (own.length === 0) return isOther(nearestPlaces(above));
    if (!(isRow || ofShops) || !isOther(own) || ALL.test(text)) return false;
    return isRow || new Set(own.map(({ key }) => key)).size === 1;
  };
}

/**
 * The words of places asked for that a text only has in the names of others: "new" of New York in "New Jersey".
 * @returns null where the question names no place of several words. Pure.
 */
export function makeOthersWords(question: string): ((text: string) => readonly string[]) | null {
  const asked = namedPlaces(question).filter(({ written }) => written.includes(' '));
  if (asked.length === 0) return null;
  return (text) => {
    const stated = readPlaces(text);
    if (stated.length === 0) return [];
    return asked
      .filter(({ key }) => !stated.some((other) => areRelated(key, other.key)))
      .flatMap(({ written }) => written.split(' '));
  };
}

/** Places that a text names, but for "abroad" and "worldwide". */
function namedPlaces(text: string): FoundPlace[] {
  return readPlaces(text).filter(({ key }) => key !== 'worldwide');
}

/** Those of the innermost heading that names any. */
function nearestPlaces(above: readonly string[]): FoundPlace[] {
  for (const heading of above.toReversed()) {
    const places = readPlaces(heading);
    if (places.length > 0) return places;
  }
  return [];
}
