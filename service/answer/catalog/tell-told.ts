import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { showsExpected } from '../understand/expected-answer.ts';
import { wordLightness } from '../words/light-words.ts';

/** A sentence of a product's description. */
interface Told {
  text: string;
  lexemes: ReadonlySet<string>;
  draft: DraftSentence;
}

function sentencesOf(piece: Evidence): Told[] {
  return splitSentences(piece.text, piece.locale).map(({ start, end }) => {
    const text = piece.text.slice(start, end);
    return {
      text,
      lexemes: new Set(analyze(text, piece.locale).flatMap(({ lexeme, stop }) => (stop ? [] : [lexeme]))),
      draft: {
        text,
        quotes: [{ evidence: piece.index, start: piece.start + start, end: piece.start + end }],
      },
    };
  });
}

/**
 * What the descriptions of products that are set side by side say of what is asked, one sentence each, where no fact of
 * theirs tells: "N7 or N5, which one has the longer battery life?". Pure.
 * @param told the passage that describes each. @param known lexemes that name them.
 * @returns none where fewer than two say anything of it.
 */
export function compareTold(
  question: string,
  told: readonly Evidence[],
  locale: string,
  known: ReadonlySet<string>,
): DraftSentence[] {
  const asked = analyze(question, locale)
    .filter(
      ({ stop, lexeme, word }) => !stop && !known.has(lexeme) && wordLightness(fold(word), locale) === 1,
    )
    .map(({ lexeme }) => lexeme);
  const drafts = told.flatMap((piece): DraftSentence[] => {
    const scored = sentencesOf(piece).map((one) => ({
      one,
      said: asked.filter((lexeme) => one.lexemes.has(lexeme)).length,
    }));
    const [best] = scored.sort((a, b) => b.said - a.said);
    if (best === undefined || best.said === 0) return [];
    const { draft } = best.one;
    return [{ ...draft, text: `${piece.product?.name ?? piece.title} – ${draft.text}`, layout: 'item' }];
  });
  return drafts.length > 1 ? drafts : [];
}

/** What a question asks the size of, and how a text states such a size. */
const SIZES: [asked: RegExp, stated: RegExp][] = [
  [
    /\b(?:ranges?|from what to what|rangos?|entre que y que)\b/,
    /\d[\d.,]*\s?(?:\p{L}{1,3}\s)?(?:to|a|-|–|y)\s?\d/u,
  ],
  [
    /\b(?:how (?:high|tall|far|deep|wide|thick|long is|long are)|altura|anchura|profundidad|hasta donde)\b/,
    /\d\s?(?:mm|cm|m|km|in|inch(?:es)?|ft|feet|meters?|metres?|metros?|miles?|pulgadas?)\b|\d\s?"/,
  ],
  [
    /\b(?:how (?:loud|quiet|noisy)|noise|ruido|ruidos[oa]s?|silencios[oa]s?)\b/,
    /\d\s?(?:db|decibel|decibelio)/,
  ],
  [
    /\b(?:how long (?:does|do|will|can)|battery life|run ?time|cuanto (?:tiempo )?(?:dura|tarda|aguanta)n?|autonomia|duracion)\b/,
    /\d\s?(?:h|hrs?|hours?|min|minutes?|minutos?|horas?|dias|days|seconds?|segundos?|weeks?|semanas?)\b/,
  ],
  [/\b(?:how hot|how cold|temperature|temperatura)\b/, /\d\s?(?:°|degrees|grados)/],
  [
    /\b(?:how (?:bright|powerful|strong|fast)|power|potencia|brillo|velocidad)\b/,
    /\d\s?(?:w|watts?|lm|lumens?|lumenes|vatios|nm|hp|km\/h|mph|bar|psi)\b/,
  ],
];

/**
 * The only sentence of each product's description that states a size of the sort that is asked for: "what range has the
 * torque wrench?" Pure.
 */
export function tellSize(question: string, told: readonly Evidence[]): DraftSentence[] {
  const size = SIZES.find(([asked]) => asked.test(fold(question)))?.[1];
  if (size === undefined) return [];
  return told.flatMap((piece) => {
    const stating = sentencesOf(piece).filter(({ text }) => size.test(fold(text)));
    const [only] = stating;
    if (only === undefined || stating.length > 1) return [];
    return told.length === 1
      ? [only.draft]
      : [
          {
            ...only.draft,
            text: `${piece.product?.name ?? piece.title} – ${only.text}`,
            layout: 'item' as const,
          },
        ];
  });
}

const BACK =
  /\b(?:expect(?:ed|ing)?|back|shipment|deliver(?:y|ies)|due|available|arriv\p{L}*|restock\p{L}*|in stock|release[sd]?|launch\p{L}*|disponibles?|llega\p{L}*|previst[oa]|reposicion|vuelve\p{L}*|lanzamiento)\b/u;

/** The sentence of a product's description that says when it can be bought again. Pure. */
export function tellBack(told: readonly Evidence[]): DraftSentence[] {
  return told.flatMap((piece) =>
    sentencesOf(piece)
      .filter(({ text }) => BACK.test(fold(text)) && showsExpected(text, 'moment'))
      .slice(0, 1)
      .map(({ draft }) => draft),
  );
}
