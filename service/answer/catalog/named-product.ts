import { analyze, lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Turn } from '../../../sql/answers.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { MISSING } from '../rank/confidence.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import type { Understanding } from '../understand/understand.ts';
import { sameColor } from './color-words.ts';
import { STOCK_WORDS } from './describe-stock.ts';
import { findNamedProducts } from './named-products.ts';
import { asksAvailability, sayAvailability } from './product-availability.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Of the products, only those that the question calls by name: another one's facts are no answer, nor is a page that is
 * about another one, such as how to care for it. Pure.
 */
export function aboutNamed(
  evidence: Evidence[],
  { named, terms, expected }: Pick<Understanding, 'named' | 'terms' | 'expected'>,
  vocabulary: Vocabulary,
): Evidence[] {
  if (named === null) return evidence;
  // Asked for a product's price alone, the store's other pages can only tell an older one.
  const factsOnly = terms.every(({ lexeme }) => named.lexemes.has(lexeme) || expected?.cues.has(lexeme));
  return evidence.filter(
    (piece) =>
      named.documentIds.includes(piece.documentId) ||
      (piece.kind !== 'product' && !factsOnly && !isAboutOther(piece, named.documentIds, vocabulary)),
  );
}

/** Whether a page's title calls other products by name, and none of those that are meant. */
function isAboutOther(
  { title, locale }: Pick<Evidence, 'title' | 'locale'>,
  documentIds: readonly string[],
  vocabulary: Vocabulary,
): boolean {
  const found = findNamedProducts(title, locale, vocabulary);
  return (
    found !== null &&
    found.lexemes.size >= NAME_WORDS &&
    !found.documentIds.some((id) => documentIds.includes(id))
  );
}

/**
 * Without what the store's pages say of other products by name: "the Pluma folds to 52 cm" does not tell of the Uno. Pure.
 */
export function withoutOtherProducts(
  ranked: RankedUnit[],
  named: Understanding['named'],
  vocabulary: Vocabulary,
): RankedUnit[] {
  if (named === null) return ranked;
  return ranked.filter(
    ({ evidence, text }) =>
      evidence.kind === 'product' ||
      !isAboutOther({ title: text, locale: evidence.locale }, named.documentIds, vocabulary),
  );
}

/** One word of a title may be a brand, or the store's own name. */
const NAME_WORDS = 2;

/**
 * The product that an earlier turn has shown and that the question, made to stand alone, now has by its whole name, though
 * its words are too common to name it. Pure.
 * @returns the understanding with it; as it was where there is none.
 */
export function withCarried(
  understood: Understanding,
  history: readonly Pick<Turn, 'products'>[],
  vocabulary: Vocabulary,
): Understanding {
  if (understood.named !== null || understood.catalog !== null) return understood;
  const asked = understood.standalone.toLowerCase();
  const shown = new Set(history.flatMap(({ products }) => products.map(({ name }) => name)));
  const meant = vocabulary.names.filter(({ name }) => shown.has(name) && asked.includes(name.toLowerCase()));
  if (meant.length === 0) return understood;
  const named = {
    names: meant.map(({ name }) => name),
    documentIds: meant.flatMap(({ documentIds }) => documentIds),
    lexemes: new Set(meant.flatMap(({ name }) => lexemes(name, understood.locale))),
  };
  return { ...understood, named };
}

/** Of a product called by name something is asked: false where the best unit says nothing of that. */
export function speaksOf(
  best: RankedUnit | undefined,
  terms: QuestionTerm[],
  { named, locale, standalone }: Pick<Understanding, 'named' | 'locale' | 'standalone'>,
): boolean {
  if (named === null || best === undefined) return true;
  const own = spokenName(standalone, named, locale);
  const open = terms.map((term, index) => ({ term, index })).filter(({ term }) => !own.has(term.lexeme));
  return open.length === 0 || open.some(({ index }) => (best.credits[index] ?? 0) >= MISSING);
}

/** The words by which a question calls products: those that tell them, and what of their names stands right beside them. */
function spokenName(
  question: string,
  { lexemes: telling, names }: NonNullable<Understanding['named']>,
  locale: string,
): ReadonlySet<string> {
  const own = new Set(telling);
  const whole = new Set(names.flatMap((name) => lexemes(name, locale)));
  // The "s" of "chef's" stands between nothing.
  const words = analyze(question, locale).flatMap(({ lexeme, word }) => (word === 's' ? [] : [lexeme]));
  const beside = (at: number): boolean => own.has(words[at - 1] ?? '') || own.has(words[at + 1] ?? '');
  words.forEach((lexeme, at) => {
    if (whole.has(lexeme) && beside(at)) own.add(lexeme);
  });
  return own;
}

/**
 * Whether each product called by name can be bought, from the passage of its facts; nothing where the question asks for
 * something else, or more.
 */
export function sayStock(question: string, understood: Understanding, evidence: Evidence[]): DraftSentence[] {
  if (!asksAvailability(question) || !asksNothingElse(understood, evidence)) return [];
  const { named, standalone, locale } = understood;
  return evidence
    .filter((piece) => piece.shape === 'facts' && named?.documentIds.includes(piece.documentId))
    .flatMap((piece) => sayAvailability(standalone, piece, locale) ?? []);
}

/** Whether a question about a product has no topic but its name, its versions and its availability. */
function asksNothingElse({ named, terms, locale }: Understanding, evidence: Evidence[]): boolean {
  if (named === null) return false;
  const facts = evidence
    .filter((piece) => named.documentIds.includes(piece.documentId))
    .flatMap(({ product }) => [
      product?.name ?? '',
      product?.category ?? '',
      ...Object.values(product?.attributes ?? {}).flat(),
    ]);
  const known = new Set([...named.lexemes, ...facts.flatMap((value) => lexemes(value, locale))]);
  return terms.every(
    ({ lexeme, word }) =>
      known.has(lexeme) ||
      known.has(word) ||
      STOCK_WORDS.test(fold(word)) ||
      sameColor(word).some((color) => known.has(color)),
  );
}
