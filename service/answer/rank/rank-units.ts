import { languageOf } from '../../../ingest/analysis/language-of.ts';
import type { Evidence } from '../answerer.ts';
import { asksForPolicy } from '../understand/asks-for-policy.ts';
import { asksOfShops } from '../understand/asks-of-shops.ts';
import { type Expectation, showsExpected } from '../understand/expected-answer.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { makeElsewhere } from '../within/elsewhere.ts';
import { makeMeets } from '../within/within.ts';
import { withoutGenericThings } from '../words/generic-things.ts';
import { RANKING, type RankingConstants } from './answer-constants.ts';
import { carryOver, leanAway } from './carries-on.ts';
import { comparesThings, joinCompared } from './compared-rows.ts';
import { withoutExcepted, withoutTakenOut } from './excepted-place.ts';
import { isListingPage } from './listing-page.ts';
import { mainness } from './main-rule.ts';
import { makeTermMatcher, type TermMatch, type TermMatcher } from './match-terms.ts';
import { meetConditions, meetsFirst } from './meets-first.ts';
import { kinOfNamed, speaksBesides } from './named-kin.ts';
import { isHoursLine, isOtherHours } from './opening-hours.ts';
import { otherSubjects, subjectOf } from './other-subjects.ts';
import { overlap } from './overlap.ts';
import { preferTheMissing } from './prefer-the-missing.ts';
import { preferThePlace } from './prefer-the-place.ts';
import { asksPriceOfAnother } from './price-of-another.ts';
import { type ReadUnit, readLexemes, readUnits, readWords } from './read-units.ts';
import { caseOf, denyingLabel } from './special-case.ts';
import { termShare } from './term-share.ts';
import { asksForOpinions, isUnfit } from './unfit-units.ts';
import { tellWhereShopsAre } from './where-shops-are.ts';

/** How alike two words are, 0…1: 1 for the same, 0 for unrelated. */
export type WordSimilarity = (a: string, b: string) => number;

/** What could be quoted: a sentence, a table row or a fact of one piece of evidence, with how well it answers. */
export interface RankedUnit {
  evidence: Evidence;
  /** Offsets into the document's text. */
  start: number;
  end: number;
  text: string;
  /** Position among the units of its passage, from 0. */
  position: number;
  score: number;
  features: UnitFeatures;
  /** Whether it has a word of the question besides the name of the product whose page it is on. */
  says: boolean;
  /** For each of the question's terms, how well the unit itself speaks of it, 0…1. */
  matches: number[];
  /** … the unit, its headings or its passage, 0…1. */
  credits: number[];
  /** Said of another place than the one that is asked about, or the price of another thing. */
  elsewhere?: boolean;
  /** Begins with a case that the question does not speak of: "Outside the United States …". */
  special?: boolean;
  /** In another language than the question. */
  foreign?: boolean;
  /** What kind of thing is asked for its heading alone shows: "Free pickup". */
  shownAbove?: boolean;
  /** Its headings say every word that names a thing, and there are several. */
  headed?: boolean;
  /** Opening hours, where these are asked for. */
  hours?: boolean;
  /** Says where the store's shops are, where one is asked for that there is not. */
  tellsOfShops?: boolean;
  /** How well the question's own quantities meet a condition that it states, 0…1. */
  met?: number;
}

/** Each 0…1. */
export interface UnitFeatures {
  /** Share of the question's terms, by idf, that the unit itself speaks of. */
  own: number;
  /** … that its headings and title speak of. */
  heading: number;
  /** … that the unit, its headings or the rest of its passage speak of, the farther the less. */
  covered: number;
  /** … that its headings or anything in its passage speaks of; of a product, whose lines stand for themselves, as covered. */
  anywhere: number;
  /** 1 for a page whose whole title the question says, so that it is meant; 0 for products, which are told by name before. */
  title: number;
  /** Fused retrieval score of its passage. */
  passage: number;
  /** Whether it holds what kind of thing is asked for: 1, 0, and 0.5 where the question does not tell. */
  expected: number;
  /** Share of the unit's own words that are the question's, its everyday words for less: a general rule has more than a special case. */
  focus: number;
  /** How alike the question and the heading are, all their words counted: 1 for a FAQ's own question. */
  sameQuestion: number;
  /** 1 for a unit that has none of the question's words and nothing of the kind that is asked for, else 0. */
  silent: number;
  /** Nearness to the beginning of the document, where the main rule stands. */
  lead: number;
  /** Cosine of the question and its passage, 0 where negative. */
  cosine: number;
}

