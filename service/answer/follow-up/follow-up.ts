import type { ShownProduct, Turn } from '../../../sql/answers.ts';
import type { Vocabulary } from '../catalog/vocabulary.ts';
import { mainQuestion } from '../understand/main-question.ts';
import { type QuestionTerm, questionTerms } from '../understand/question-terms.ts';
import { addedLimit } from './added-limit.ts';
import { askOfReference } from './ask-of-reference.ts';
import { asksForMore } from './asks-for-more.ts';
import { asksOfPart } from './asks-of-part.ts';
import { applyChoice } from './choice.ts';
import { compareShown } from './compare-shown.ts';
import { foldInPlace } from './fold-in-place.ts';
import { asQuestion, hasLeadIn, withoutLeadIn } from './lead-in.ts';
import { isWhole, leansBack } from './leans-back.ts';
import { namedIn } from './named-in.ts';
import { otherAmounts } from './other-amounts.ts';
import { replaceNoun } from './replace-noun.ts';
import { replacePhrase, replaceThing } from './replace-phrase.ts';
import { replaceValues } from './replace-value.ts';
import { resolvePronoun } from './resolve-pronoun.ts';
import { findReference } from './shown-products.ts';
import { spokenSubject } from './spoken-subject.ts';
import { spokenValues } from './spoken-values.ts';

/** What a follow-up carries over: what the conversation was about. */
export interface Carried {
  /** The question as the shopper could have typed it by itself. */
  standalone: string;
  /** The part of it that is asked now: all of it, or the follow-up itself where it stands behind an earlier question. */
  asked: string;
  /** Topic words of `standalone` that `asked` lacks. */
  terms: Omit<QuestionTerm, 'idf'>[];
  /** How many turns have shown things asked for so already, where more of them are asked for. */
  pages?: number;
}

/** "And if it's never been done?": what was asked before is asked again, of another case. */
const CONDITION = /^(?:even |incluso )?(?:if|unless|si|aunque)\s(?=\S)/u;

