import { textLikeness } from '../../../ingest/embedding/load-word-vectors.ts';
import { asksOfShops } from '../understand/asks-of-shops.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { isClosedClass, isPlaceName } from '../words/closed-class.ts';
import { CONFIDENCE, type ConfidenceConstants, type ConfidenceWeights } from './answer-constants.ts';
import type { RankedUnit } from './rank-units.ts';

/** What tells whether the evidence holds an answer; each 0…1, of the best unit. */
export interface AnswerabilityFeatures {
  /** The unit's score, as a share of about the greatest there can be. */
  score: number;
  /** Share of the question, by idf and need, that neither the unit nor its headings nor its passage speak of. */
  lacking: number;
  /** How alike the question and the unit are as a whole, by their words' vectors. */
  likeness: number;
  /** Topic words of the question, of ten: of a long message less need be in the answer. */
  length: number;
  /** How far the best other passage lies behind. */
  lead: number;
  /** How alike the question and the unit's whole passage are: what answers is told on a page of the same subject. */
  around: number;
  /** Fused retrieval score of the passage: less than 1 where another one has more of the question's words. */
  found: number;
  /** 1 where the question tells what kind of thing it asks for and its passage has none, else 0. */
  otherKind: number;
  /** 1 where the unit is in another language than the question: its words are then found less often, though it has them. */
  otherLanguage: number;
}

/** A term covered less than this counts as missing: a doubtful synonym is none. */
export const MISSING = CONFIDENCE.missing;
/** The scores, in logits, by which scores and their differences are brought to 0…1. */
const TELLS_OF_SHOPS = 0.7;
const FULL_SCORE = 20;
const FULL_LEAD = 5;
const LONG_QUESTION = 10;

/**
 * Below this the extractive answerer abstains. Lower answers more and wrongly, higher refuses more: the figures for both
 * are printed by `npm run bench -- answers`.
 */
export const ANSWER_THRESHOLD = CONFIDENCE.threshold;

/** Up to this what was found has nothing to do with the question, and is not named to the shopper. */
export const NEARBY_THRESHOLD = 0.1;

/** The likelihood, 0…1, that the best unit answers the question; 0 when nothing was found. Pure. */
export function answerConfidence(
  ranked: RankedUnit[],
  terms: QuestionTerm[],
  question: string,
  constants: Readonly<ConfidenceConstants> = CONFIDENCE,
): number {
  // What says where the shops are answers whether there is one in another place.
  if (ranked[0]?.tellsOfShops === true) return TELLS_OF_SHOPS;
  const features = answerabilityFeatures(ranked, terms, question, constants);
  if (features === null || isOfAnother(ranked[0], terms)) return 0;
  const { bias, ...weights } = constants.weights;
  const z = (Object.keys(features) as (keyof Omit<ConfidenceWeights, 'bias'>)[]).reduce(
    (sum, name) => sum + weights[name] * features[name],
    bias,
  );
  return 1 / (1 + Math.exp(-z));
}

/** Of a shop in another town nothing can be told from this one's, nor what delivery costs from the price of the thing. */
function isOfAnother(best: RankedUnit | undefined, terms: QuestionTerm[]): boolean {
  return best?.elsewhere === true && (best.evidence.kind === 'product' || asksOfShops(terms));
}

/** @returns null when there is nothing to answer from, or nothing was asked. */
export function answerabilityFeatures(
  ranked: RankedUnit[],
  terms: QuestionTerm[],
  question: string,
  constants: Readonly<ConfidenceConstants> = CONFIDENCE,
): AnswerabilityFeatures | null {
  const best = ranked[0];
  const ofShops = asksOfShops(terms);
  let total = 0;
  let lacking = 0;
  terms.forEach((term, index) => {
    const credit = best?.credits[index] ?? 0;
    const isOne = isClosedClass(term.word) || (ofShops && isPlaceName(term.word));
    const counts = credit < constants.missing && isOne ? constants.closedClass : 1;
    const mass = counts * term.weight * term.idf * term.need;
    total += mass;
    lacking += mass * (1 - credit);
  });
  if (best === undefined || total === 0) return null;
  const holdsKind = ranked.some(
    ({ evidence, features }) => evidence.index === best.evidence.index && features.expected > 0,
  );
  const other = ranked.find(({ evidence }) => evidence.index !== best.evidence.index);
  return {
    score: best.score / FULL_SCORE,
    lacking: lacking / total,
    likeness: Math.max(0, textLikeness(question, best.text)),
    length: Math.min(1, terms.length / LONG_QUESTION),
    lead: other === undefined ? 1 : Math.min(1, (best.score - other.score) / FULL_LEAD),
    around: Math.max(0, textLikeness(question, best.evidence.text)),
    found: best.features.passage,
    otherKind: holdsKind ? 0 : 1,
    otherLanguage: best.foreign === true ? 1 : 0,
  };
}
