import { fold } from '../../../ingest/analysis/stem.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { denyingHeading } from './denying-heading.ts';
import type { RankedUnit } from './rank-units.ts';
import { readLexemes } from './read-units.ts';

/** Asked for a rule alone, a line on a product's page is e², 7 times, less likely to be the answer than the rule's own page. */
const PRODUCT_COST = 2;
const FULL_NEED = 1;

/**
 * Where a question is about a rule of the store and names nothing that it sells, what stands on products' pages comes behind
 * what the store's own pages say: "60-day returns" beside each picture is not the rule, and a full-zip jacket no full refund.
 * Pure.
 * @param ranked best first.
 * @param isTrouble whether something has befallen a thing of no name, for which there is a rule whatever the thing is.
 * @returns the same units, best first.
 */
export function rulesFirst(
  ranked: RankedUnit[],
  terms: readonly QuestionTerm[],
  vocabulary: Pick<Vocabulary, 'nouns'>,
  isTrouble = false,
): RankedUnit[] {
  if (!isTrouble && !asksForRule(terms, vocabulary)) return restrictionsFirst(ranked, terms, vocabulary);
  return ranked
    .map((unit) => (unit.evidence.kind === 'product' ? { ...unit, score: unit.score - PRODUCT_COST } : unit))
    .sort((a, b) => b.score - a.score);
}

function asksForRule(terms: readonly QuestionTerm[], { nouns }: Pick<Vocabulary, 'nouns'>): boolean {
  const asked = terms.filter(({ need }) => need === FULL_NEED);
  return asked.some(isStoreTopic) && !asked.some((term) => isThing(term, { nouns }));
}

function isThing({ lexeme, synonyms }: QuestionTerm, { nouns }: Pick<Vocabulary, 'nouns'>): boolean {
  return nouns.has(lexeme) || [...synonyms].some((name) => nouns.has(name));
}

/** As good as the best, though fewer of the question's words are in it: e³ is 20 times. */
const MOST_BEHIND = 3;
/** What `expected` is of a question that asks for no amount, time or name: perhaps a yes or no. */
const UNTOLD = 0.5;
const SPEAKS = 0.9;
const LACKS = 0.3;
/** Says that something is not so, or so of some alone; English and Spanish, folded. */
const RESTRICTS =
  /(?<!\p{L})(?:not|no|never|cannot|\p{L}+n['’]t|only|nowhere|nunca|ningun[oa]?|solo|solamente|unicamente|tampoco)(?!\p{L})/u;

/** "Costumes out of their bag" under what is not taken back comes before the rule for all goods, asked for a costume. */
function restrictionsFirst(
  ranked: RankedUnit[],
  terms: readonly QuestionTerm[],
  vocabulary: Pick<Vocabulary, 'nouns'>,
): RankedUnit[] {
  const [best] = ranked;
  if (best === undefined || best.evidence.kind === 'product' || best.features.expected !== UNTOLD)
    return ranked;
  const isRow = best.evidence.shape === 'rows';
  if (!isRow && (RESTRICTS.test(fold(best.text)) || denyingHeading(best.text, best.evidence) !== null))
    return ranked;
  const asked = terms.filter(({ need }) => need === FULL_NEED);
  const topics = new Set(asked.filter(isStoreTopic).flatMap(({ lexeme, synonyms }) => [lexeme, ...synonyms]));
  const things = terms.flatMap((term, index) =>
    asked.includes(term) &&
    !isStoreTopic(term) &&
    isThing(term, vocabulary) &&
    (best.matches[index] ?? 0) < LACKS
      ? [index]
      : [],
  );
  if (topics.size === 0 || things.length === 0) return ranked;
  const isOnTopic = ({ title, heading, locale }: RankedUnit['evidence']): boolean =>
    [...readLexemes([title, ...heading].join('\n'), locale)].some((lexeme) => topics.has(lexeme));
  const restricts = ({ text, evidence, matches, score, elsewhere }: RankedUnit): boolean =>
    evidence.kind !== 'product' &&
    evidence.genre !== 'article' &&
    evidence.shape === 'prose' &&
    elsewhere !== true &&
    score >= best.score - MOST_BEHIND &&
    things.some((index) => (matches[index] ?? 0) >= SPEAKS) &&
    isOnTopic(evidence) &&
    (RESTRICTS.test(fold(text)) || denyingHeading(text, evidence) !== null);
  const found = ranked.find(restricts);
  if (found === undefined) return ranked;
  return [{ ...found, score: best.score }, ...ranked.filter((unit) => unit !== found)];
}
