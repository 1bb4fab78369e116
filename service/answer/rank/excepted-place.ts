import { areRelated, readPlaces } from '../within/places.ts';

const EXCEPT =
  /(?<!\p{L})(?:except(?:ing)?(?: for| in| to)?|excluding|other than|but not|outside(?: of)?|apart from|salvo|excepto|menos|pero no|fuera de)\s[^.;]*/giu;

/**
 * A statement without what it takes out of itself, for a question about that: "free, except in the Highlands" does not tell
 * what it costs there, so that nothing of it is left. Pure.
 * @returns the text as it is where the question names no place that is taken out.
 */
export function withoutExcepted(text: string, question: string): string {
  const excepted = text.match(EXCEPT);
  if (excepted === null) return text;
  const asked = readPlaces(question).filter(({ key }) => key !== 'worldwide');
  const isTakenOut = excepted.some((part) =>
    readPlaces(part).some(({ key }) => asked.some((place) => areRelated(place.key, key))),
  );
  return isTakenOut ? '' : text;
}

/** What a rule is not for; "menos de 60 €" excepts nothing. */
const TAKEN_OUT =
  /(?<!\p{L})(?:except(?:ing)?(?: for)?|excluding|with the exception of|other than|apart from|salvo|excepto|a excepción de|menos(?! de\s?\d|\s?\d| mal))\s[^.;,:)]*/giu;

/** A statement without what it says that it is not for: "until January 31, except sale items". Null where it excepts nothing. Pure. */
export function withoutTakenOut(text: string): string | null {
  const rest = text.replace(TAKEN_OUT, ' ');
  return rest === text ? null : rest;
}