/** A lone word on a product's page is a badge or a brand. */
const TWO_WORDS = /\p{L}\S*\s+\S*[\p{L}\p{N}]/u;
/** … but for one that was asked for: "Dimmable." in a list. */
const ONE_WORD = /^\p{L}[\p{L}-]{2,}[.!]?$/u;
const SAME_WORD = 0.9;
/** Every word of a title, another name for the same thing at most among many. */
const WHOLE_TITLE = 0.95;
const FREE = /(?<!\p{L})(?:free|gratis|gratuit[oa]s?)(?!\p{L})/iu;
/** What a rule is not for, it speaks of by half. */
const TAKEN_OUT = 0.5;
const SEVERAL = 2;
const SAID = 0.8;
const NO_MATCH: TermMatch = { matches: [], focus: 0 };
/** "Open" in a line without a time, such as an alarm for an open door, is half a word of a question for hours; so is "address". */
const NO_HOURS = 0.5;
/** The question as asked. */
export interface AskedQuestion {
  standalone: string;
  locale: string;
  expected: Expectation | null;
  /** Products that it calls by name: all of their pages is about them. */
  named: { documentIds: string[]; lexemes: ReadonlySet<string> } | null;
  /** The shopper's, ISO 3166-1 alpha-2; null or left out: unknown. */
  market?: string | null;
}

/**
 * Ranks every sentence, row and fact of the evidence by how well it answers. Pure.
 * @param similarity of two words; finds "send back" in "return".
 */
export function rankUnits(
  given: QuestionTerm[],
  question: AskedQuestion,
  evidence: Evidence[],
  similarity: WordSimilarity,
  constants: Readonly<RankingConstants> = RANKING,
): RankedUnit[] {
  const terms = withoutGenericThings(given);
  const inPages = makeTermMatcher(terms, question, similarity, constants.sameThing);
  // Each fact of a product has a name of its own, and the next one's often means nearly the same.
  const inFacts = makeTermMatcher(terms, question, similarity, constants.sameThing, false);
  const isElsewhere = makeElsewhere(question.standalone, asksOfShops(terms));
  const asksPolicy = asksForPolicy(question.standalone);
  const compares = comparesThings(question.standalone);
  const asked = readLexemes(question.standalone, question.locale);
  const meets = makeMeets(question.standalone);
  const kin = kinOfNamed(evidence, question.named);
  const units = evidence
    .filter(({ suspect, voice }) => suspect !== true && (voice !== 'customer' || asksForOpinions(terms)))
    .flatMap((piece) => {
      const match = piece.shape === 'facts' ? inFacts : inPages;
      const reader = { match, asked, isElsewhere, asksPolicy, compares, kin, meets };
      return unitsOf(piece, terms, question, reader, constants);
    })
    .filter((unit) => !isUnfit(unit));
  return meetsFirst(
    tellWhereShopsAre(
      preferTheMissing(preferThePlace(units, terms, constants), terms, question.standalone, constants),
      terms,
      question,
    ),
  );
}

/** What reads the evidence for one question. */
interface Reader {
  match: TermMatcher;
  /** All lexemes of the question. */
  asked: ReadonlySet<string>;
  isElsewhere: ReturnType<typeof makeElsewhere>;
  asksPolicy: boolean;
  /** Sets one thing beside another. */
  compares: boolean;
  kin: ReturnType<typeof kinOfNamed>;
  meets: ReturnType<typeof makeMeets>;
}

