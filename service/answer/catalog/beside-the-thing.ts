/** What a thing is wanted for is no word of what it is called: "for a wedding", "para regalar a mi madre". */
const PURPOSE = /(?<!\p{L})(?:for|para)(?!\p{L})(?!\s+(?:under|less|below|menos)(?!\p{L}))/gu;
/** What follows is said of the thing again: "guantes para moto que no dejen pasar el agua". */
const RELATIVE = /\s(?:que|that|which|donde)\s/u;
const BREAK =
  /[.?!;()…]+|,\s+(?=(?:i|im|i'm|we|my|it|its|nothing|because|so|since|but|which|what|no|soy|es|mi|porque|pero|tengo|vivo|que|cual)(?!\p{L}))/gu;

/** A place in a text: UTF-16 offsets. */
interface Span {
  start: number;
  end: number;
}

/**
 * Tells which words of a search only tell around the thing that is named: in another sentence ("nothing grows behind my
 * garage"), or of what it is for. A product need not say them. Pure.
 * @param text folded
 * @param things where it names kinds of things.
 * @returns whether the word that begins at an offset is such a one; none is where no thing is named.
 */
export function besideTheThing(text: string, things: readonly Span[]): (start: number) => boolean {
  const [first] = things;
  if (first === undefined) return () => false;
  const breaks = [...text.matchAll(BREAK)].map(({ index }) => index);
  const sentenceAt = (at: number): number => breaks.filter((one) => one < at).length;
  const named = new Set(things.map(({ start }) => sentenceAt(start)));
  const purposes = [...text.matchAll(PURPOSE)].map(({ index }) => index).filter((at) => at >= first.end);
  return (start) =>
    !named.has(sentenceAt(start)) ||
    purposes.some(
      (at) => at < start && sentenceAt(at) === sentenceAt(start) && !RELATIVE.test(text.slice(at, start)),
    );
}
