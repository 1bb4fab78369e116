import type { AnswerTask, Evidence } from '../answerer.ts';
import { factRows } from './fact-rows.ts';
import { trimPassage } from './trim-passage.ts';

/**
 * Tokens (o200k_base). Aisle's own passages have 220 at most, so that a passage is cut only where a store was ingested with
 * other limits, and the budget holds some twenty passages: what is more costs money and time and, in the middle of a long
 * prompt, is read worst (Liu et al. 2024, "Lost in the Middle").
 */
export const PASSAGE_TOKENS = 400;
export const FACT_TOKENS = 400;
export const PROMPT_TOKENS = 6_000;

/** A passage as a model is shown it. Its number, from 1, is its place in the list. */
export interface ShownPassage {
  evidence: Evidence;
  /** The passage's text, or the part of it that matters most. */
  text: string;
  /**
   * Current facts of the product that it is about, in the language of the answer, as far as the text has not the same lines;
   * only with the product's first passage.
   */
  facts: string[];
}

/**
 * Chooses what of the evidence a model is shown, best first: nothing that gives orders, the same words once, a product's
 * facts once, long passages cut around their best sentence, and no more than {@link PROMPT_TOKENS} in all. Pure.
 */
export function choosePassages(
  { evidence, ranked, locale }: Pick<AnswerTask, 'evidence' | 'ranked' | 'locale'>,
  countTokens: (text: string) => number,
): ShownPassage[] {
  const shown: ShownPassage[] = [];
  const products = new Set<string>();
  let left = PROMPT_TOKENS;
  for (const piece of withoutRepeats(evidence.filter((one) => one.suspect !== true))) {
    const best = ranked.find((unit) => unit.evidence.index === piece.index);
    const text = trimPassage(piece, best ?? null, PASSAGE_TOKENS, countTokens);
    const facts =
      piece.product === null || products.has(piece.documentId)
        ? []
        : factRows(piece.product, locale, FACT_TOKENS, countTokens).filter((row) => !hasLine(text, row));
    const tokens = countTokens([piece.title, ...piece.heading, ...facts, text].join('\n'));
    if (shown.length > 0 && tokens > left) continue;
    left -= tokens;
    products.add(piece.documentId);
    shown.push({ evidence: piece, text, facts });
  }
  return shown;
}

/** Of passages with the same words by the same voice the first; of two in one document, one within the other, the longer. */
function withoutRepeats(evidence: Evidence[]): Evidence[] {
  const wordsOf = new Map(evidence.map((piece) => [piece, plainWords(piece.text)]));
  const holds = (piece: Evidence, other: Evidence): boolean => {
    if ((piece.voice ?? 'store') !== (other.voice ?? 'store')) return false;
    const [words = '', others = ''] = [wordsOf.get(piece), wordsOf.get(other)];
    return piece.documentId === other.documentId ? ` ${words} `.includes(` ${others} `) : words === others;
  };
  return evidence.filter(
    (piece, at) =>
      !evidence.some(
        (other, place) => other !== piece && holds(other, piece) && (place < at || !holds(piece, other)),
      ),
  );
}

function hasLine(text: string, line: string): boolean {
  return `\n${text}\n`.includes(`\n${line}\n`);
}

function plainWords(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|[-+−%$€£]/gu) ?? []
  ).join(' ');
}
