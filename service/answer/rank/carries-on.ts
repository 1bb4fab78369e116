/** Words that stand for what was spoken of before. English, then Spanish, where the verb alone often does it. */
const EN =
  /^(?:\S+ ){0,4}?(?:he|she|it|they|him|them|this|these|those|his|her|its|their|such|the (?:former|latter|same))\b/i;
const EN_FIRST =
  /^(?:another|(?:all|both|each|most|some|many|none|one|two|three|four) (?:of|two|three|four)\b|an? (?:example|exception)\b|(?:then|therefore|instead|otherwise|however|but|and|also)\b|(?:after|before|until|apart from) that\b|the (?:others?|rest)\b|there (?:is|are) none\b|if (?:so|not)\b)/i;
const ES =
  /^(?:\S+ ){0,4}?(?:él|ella|ello|ellos|ellas|est[eao]s?|es[eao]s?|aquell[ao]s?|esto|eso|su|sus|dich[ao]s?|tal|tales|lo mismo|no l[aeo]s? \p{L}+|l[aeo]s? \p{L}+[aei]mos)(?![\p{L}])/iu;
const ES_FIRST =
  /^(?:otr[ao]s?|un ejemplo|una excepción|(?:tod[ao]s|ambos|ambas|much[ao]s|algun[ao]s|cada un[ao]) (?:de|los|las)|entonces|luego|en cambio|por eso|si no|pero|y|también|además|después de eso|(?:los|las) demás|el resto|no hay ningun[ao])(?![\p{L}])/iu;

/**
 * Whether a sentence goes on with the subject of the one before it ("It takes ten days."), so that what it lacks of the
 * question's words may stand there.
 */
export function carriesOn(text: string): boolean {
  return EN.test(text) || EN_FIRST.test(text) || ES.test(text) || ES_FIRST.test(text);
}

/**
 * What each sentence of a passage takes over of the question's terms from the one that it goes on with, each 0…1; empty where
 * it stands alone. Pure.
 * @param credit what a term is worth there, 0…1
 */
export function carryOver(
  sentences: readonly { text: string; matches: number[] }[],
  credit: number,
): number[][] {
  const carried: number[][] = [];
  for (const [position, { text }] of sentences.entries()) {
    const before = sentences[position - 1]?.matches;
    const inherited = carried[position - 1];
    const goesOn = before !== undefined && credit > 0 && carriesOn(text);
    carried.push(goesOn ? before.map((value, term) => credit * Math.max(value, inherited?.[term] ?? 0)) : []);
  }
  return carried;
}

/** A match below this is no word of the question. */
const SPOKEN = 0.45;

/**
 * Which sentences go on with one that has nothing of what is asked: "We cannot send them to Alaska" after one on fuel canisters,
 * where it is asked what is sent to Alaska. Pure.
 * @param carried what each takes over, empty where it stands alone
 * @param matched how well each speaks of the question's terms, 0…1
 * @param above how well the headings do
 */
export function leanAway(
  carried: readonly (readonly number[])[],
  matched: readonly { matches: readonly number[] }[],
  above: readonly number[],
  terms: readonly { need: number }[],
): boolean[] {
  return carried.map((taken, position) => {
    const before = matched[position - 1]?.matches;
    if (taken.length === 0 || before === undefined) return false;
    return terms.every(
      ({ need }, term) => need < 1 || Math.max(before[term] ?? 0, above[term] ?? 0) < SPOKEN,
    );
  });
}