function unitsOf(
  piece: Evidence,
  terms: QuestionTerm[],
  { standalone, locale, expected, named, market = null }: AskedQuestion,
  { match, asked, isElsewhere, asksPolicy, compares, kin, meets }: Reader,
  constants: Readonly<RankingConstants>,
): RankedUnit[] {
  const isNamed = named?.documentIds.includes(piece.documentId) ?? false;
  const given = terms.map((term) => isNamed && (named?.lexemes.has(term.lexeme) ?? false));
  const headings = [piece.title, ...piece.heading];
  const above = match(readWords(headings.join('\n'), piece.locale)).matches;
  const foreign = languageOf(piece.locale) !== locale;
  const title = match(readWords(piece.title, piece.locale));
  const isListing = isListingPage(piece);
  const isCalled = piece.kind !== 'product' && !isListing && title.focus >= WHOLE_TITLE;
  // All of a policy's own page speaks of it, however its lines put it.
  const titled = asksPolicy ? title.matches : [];
  const mainRule = constants.mainRuleGain * termShare(terms, (index) => titled[index] ?? 0);
  const own = market !== null && piece.market === market ? constants.ownMarketGain : 0;
  const isCue = terms.map((term) => expected?.cues.has(term.lexeme) ?? false);
  // "4.7 (175)" or "$329.00" alone says nothing that could be understood without its page.
  const isOfProduct = piece.kind === 'product' && piece.shape === 'prose';
  const isOpen = terms.map((term) => !(named?.lexemes.has(term.lexeme) ?? false));
  const says = ({ text }: ReadUnit, { matches }: TermMatch): boolean => {
    if (!isOfProduct || TWO_WORDS.test(text)) return /\p{L}/u.test(text);
    return ONE_WORD.test(text) && matches.some((value, index) => isOpen[index] && value >= SAME_WORD);
  };
  const kinOfRow = piece.shape === 'rows' && piece.kind !== 'product' ? kin : null;
  // Where a row says the name itself, none beside it stands for its kind.
  const isUnsaid = terms.map(
    ({ lexeme }, index) =>
      kinOfRow !== null &&
      (named?.lexemes.has(lexeme) ?? false) &&
      readUnits(piece.text, piece.locale).every((unit) => (match(unit).matches[index] ?? 0) < SAME_WORD),
  );
  const asOfKind = (row: string, matched: TermMatch): TermMatch => {
    const spoken = matched.matches.map((value, index) => Math.max(value, above[index] ?? 0));
    const worth = speaksBesides(terms, named, spoken) ? (kinOfRow?.(row, piece.locale) ?? 0) : 0;
    const matches = matched.matches.map((value, index) => (isUnsaid[index] ? Math.max(value, worth) : value));
    return { ...matched, matches };
  };
  // The time for what is not taken out is not the time for what is.
  const withoutOthers = (unit: ReadUnit, matched: TermMatch): TermMatch => {
    const rest = expected === null ? null : withoutTakenOut(unit.text);
    if (rest === null || !showsExpected(rest, expected?.kind ?? 'name')) return matched;
    const left = match(readWords(rest, piece.locale)).matches;
    return {
      ...matched,
      matches: matched.matches.map((value, index) =>
        (left[index] ?? 0) < constants.leastMatch ? Math.min(value, TAKEN_OUT) : value,
      ),
    };
  };
  const read = readUnits(piece.text, piece.locale)
    .map((unit) => ({ unit, matched: withoutOthers(unit, match(unit)) }))
    .map((one) => (kinOfRow === null ? one : { ...one, matched: asOfKind(one.unit.text, one.matched) }))
    .filter(({ unit, matched }) => says(unit, matched));
  const units = read.map(({ unit }) => unit);
  const isTable = piece.shape === 'rows' && piece.kind !== 'product';
  const joined = isTable && compares ? joinCompared(read.map(({ matched }) => matched.matches)) : null;
  const inUnits = read.map(({ matched }, at) => ({ ...matched, matches: joined?.[at] ?? matched.matches }));
  const asksOtherPrice = (credits: number[]): boolean =>
    isNamed &&
    expected?.kind === 'money' &&
    asksPriceOfAnother(
      terms.filter(
        (_, index) => !given[index] && !isCue[index] && (credits[index] ?? 0) < constants.leastMatch,
      ),
    );
  // What a follow-up carries over is worth less than what it asks.
  const worthOf = ({ matches, focus }: TermMatch): number =>
    focus * Math.max(0, ...matches.map((value, index) => value * (terms[index]?.weight ?? 0)));
  const isSilent = (text: string, least: number): boolean =>
    match(readWords(text, piece.locale)).matches.every((value) => value < least);
  const isOtherCase = (text: string): boolean => {
    const denying = denyingLabel(text);
    // "Not accepted: checks" is the answer for checks, and for no other.
    if (denying !== null) return isSilent(text.slice(denying.length), SAID);
    const limits = readWords(caseOf(text) ?? '', piece.locale);
    if (limits.words.length === 0 || (expected !== null && showsExpected(limits.text, expected.kind)))
      return false;
    return isSilent(limits.text, constants.leastMatch);
  };
  const heading = piece.heading.at(-1) ?? '';
  const naming = terms.flatMap(({ need }, index) => (need === 1 ? [above[index] ?? 0] : []));
  const isHeaded = naming.length >= SEVERAL && naming.every((value) => value >= SAID);
  const isShownAbove =
    (expected?.kind === 'money' || (expected === null && FREE.test(standalone) && FREE.test(heading))) &&
    piece.shape === 'prose' &&
    piece.kind !== 'product' &&
    !heading.endsWith('?') &&
    showsExpected(heading, 'money');
  const isOther = otherSubjects(
    units.map(({ text }) => text),
    (label) => match(readWords(label, piece.locale)).matches,
  );
  const carried = carryOver(
    read.map(({ unit, matched }) => ({ text: unit.text, matches: matched.matches })),
    piece.shape === 'prose' ? constants.carriedCredit : 0,
  );
  const met = piece.kind === 'product' ? [] : meetConditions(units, carried, meets, constants.carriedCredit);
  const gain = piece.shape === 'prose' ? constants.metGain : 0;
  const leansAway = leanAway(carried, inUnits, above, terms);
  const inPassage = terms.map((_, index) => Math.max(0, ...inUnits.map((unit) => unit.matches[index] ?? 0)));
  const anywhere = termShare(terms, (index) => Math.max(inPassage[index] ?? 0, above[index] ?? 0));
  return units.map(({ text, start, end }, position) => {
    const { matches: found, focus } = inUnits[position] ?? NO_MATCH;
    // The name of the product decides nothing between the lines of its own page.
    const matches = found.map((value, index) =>
      given[index] ? constants.nameCredit : Math.max(value, titled[index] ?? 0),
    );
    const open = found.filter((_, index) => !given[index]);
    const shows =
      expected === null ? 0.5 : showsExpected(withoutExcepted(text, standalone), expected.kind) ? 1 : 0;
    const cueCredit = (index: number): number => (isCue[index] && shows === 1 ? constants.cueCredit : 0);
    // "Monday to Friday: 9 a.m. to 6 p.m." are opening hours, and rarely says so itself.
    const hours = expected?.kind === 'hours' && piece.kind !== 'product' && isHoursLine(text);
    if (expected?.kind === 'hours' || expected?.kind === 'address')
      matches.forEach((value, index) => {
        if (!isCue[index]) return;
        matches[index] = hours ? 1 : shows === 1 ? Math.max(value, cueCredit(index)) : NO_HOURS * value;
      });
    const otherHours = hours && isOtherHours([text, ...piece.heading].join('\n'), standalone);
    const credits = terms.map((_, index) =>
      Math.max(
        given[index] ? 1 : 0,
        matches[index] ?? 0,
        constants.headingCredit * (above[index] ?? 0),
        constants.passageCredit * (inPassage[index] ?? 0),
        carried[position]?.[index] ?? 0,
        cueCredit(index),
      ),
    );
    const covered = termShare(terms, (index) => credits[index] ?? 0);
    const features: UnitFeatures = {
      own: termShare(terms, (index) => Math.max(matches[index] ?? 0, carried[position]?.[index] ?? 0)),
      heading: termShare(terms, (index) => above[index] ?? 0),
      covered,
      anywhere: piece.kind === 'product' ? covered : anywhere,
      title: isCalled ? 1 : 0,
      passage: piece.score,
      expected: shows,
      focus,
      sameQuestion: overlap(asked, readLexemes(piece.heading.at(-1) ?? '', piece.locale)),
      silent: open.length > 0 && Math.max(...open) < constants.leastMatch && shows < 1 ? 1 : 0,
      lead: 1 / (1 + (piece.start + start) / constants.leadLength),
      cosine: Math.max(0, piece.cosine),
    };
    const elsewhere =
      piece.kind === 'product'
        ? shows === 1 && asksOtherPrice(credits)
        : (isElsewhere?.({ text, above: headings, isRow: piece.shape === 'rows' }) ?? false);
    const special = piece.shape === 'prose' && piece.kind !== 'product' && isOtherCase(text);
    const subject = piece.kind === 'product' ? null : subjectOf(text);
    const score =
      (subject === null ? 0 : constants.subjectGain * worthOf(match(readWords(subject, piece.locale)))) +
      own -
      (foreign ? constants.otherLanguageCost : 0) -
      (isListing ? constants.listingCost : 0) +
      mainRule * mainness(piece, start, constants.mainRuleLength) +
      gain * (met[position] ?? 0) -
      (elsewhere ? constants.elsewhereCost : 0) -
      (leansAway[position] ? constants.otherSubjectCost : 0) -
      (isOther[position] || otherHours ? constants.otherSubjectCost : 0) +
      Object.entries(constants.weights).reduce(
        (sum, [name, weight]) => sum + weight * features[name as keyof UnitFeatures],
        0,
      );
    return {
      evidence: piece,
      start: piece.start + start,
      end: piece.start + end,
      text,
      position,
      score,
      features,
      says: open.some((value) => value >= constants.leastMatch),
      matches,
      credits,
      ...((met[position] ?? 0) > 0 && { met: met[position] }),
      ...(foreign && { foreign }),
      ...(elsewhere && { elsewhere }),
      ...(hours && !otherHours && { hours }),
      ...(isHeaded && { headed: true }),
      ...(special && { special }),
      ...(isShownAbove && shows < 1 && !FREE.test(text) && { shownAbove: true }),
    };
  });
}