/** Turns that say nothing of what the conversation is about. */
const NO_SUBJECT = new Set(['small_talk', 'off_topic', 'person']);
/** "How much for the size 5 ones?": others of what was asked for. */
const ONES = /\b(?:the|those|any) (?:\p{L}+ ){0,3}[\p{L}\p{N}]+ ones\b/u;
const ASKS_PRICE = /^(?:how much|what(?:'s| is) the price) (?:is|are|for|of|do)\s/iu;
const SUPERLATIVE =
  /\b(?:cheapest|priciest|lightest|heaviest|largest|biggest|smallest|warmest|most \w+|(?:best|top|highest)[- ]rated|(?:el|la) (?:mas|mejor|menos) )\b/u;

/**
 * Makes a follow-up stand alone by rule: other values take the place of those of the same kind, pronouns and "the second
 * one" become what they stand for, and what cannot be joined in one question stands behind the one before. Pure; sees one
 * conversation only.
 * @param history oldest first.
 */
export function carryOver(
  question: string,
  history: Turn[],
  { locale, vocabulary }: { locale: string; vocabulary: Vocabulary },
): Carried {
  const at = history.findLastIndex((turn) => turn.intent === null || !NO_SUBJECT.has(turn.intent));
  const base = history[at];
  if (base === undefined) return alone(question);
  const rest = withoutLeadIn(question);
  const earlier = mainQuestion(base.standalone, locale);
  const pages = asksForMore(question) ? pagesOf(history.slice(0, at + 1), base.standalone) : 0;
  if (pages > 0 && (base.products.length > 1 || pages > 1)) return { ...alone(base.standalone), pages };
  const chosen = applyChoice(earlier, rest, base.clarify, locale);
  if (chosen !== null) return alone(chosen);

  const shown = lastShown(history.slice(0, at + 1));
  const spokenOf = namedIn(earlier, locale, vocabulary)?.named.names ?? [];
  const reference = findReference(foldInPlace(rest), shown, spokenOf);
  if (reference !== null) return alone(askOfReference(rest, reference, earlier, locale, vocabulary));
  const compared =
    compareShown(rest, shown, locale, vocabulary) ??
    otherAmounts(rest, earlier, base.products, locale, vocabulary);
  if (compared !== null) return alone(compared);

  if (CONDITION.test(foldInPlace(rest)))
    return alone(`${firstQuestion(earlier, locale)} ${asQuestion(question, locale)}`);
  const isOfOnes = ONES.test(foldInPlace(rest));
  if (!isWhole(rest) || isOfOnes) {
    const replaced =
      replaceValues(earlier, isOfOnes ? rest.replace(ASKS_PRICE, '') : rest, locale, vocabulary) ??
      (base.products.length > 1 ? addedLimit(earlier, rest, locale, vocabulary) : null) ??
      replacePhraseOf(question, rest, earlier, locale);
    if (replaced !== null) return alone(replaced);
  }
  const product = onlyProduct(
    base,
    earlier,
    spokenOf.length === 1 ? saidName(earlier, locale, vocabulary) : null,
  );
  const ofProduct = product !== null && asksOfPart(rest, locale, vocabulary);
  if (!ofProduct && !leansBack(question, locale, vocabulary)) return alone(question);

  const subject =
    product === null
      ? base.products.length > 1
        ? null
        : spokenSubject(lastSentence(earlier), locale)
      : { phrase: locale.startsWith('es') ? product : `the ${product}`, activity: false };
  const resolved = subject === null ? null : resolvePronoun(rest, subject, locale);
  if (resolved !== null) return alone(asQuestion(resolved, locale));
  const follows = asQuestion(isWhole(rest) || product !== null ? rest : question, locale);
  const lead = product === null ? firstQuestion(earlier, locale) : `${product}:`;
  return behind(lead, product === null ? follows : uncapital(follows), locale);
}

/** How many of the last turns asked for the same things. */
function pagesOf(history: readonly Turn[], standalone: string): number {
  const other = history.findLastIndex((turn) => turn.standalone !== standalone);
  return history.length - 1 - other;
}

function alone(question: string): Carried {
  return { standalone: question, asked: question, terms: [] };
}

function behind(lead: string, asked: string, locale: string): Carried {
  const own = new Set(questionTerms(asked, locale).map((term) => term.lexeme));
  const terms = questionTerms(lead, locale).filter((term) => !own.has(term.lexeme));
  return terms.length === 0 ? alone(asked) : { standalone: `${lead} ${asked}`, asked, terms };
}

function replacePhraseOf(question: string, rest: string, earlier: string, locale: string): string | null {
  const phrase = replacePhrase(earlier, rest, locale);
  if (phrase !== null) return phrase;
  if (!hasLeadIn(question)) return null;
  return replaceThing(earlier, rest, locale) ?? (locale.startsWith('es') ? null : replaceNoun(earlier, rest));
}

/** The list that "the second one" is counted in: the last that has several, else the last card. */
function lastShown(history: Turn[]): ShownProduct[] {
  const list = history.findLast((turn) => turn.products.length > 1);
  return list?.products ?? history.findLast((turn) => turn.products.length > 0)?.products ?? [];
}

/** The one product that a turn was about: called by name, the only one shown, or the best of those asked for. */
function onlyProduct(turn: Turn, earlier: string, said: string | null): string | null {
  if (said !== null) return said;
  const [first] = turn.products;
  if (first === undefined || turn.intent === 'store') return null;
  return turn.products.length === 1 || SUPERLATIVE.test(foldInPlace(earlier)) ? first.name : null;
}

/** The name as the shopper says it. */
function saidName(question: string, locale: string, vocabulary: Vocabulary): string | null {
  const span = spokenValues(question, locale, vocabulary).find(({ kind }) => kind === 'product');
  return span === undefined ? null : question.slice(span.start, span.end);
}

function lastSentence(text: string): string {
  const sentences = text.split(/[?.!]+\s+(?=\S)/u);
  return (sentences.at(-1) ?? text).replace(/^[\s¿¡]+|[\s?!.]+$/gu, '');
}

/** The question on which the others lean. */
function firstQuestion(text: string, locale: string): string {
  const first = text.split(/(?<=[?.!])\s+(?=\S)/u)[0] ?? text;
  return /[?!.]$/.test(first.trim()) ? first.trim() : asQuestion(first, locale);
}

function uncapital(question: string): string {
  const at = question.search(/\p{L}/u);
  return question.slice(0, at) + question.charAt(at).toLowerCase() + question.slice(at + 1);
}
