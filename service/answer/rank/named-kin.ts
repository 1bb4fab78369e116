import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Evidence } from '../answerer.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { readCells } from './labelled-line.ts';

/** A measure of time, which is no thing. */
const TIME = /^(?:minute|hour|day|week|month|year|minuto|hora|dia|semana|mes|ano)(?:es|s)?$/;
/** Speaks of a thing: by its name, another name for it or the kind that it is of. */
const SPEAKS = 0.75;
/** A row for all of the brand speaks of the product, and less than its name would. */
const OF_ITS_KIND = 0.8;

/**
 * Tells how well a table's row speaks of the products that a question calls by name without naming them: by their brand or
 * category ("Pebble appliances: 18 months" of the Pebble toaster), or as a row for what their own pages say that they are
 * ("Serrated: $12" of the bread knife). Pure.
 * @returns null where nothing is known of them.
 */
export function kinOfNamed(
  evidence: readonly Evidence[],
  named: { documentIds: readonly string[]; lexemes: ReadonlySet<string> } | null,
): ((row: string, locale: string) => number) | null {
  if (named === null) return null;
  const own = evidence.filter(({ documentId }) => named.documentIds.includes(documentId));
  const kinds = new Set(
    own.flatMap(({ product, locale }) =>
      lexemes([product?.brand ?? '', product?.category ?? ''].join(' '), locale),
    ),
  );
  if (kinds.size === 0) return null;
  const said = new Set(own.flatMap(({ text, locale }) => lexemes(text, locale)));
  return (row, locale) => {
    const names = lexemes(readCells(row)?.[0]?.value ?? '', locale);
    const isOfThem = names.some((name) => kinds.has(name)) || names.every((name) => said.has(name));
    return names.length > 0 && isOfThem ? OF_ITS_KIND : 0;
  };
}

/**
 * Whether a row or what stands over it speaks of what is asked of the products, and not of their kind alone. Pure.
 * @param credits how well each term is spoken of, 0…1.
 */
export function speaksBesides(
  terms: readonly QuestionTerm[],
  named: { lexemes: ReadonlySet<string> } | null,
  credits: readonly number[],
): boolean {
  return terms.some(
    ({ lexeme, word, need }, index) =>
      need === 1 && !TIME.test(fold(word)) && !named?.lexemes.has(lexeme) && (credits[index] ?? 0) >= SPEAKS,
  );
}
