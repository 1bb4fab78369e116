/** "Well reviewed" products have at least this many of five stars. */
const WELL_RATED = 4;

const NUMBER = String.raw`([1-5](?:[.,]\d)?)(?![.,]?\d)`;
const STARS = String.raw`(?:stars?|estrellas?|\*|⭐)`;
const RATED = new RegExp(
  [
    String.raw`(?:at least|minimum(?: of)?|min\.?|over|above|more than|al menos|minimo|por lo menos|mas de|from)\s${NUMBER}\s?(?:\+\s?)?-?${STARS}`,
    String.raw`${NUMBER}\s?\+?\s?-?${STARS}(?:\s(?:or (?:more|higher|better|above)|and (?:up|above)|o mas))?`,
    String.raw`(?:rated|rating(?: of)?|reviews? of|scored?|valoracion(?: de)?|puntuacion(?: de)?|valorad[oa]s? con|nota de)\s(?:at least |over |above |higher than |more than |al menos |mas de |minimo )?${NUMBER}(?:\s?\+|\s?/\s?5)?(?:\s(?:or (?:more|higher|better|above)|and (?:up|above)|o mas|o superior))?`,
  ].join('|'),
  'u',
);
const WELL =
  /\b(?:(?:well|highly|top|good)[- ](?:rated|reviewed)|(?:with |that have )?(?:good|great|excellent|positive) (?:reviews|ratings)|bien (?:valorad|puntuad|calificad)[oa]s?|(?:con )?(?:buenas?|excelentes|muy buenas?) (?:opiniones|valoraci(?:on|ones)|resenas|criticas|puntuaci(?:on|ones)|nota))\b/u;

/** The least mean rating of five stars that a folded text with digits asks for, and the text without it. Pure. */
export function takeRating(text: string): { minRating: number | null; rest: string } {
  const match = RATED.exec(text) ?? WELL.exec(text);
  if (match === null) return { minRating: null, rest: text };
  const written = match.slice(1).find((group) => group !== undefined);
  const minRating = written === undefined ? WELL_RATED : Number(written.replace(',', '.'));
  const { index } = match;
  const rest = `${text.slice(0, index)}${'|'.repeat(match[0].length)}${text.slice(index + match[0].length)}`;
  return { minRating, rest };
}
