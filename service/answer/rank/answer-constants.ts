import type { AnswerabilityFeatures } from './confidence.ts';
import type { UnitFeatures } from './rank-units.ts';

/** What a unit's score is made of; see {@link RANKING}. */
export interface RankingConstants {
  /** By feature, in logits. */
  weights: Readonly<Record<keyof UnitFeatures, number>>;
  /** What a term is worth that is not in the unit but above it, 0…1. */
  headingCredit: number;
  /** … that is elsewhere in its passage. */
  passageCredit: number;
  /** What the sentence before speaks of is worth in one that goes on with it ("It takes ten days."), 0…1. */
  carriedCredit: number;
  /** What the name of a product is worth in each line of the product's own page. */
  nameCredit: number;
  /** What another name for the same thing is worth. */
  sameThing: number;
  /** A match below this is no word of the question. */
  leastMatch: number;
  /** What "how long" is worth where a duration is shown. */
  cueCredit: number;
  /** UTF-16 units into a document at which a statement is half as likely to be its main one. */
  leadLength: number;
  /** A shopper wants to read their own language: a sentence in it is e³, 20 times, as likely to be what helps. */
  otherLanguageCost: number;
  /** What is for the shopper's own country holds, whatever is said for all: e², 7 times, as likely to be what helps. */
  ownMarketGain: number;
  /** What is said of another place than the one asked about is so much less likely to be the answer, in logits. */
  elsewhereCost: number;
  /** Where one line of a list is of the thing asked about, those of other things are so much less likely, in logits. */
  otherSubjectCost: number;
  /** What a row is worth whose first cell says nothing but what is asked about: "Shoes" before "Outlet shoes", in logits. */
  subjectGain: number;
  /** The praise over a list of products is so much less likely to be the answer than what other pages say, in logits. */
  listingCost: number;
  /** Asked for a policy, the page that is called so begins with it, in logits. */
  mainRuleGain: number;
  /** What states a condition that the question's own quantities meet holds for it, in logits. */
  metGain: number;
  /** UTF-16 units into such a page at which a line under a heading of its own is half as likely to be it. */
  mainRuleLength: number;
}

/**
 * The weights are fitted to give the sentences that hold the answer the largest share of a softmax over all candidates, with
 * equal weight for each set: XQuAD (English and Spanish), ClapNQ and the suites' stores. `anywhere` and `title` were added to
 * the others with semiPQA and every second question of ClapNQ: R@1 of those went from 0.92 to 0.95, of the half that was never
 * looked at from 0.90 to 0.92; XQuAD's and semiPQA's moved by a question at most. `npm run bench -- sensitivity` shows how each figure moves when they move.
 */
export const RANKING: Readonly<RankingConstants> = {
  weights: {
    own: 2.9,
    heading: 2.9,
    covered: 5.5,
    anywhere: 1,
    title: 2.2,
    passage: 4.3,
    expected: 2.1,
    focus: 1.2,
    sameQuestion: 1.2,
    silent: -0.6,
    lead: 1,
    cosine: 1.8,
  },
  headingCredit: 0.8,
  passageCredit: 0.5,
  carriedCredit: 0.8,
  nameCredit: 0.5,
  sameThing: 0.9,
  leastMatch: 0.3,
  cueCredit: 0.8,
  leadLength: 1_000,
  otherLanguageCost: 3,
  ownMarketGain: 2,
  elsewhereCost: 4,
  otherSubjectCost: 2,
  subjectGain: 2,
  listingCost: 2,
  mainRuleGain: 4,
  metGain: 1,
  mainRuleLength: 300,
};

/** What of the ranked units is said. */
export interface PickingConstants {
  /** Sentences or facts of an answer. */
  mostUnits: number;
  /** A further one is said if it is at least this likely to be the answer as the best one: the scores are logits. */
  likelyToo: number;
  /** … of another page, where it lacks a word of the question that the best one has. */
  likelyBeside: number;
  /** … of another page, where it lacks the amount, time or name that is asked for and the best one has it. */
  likelyOfOtherKind: number;
  /** … of a product's page, all of which is about the product, so that its lines come close without answering. */
  likelyTooOfProduct: number;
  /** The sentence right after the best one is so much more likely to be wanted, in logits. */
  nextGain: number;
  /** A heading that says so much of what the question says is a question of the store's own: all under it answers. */
  headingAnswers: number;
}

/**
 * The answer to 9 in 10 of XQuAD's questions is among what is said, two sentences on average; `nextGain` brings .01 of that,
 * for .04 sentences more.
 */
export const PICKING: Readonly<PickingConstants> = {
  mostUnits: 3,
  likelyToo: 0.05,
  likelyBeside: 0.1,
  likelyOfOtherKind: 0.3,
  likelyTooOfProduct: 0.3,
  nextGain: 0.8,
  headingAnswers: 0.75,
};

/** A logistic regression over what tells whether there is an answer, in logits. */
export type ConfidenceWeights = Record<'bias' | keyof AnswerabilityFeatures, number>;

/** How sure an answer is; see {@link CONFIDENCE}. */
export interface ConfidenceConstants {
  weights: Readonly<ConfidenceWeights>;
  /** A term covered less than this counts as missing: a doubtful synonym is none. */
  missing: number;
  /** "How much is delivery to Mexico" is not answered where Mexico is not spoken of: such a word counts so many times. */
  closedClass: number;
  /** Below this the extractive answerer abstains. */
  threshold: number;
}

/**
 * Fitted with equal weight for each set, and within it for what has an answer and what has none: XQuAD (English and Spanish;
 * without an answer it is the same question with its paragraph taken away), every second question of ClapNQ, semiPQA, the
 * suites' three stores and three more made for it. Fitted without a store, the area under the curve there is 0.955 in the mean
 * (0.948 with the five features before), 0.92 on the worst of the six; on the other half of ClapNQ 0.78 (0.77 before). `found`
 * and `otherKind` weigh less than the fit gives them, for the stores' sake: a table's row answers that few words find.
 * `otherLanguage` is from Spanish questions to XQuAD's English paragraphs, half of them taken away: with it 0.88 of those that
 * can be answered are and 0.24 of those that cannot, without it 0.80 and 0.11; of English questions it is 0.96 and 0.35.
 */
export const CONFIDENCE: Readonly<ConfidenceConstants> = {
  weights: {
    bias: -1.2,
    score: 1,
    lacking: -4.7,
    likeness: 0.9,
    length: 1.2,
    lead: 1.2,
    around: 1.5,
    found: 0.9,
    otherKind: -0.6,
    otherLanguage: 0.8,
  },
  missing: 0.45,
  closedClass: 2,
  threshold: 0.28,
};
