import { analyze } from '../../ingest/analysis/analyze.ts';
import { fold } from '../../ingest/analysis/stem.ts';
import { isClosedClass, isPlaceName } from './closed-class.ts';
import { MISSING } from './confidence.ts';
import type { Expectation } from './expected-answer.ts';
import type { QuestionTerm } from './question-terms.ts';
import type { RankedUnit } from './rank-units.ts';
import { isStoreTopic } from './store-topics.ts';

/** By what a thing is done: "pay with Klarna", "send it by FedEx", "do you use UPS". */
const MEANS =
  /(?<!\p{L})(?:(?:pay|paying|paid|ship|ships|shipped|shipping|send|sent|deliver|delivered|pagar|pago|pague|pagarlo|pagan|enviar|envian|enviais|mandan|mandais|entregan)(?!\p{L})[^.?!,;]{0,40}?(?<!\p{L})(?:with|by|via|through|using|con|por|mediante)|(?:use|using|usan|usais|trabajan con|trabajais con)(?=\s+\p{L}+(?:\s*[?.!,;]|\s*$|\s+(?:or|o|and|y|for|to|as|para|en)(?!\p{L}))))\s+(?:the |my |el |la |mi )?(\p{L}[\p{L}\p{N}]*)(?:\s+(?:or|o|and|y)\s+(\p{L}[\p{L}\p{N}]*))?/gu;
/** What a question asks a thing for: "what key is the harmonica in", "qué aranceles paga". */
const ATTRIBUTE =
  /(?:^|[.?!,;]\s*)[¿\s]*(?:so |and |y )?(?:(?:what|which)\s+(\p{L}+)\s+(?:is|are|was|does|do|did|has|have|can|will|should)(?!\p{L})|(?:de |a |en |con )?que\s+(\p{L}+)\s+(?:es|son|tiene[ns]?|lleva[ns]?|usa[ns]?|paga[ns]?|trae[ns]?|necesita[ns]?)(?!\p{L}))/gu;
/** Says of what kind the answer is, and need not be in it. */
const FRAME =
  /^(?:kinds?|types?|sorts?|ways?|things?|ones?|brands?|makes?|models?|times?|days?|dates?|hours?|years?|months?|weeks?|numbers?|amounts?|percent\p{L}*|ages?|edad(?:es)?|places?|countr\p{L}+|size|part|else|other|tipos?|clases?|cosas?|marcas?|modelos?|horas?|dias?|fechas?|numeros?|porcentaje|paises|pais|parte|mas|otr[oa]s?)$/u;
/** Words of language at large that tell of no thing: below this a word is one of them. */
const TELLING = 0.55;
const COMPOUND = 0.9;
/** What is told around a question weighs less. */
const ASKED = 0.8;
const COVERED = 0.75;

/** What the evidence is held against. */
interface AskedOf {
  asked: string;
  locale: string;
  expected: Expectation | null;
  named: unknown;
}

/**
 * Whether a question names what its answer has to speak of and nothing that was found does: by what something is done (payment,
 * carrier), what of a thing is asked for, or which one of a kind ("the bonsai workshop"). A store's other words for it count, and so
 * does the rule for all of a kind: "the sofa's delivery" is told by that of anything. Pure.
 * @param picked what would be said
 */
export function lacksAskedName(
  { asked, locale, expected, named: product }: AskedOf,
  terms: readonly QuestionTerm[],
  picked: readonly RankedUnit[],
  ranked: readonly RankedUnit[],
): boolean {
  const folded = fold(asked);
  const best = (index: number, of: 'credits' | 'matches', units: readonly RankedUnit[]): number =>
    Math.max(0, ...units.map((unit) => unit[of][index] ?? 0));
  const termOf = (word: string): number =>
    terms.findIndex((term) => fold(term.word) === word || term.lexeme === analyze(word, locale)[0]?.lexeme);
  const isNowhere = (index: number): boolean => best(index, 'matches', ranked) < MISSING;
  const isThing = (index: number, rarity = TELLING): boolean => {
    const term = terms[index];
    return (
      term !== undefined &&
      term.need === 1 &&
      term.weight >= ASKED &&
      term.synonyms.size === 0 &&
      term.rarity >= rarity &&
      /^\p{L}+$/u.test(term.word) &&
      !isClosedClass(term.word) &&
      !isPlaceName(term.word)
    );
  };
  for (const [, first, second] of folded.matchAll(MEANS)) {
    const named = [first, second]
      .flatMap((word) => (word === undefined ? [] : [termOf(word)]))
      .filter((at) => isThing(at));
    if (named.length > 0 && named.every(isNowhere)) return true;
  }
  for (const [, english, spanish] of folded.matchAll(ATTRIBUTE)) {
    const word = english ?? spanish ?? '';
    const index = FRAME.test(word) ? -1 : termOf(word);
    const term = terms[index];
    if (term === undefined || term.weight < ASKED || expected?.cues.has(term.lexeme)) continue;
    if (term.need === 1 && best(index, 'credits', picked) < MISSING) return true;
  }
  const things = terms.flatMap((_, index) => (isThing(index) ? [index] : []));
  const others = terms.some(
    (term, index) => term.need === 1 && term.weight >= ASKED && !things.includes(index),
  );
  if (product === null && things.length > 0 && !others && things.every(isNowhere)) return true;
  return terms.some((_, index) => {
    if (!isThing(index, COMPOUND) || !isNowhere(index)) return false;
    const head = headAfter(terms[index]?.word ?? '', asked, locale);
    const at = head === null ? -1 : termOf(head);
    const term = terms[at];
    // What holds for anything ("returns", "delivery") holds for this.
    if (term === undefined || term.need < 1 || isStoreTopic(term) || expected?.cues.has(term.lexeme))
      return false;
    return best(at, 'credits', ranked.slice(0, 1)) >= COVERED;
  });
}

/** The noun that an English word stands right before, or that a Spanish one follows with "de". */
function headAfter(word: string, asked: string, locale: string): string | null {
  const tokens = analyze(asked, locale);
  const at = tokens.findIndex((token) => fold(token.word) === fold(word));
  const token = tokens[at];
  if (token === undefined) return null;
  if (locale.startsWith('es')) {
    const [link, head] = [tokens[at - 1], tokens[at - 2]];
    // "Pelo de conejo de angora" is told by its last word.
    if (tokens[at + 1]?.word === 'de') return null;
    return link?.word === 'de' && head !== undefined && !head.stop ? fold(head.word) : null;
  }
  const next = tokens[at + 1];
  if (next === undefined || next.stop || !/^[\s-]+$/.test(asked.slice(token.end, next.start))) return null;
  return fold(next.word);
}
