/** A lower and an upper limit of a number; null where there is none. */
export interface Bounds {
  min: number | null;
  max: number | null;
  /** Whether the limit itself is outside: "longer than 50 ft". */
  strict?: boolean;
}

const LARGER =
  'more|greater|larger|bigger|higher|heavier|longer|taller|wider|deeper|thicker|louder|warmer|dearer|pricier|brighter';
const SMALLER = 'less|lower|smaller|lighter|shorter|narrower|thinner|quieter|cheaper|fewer|colder';
const MAYOR = 'mayor(?:es)?|superior(?:es)?|mas (?:grande|larg[oa]|pesad[oa]|alt[oa]|anch[oa])s?';
const MENOR = 'menor(?:es)?|inferior(?:es)?|mas (?:pequen[oa]|cort[oa]|liger[oa]|baj[oa]|estrech[oa])s?';
const ARTICLE = String.raw`(?:\s(?:an?|the|los|las|un|una|unos|unas))?\s$`;

const UNDER = new RegExp(
  String.raw`(?:\b(?:under|below|beneath|within|up to|at most|at the most|(?:${SMALLER}) than|(?:no|not|nothing|isn'?t|isnt|never) (?:${LARGER})(?: than)?|not (?:over|above|exceeding)|no (?:over|above)|not exceed(?:ing)?|max(?:imum)?\.?(?: of)?|menos de|por debajo de|hasta|(?:${MENOR}) (?:de|a|que)|maximo(?: de)?|(?:no|ni) (?:\p{L}+ )?mas de|no (?:pasen?|superen?|excedan?)(?: de)?|como mucho|como maximo)|<=?)${ARTICLE}`,
  'u',
);
const OVER = new RegExp(
  String.raw`(?:\b(?:over|above|beyond|at least|from|starting (?:at|from)|(?:${LARGER}) than|(?:no|not) (?:${SMALLER}) than|not (?:under|below)|min(?:imum)?\.?(?: of)?|mas de|por encima de|desde|a partir de|(?:${MAYOR}) (?:de|a|que)|minimo(?: de)?|al menos|por lo menos|como minimo|no menos de|superen?)|>=?)${ARTICLE}`,
  'u',
);
const BETWEEN = /\b(?:between|from|entre|de|desde)\s(?:los\s|unos\s)?$/;
const AROUND =
  /\b(?:around|about|approximately|approx\.?|roughly|close to|near|some|circa|alrededor de|cerca de|unos|unas|aproximadamente|sobre los|mas o menos)\s$/;
const OR_MORE =
  /^\s?(?:\+|(?:or|and) (?:more|over|above|larger|bigger|higher|heavier|longer|taller|wider|better|up)|min(?:imum)?\b|(?:o|y) mas\b|(?:o|y) superior|como minimo|por lo menos|y mas\b|en adelante|upwards?)|^(?:\s\p{L}+)?\s(?:or (?:more|over|wider|larger|taller|longer)|o mas)\b/u;
const OR_LESS =
  /^\s?(?:(?:or|and) (?:less|under|below|fewer|smaller|lower|lighter|shorter)|max(?:imum)?\b|at (?:the )?most|tops\b|o menos|(?:o|y) inferior|como (?:maximo|mucho))|^(?:\s\p{L}+)?\sor (?:less|under|smaller|shorter|narrower)\b/u;

const THAN = new RegExp(
  String.raw`\b(?:(?:${LARGER}|${SMALLER}) than|(?:${MAYOR}|${MENOR}) (?:de|a|que))${ARTICLE}`,
  'u',
);
const DENIED = /\b(?:not?|nothing|isn'?t|isnt|never|ni)\s(?:\p{L}+\s){1,2}(?:than|de|a|que)\s(?:\p{L}+\s)?$/u;

/** How far "around 100" reaches to each side. */
const AROUND_SHARE = 0.2;

/**
 * The bounds that the words around a number, or around a pair of numbers, set to it: "no more than", "o más".
 * @param before what stands before it, folded, its last space included; @param after what follows it.
 * @param pair whether two numbers are given, which are then the two bounds.
 * @returns null where the words set none: the number itself is meant.
 */
export function boundsOf(
  [low, high]: readonly [number, number],
  before: string,
  after: string,
  pair: boolean,
): Bounds | null {
  if (pair) return { min: low, max: high };
  const text = before.endsWith(' ') ? before : `${before} `;
  const strict = THAN.test(text) && !DENIED.test(text) ? { strict: true } : {};
  if (UNDER.test(text)) return { min: null, max: high, ...strict };
  if (OVER.test(text) || OR_MORE.test(after)) return { min: low, max: null, ...strict };
  if (OR_LESS.test(after)) return { min: null, max: high };
  return AROUND.test(text) ? { min: low * (1 - AROUND_SHARE), max: high * (1 + AROUND_SHARE) } : null;
}

/** The length of the words before a number that bound it, so that they can be taken out with it. */
export function boundingLength(before: string): number {
  for (const pattern of [UNDER, OVER, BETWEEN, AROUND]) {
    const match = pattern.exec(before.endsWith(' ') ? before : `${before} `);
    if (match !== null) return Math.min(before.length, match[0].length);
  }
  return 0;
}

/** Before the cold that a thing shall keep out, and up to how many °C it is cold. */
const WARM_TO =
  /(?<!\p{L})(?:(?:warm|rated|good|comfortable|fine|ok|calid[oa]s?|abrig\p{L}+|aguant\p{L}+)\s)?(?:(?:enough|down|for|to|at|until|a|de|para|hasta)\s)+$/u;
const COLD = 12;

/**
 * The length of the words before a temperature that a thing must be warm to: "warm to -10 °C", "para -5 grados". What is made
 * for more cold is so as well.
 * @param celsius the temperature.
 * @returns null where it is no cold, or where other words stand before it.
 */
export function warmToLength(before: string, celsius: number): number | null {
  return celsius > COLD ? null : (WARM_TO.exec(before)?.[0].length ?? null);
}
