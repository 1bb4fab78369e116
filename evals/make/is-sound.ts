import { matchesUrl } from '../metrics/matches-url.ts';
import { normaliseText } from '../metrics/normalise-text.ts';
import { statesFact } from '../metrics/states-fact.ts';
import type { Fact } from '../suite.ts';
import { caseContradictions } from '../suite-file/case-contradictions.ts';
import { caseFormat } from '../suite-file/suite-format.ts';
import type { Draft } from './draft.ts';
import { findAmounts } from './find-amounts.ts';
import { toNewCase } from './to-new-case.ts';

const LONGEST_QUESTION = 240;

/** A document; its text leaves out what its title says. */
interface SourcePage {
  url: string;
  title: string;
  text: string;
}

/** A letter or a digit alone stands in any answer. */
const TELLING = /[\p{L}\p{N}].*[\p{L}\p{N}%]|\p{Sc}/u;

function saysOf({ title, text }: SourcePage, fact: Fact): boolean {
  const telling =
    typeof fact === 'string'
      ? TELLING.test(fact)
      : !('any' in fact) || fact.any.every((one) => TELLING.test(one));
  return telling && (statesFact(title, fact) || statesFact(text, fact));
}

/**
 * Whether a draft can be a case: all that it expects stands on the pages that it cites, its question reads as one and does not say
 * what the answer has to, and the suite format takes it. Pure.
 *
 * @param pages the documents of its URLs, as they are stored.
 */
export function isSound(draft: Draft, pages: readonly SourcePage[]): boolean {
  const { expect, urls, kind } = draft;
  const own = pages.filter(({ url }) => urls.includes(url));
  if (!urls.every((url) => own.some((page) => page.url === url))) return false;
  const globs = expect.citations ?? [];
  if (!globs.every((glob) => own.some(({ url }) => matchesUrl(url, glob)))) return false;
  const facts = expect.facts ?? [];
  if (!facts.every((fact) => own.some((page) => saysOf(page, fact)))) return false;
  const quotes = (expect.quotes ?? []).map(normaliseText);
  if (!quotes.every((quote) => own.some(({ text }) => normaliseText(text).includes(quote)))) return false;
  const asked = draft.questions.at(-1) ?? '';
  // Which of two is cheaper names both: there the price is what it must not say.
  const given = facts.filter((fact) => statesFact(asked, fact));
  if (given.length > 0 && (kind !== 'comparison' || given.length === facts.length)) return false;
  if (!draft.questions.every(readsAsQuestion)) return false;
  const { entry } = toNewCase(draft);
  return caseFormat.safeParse(entry).success && caseContradictions(entry).length === 0;
}

function readsAsQuestion(question: string): boolean {
  const words = question.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return (
    words.length >= 2 &&
    question.length <= LONGEST_QUESTION &&
    !/https?:|www\.|[\n\r\t|{}<>]/u.test(question) &&
    question.trim() === question
  );
}

/** Whether a question names an amount that the answer is to name. */
export function givesAway(question: string, { expect }: Pick<Draft, 'expect'>): boolean {
  const said = new Set(findAmounts(question).map(({ text }) => normaliseText(text)));
  const wanted = (expect.facts ?? []).flatMap((fact) =>
    typeof fact === 'string' ? [fact] : 'any' in fact ? fact.any : [],
  );
  return wanted.some((fact) => said.has(normaliseText(fact)) || statesFact(question, fact));
}
