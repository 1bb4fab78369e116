/** What a review is headed by, or begins with: who wrote it and how many stars it gives. English and Spanish. */
const STARS = String.raw`(?:[★☆⭐✩✭]{1,5}|(?:[0-5](?:[.,]\d)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Uu]na|[Dd]os|[Tt]res|[Cc]uatro|[Cc]inco)\s?(?:(?:\/|out of|de|sobre)\s?5\s?)?[ -]?(?:[Ss]tars?|[Ee]strellas?)|[0-5](?:[.,]\d)?\s?(?:\/|out of|de|sobre)\s?5)`;
const NAME = String.raw`(?:\p{Lu}[\p{L}'’-]*\.?(?:\s|,\s?)){0,3}\p{Lu}[\p{L}'’-]*\.?`;
const VERIFIED =
  '(?:[Vv]erified (?:[Bb]uyer|[Pp]urchase|[Cc]ustomer)|[Cc]ompra verificada|[Cc]omprador[a]? verificad[oa]|[Cc]liente verificad[oa])';
const BETWEEN = String.raw`[\s,:;()|·•–—-]*`;
const BYLINE = new RegExp(
  `^${BETWEEN}(?:${NAME}${BETWEEN})?(?:${STARS}|${VERIFIED})(?:${BETWEEN}(?:${NAME}|${STARS}|${VERIFIED}|\\d[\\d/.-]*))*[\\s.]*$`,
  'u',
);
/** `Marta K.` alone. */
const SIGNED = /^[\s–—-]*\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?\s\p{Lu}\.$/u;
const MONTH = String.raw`(?:\p{L}{3,10}\.?)`;
/** `2025-10-30`, `30/10/2025`, `October 30, 2025`, `30 de octubre de 2025`. */
const DATE = String.raw`(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|${MONTH} \d{1,2},? \d{4}|\d{1,2}\.? (?:de )?${MONTH} (?:de )?\d{4})`;
/** `Hank, 2025-10-30`. */
const DATED = new RegExp(
  `^${BETWEEN}(?:(?:[Bb]y |[Pp]or )?${NAME}${BETWEEN}(?:(?:on|el) )?)?${DATE}[\\s.]*$`,
  'u',
);
const TRAILING = /[\s–—-]*[★☆⭐✩✭]{1,5}\s*$/u;
const LEADING = new RegExp(
  `^${BETWEEN}(?:(?:by |por )?${NAME}${BETWEEN})?${STARS}${BETWEEN}(?=["“«¡¿]?\\p{Lu})`,
  'u',
);
const WORDS = /\p{L}+\s+\S*\p{L}/u;

/** Whether a line only says who wrote a review, when, and how many stars it gives: it states nothing of what is reviewed. Pure. */
export function isByline(text: string): boolean {
  return (BYLINE.test(text) && !SENTENCE.test(text)) || SIGNED.test(text) || DATED.test(text);
}

/** A verb: "Five stars say it all" is an opinion. */
const SENTENCE = /(?<!\p{L})(?:is|are|was|has|have|i|it|we|my|say|from|es|son|fue|me|lo|la)(?!\p{L})/iu;

/** Length of the name and stars that a review's first sentence begins with, in UTF-16 units; 0 for none. Pure. */
export function bylineLength(text: string): number {
  const leading = LEADING.exec(text)?.[0] ?? '';
  return WORDS.test(text.slice(leading.length)) ? leading.length : 0;
}

/** Length of the stars that a review's title ends with, in UTF-16 units; 0 for none, or where nothing stands before them. Pure. */
export function starsLength(text: string): number {
  const trailing = TRAILING.exec(text)?.[0] ?? '';
  return trailing.length < text.length ? trailing.length : 0;
}
