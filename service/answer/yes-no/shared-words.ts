import { analyze, type Token } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { readClaims } from '../verify/claims.ts';
import { areSynonyms } from '../verify/generic-words.ts';
import { isLight } from './light-words.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import { isFormOf } from './word-forms.ts';

/** Names that searching takes for each other, of which one does not answer for the other: folded. */
const LOOSE = new Set(
  `waterproof water resistant rainproof impermeable resistente maximum max largest biggest highest minimum least smallest
lowest discount discounts coupon coupons promo dog dogs puppy pet pets military veteran veterans army navy jacket coat
kids children child toddler youth descuento descuentos cupon cupones rebaja perro perros mascota mascotas maximo maxima
mayor minimo minima menor chaqueta abrigo points rewards members socios puntos club join installments plazos cuotas
opened unsealed abierto precintado desprecintado damaged broken roto rota price prices precio precios`.split(
    /\s+/,
  ),
);

const areForms = (a: string, b: string, locale: string): boolean =>
  areSynonyms(a, b) || isFormOf(a, b, locale);

type Topic = YesNoQuestion['topics'][number];

/** What a text says of a question's topics, and the other way round. */
export interface TextWords {
  tokens: Token[];
  has(topic: Topic): boolean;
}

/** The words of a text, ready to be asked for topics in any form or language. */
export function wordsOf(text: string, locale: string): TextWords {
  const tokens = tellingTokens(text, locale);
  // A phrase is known by the one word for it: "gift cards" by "voucher".
  const lexemes = new Set(
    [...analyze(text, locale), ...questionTerms(text, locale)].map(({ lexeme }) => lexeme),
  );
  const words = tokens.map(({ word }) => fold(word));
  return {
    tokens,
    has: (topic) =>
      lexemes.has(topic.lexeme) ||
      words.some((word) => areForms(fold(topic.word), word, locale)) ||
      (!LOOSE.has(fold(topic.word)) && [...topic.synonyms].some((name) => lexemes.has(name))),
  };
}

/** The words of a text that claim something, in order: neither function words nor numbers, with their units. */
export function tellingTokens(text: string, locale: string): Token[] {
  const claimed = new Set(
    readClaims(text)
      .filter(({ bare }) => bare !== null)
      .flatMap(({ written }) => fold(written).split(/[^\p{L}\p{N}]+/u)),
  );
  return analyze(text, locale).filter(
    (token) =>
      !token.stop &&
      !/^[\d.,]+$/.test(token.word) &&
      !/[^\p{L}\p{N}\p{M}]/u.test(token.word) &&
      !isLight(token.word) &&
      !claimed.has(fold(token.word)),
  );
}

/** Tells which words of a text a question speaks of. */
export function askedWords({ statement, topics }: YesNoQuestion, locale: string): (token: Token) => boolean {
  const words = tellingTokens(statement, locale).map(({ word }) => fold(word));
  const lexemes = new Set(analyze(statement, locale).map(({ lexeme }) => lexeme));
  return (token) =>
    lexemes.has(token.lexeme) ||
    words.some((word) => areForms(word, fold(token.word), locale)) ||
    (!LOOSE.has(fold(token.word)) &&
      topics.some((topic) => topic.lexeme === token.lexeme || topic.synonyms.has(token.lexeme)));
}
