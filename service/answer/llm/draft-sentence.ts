import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { DraftSentence, Evidence, Ground, Quote, Verdict, Verify } from '../answerer.ts';
import { groundOf } from '../ground-of.ts';
import type { Rejection } from './answer-prompt.ts';
import type { CitedSentence } from './clean-part.ts';
import { linkPlaceholder } from './hide-links.ts';
import { languageName } from './language-name.ts';
import { wrongLanguage } from './written-language.ts';

/** Picks the exact words of a passage that best support a sentence; none where it has no such words. */
export type SelectQuote = (sentence: string, evidence: Evidence) => Quote[];

export interface DraftDeps {
  selectQuote: SelectQuote;
  /** Without one, every sentence that has a quote passes; the caller must verify. */
  verify?: Verify | undefined;
}

/**
 * Exclusively one of the two. A rejected sentence that holds, but is in the language of its passages and not in the
 * shopper's, comes along as `foreign`.
 */
export type Draft = { sentence: DraftSentence } | { rejection: Rejection; foreign?: DraftSentence };

/**
 * Gives a sentence the quotes of the passages that it cites, and checks it against them and its language. A passage that the
 * sentence does not need and that does not support it alone is no longer cited.
 * @param shown the passages in the order of their numbers. @param locale the language to answer in.
 */
export function draftSentence(
  { text, citations }: CitedSentence,
  shown: readonly Evidence[],
  locale: string,
  { selectQuote, verify }: DraftDeps,
): Draft {
  const sources = citations.flatMap((position) => shown[position] ?? []);
  const passes = (some: Quote[][]): Verdict =>
    verify
      ? verify(
          text,
          some.flat().flatMap((quote) => ground(quote, shown)),
        )
      : { ok: true };
  const holds = (some: Quote[][]): boolean => passes(some).ok;
  const find = (source: Evidence): Quote[] => {
    const found = selectQuote(text, source);
    if (verify === undefined || languageOf(source.locale) === languageOf(locale) || holds([found]))
      return found;
    // A translation shares few words with what it translates: the check itself says which sentence carries it.
    return sentenceQuotes(source).find((quote) => holds([quote])) ?? found;
  };
  const quotes = sources.map(find).filter((found) => found.length > 0);
  const rejection = (reason: string): Rejection => ({
    sentence: text,
    reason,
    quotes: rejectedQuotes(quotes.flat(), sources, shown),
  });
  const reject = (reason: string): Draft => ({ rejection: rejection(reason) });

  if (text.includes(linkPlaceholder)) return reject('It holds "[link]". Name the page instead.');
  const written = wrongLanguage(text, locale);
  const complaint =
    written === null ? '' : `It is in ${languageName(written)}. Write it in ${languageName(locale)}.`;
  if (quotes.length === 0) return reject(`${complaint} The passages that it cites do not say this.`.trim());
  const verdict = passes(quotes);
  if (!verdict.ok) return reject(`${complaint} ${verdict.reason}`.trim());
  const sentence = { text, quotes: neededQuotes(quotes, holds).flat() };
  if (written === null) return { sentence };
  const isItsPages = sources.every((source) => languageOf(source.locale) === written);
  return { rejection: rejection(complaint), ...(isItsPages && { foreign: sentence }) };
}

function sentenceQuotes({ text, start, locale, index }: Evidence): Quote[][] {
  return splitSentences(text, locale).map((span) => [
    { evidence: index, start: start + span.start, end: start + span.end },
  ]);
}

function ground(quote: Quote, shown: readonly Evidence[]): Ground[] {
  const source = sourceOf(quote, shown);
  return source ? [groundOf(quote, source)] : [];
}

function sourceOf(quote: Quote, shown: readonly Evidence[]): Evidence | undefined {
  return shown.find((piece) => piece.index === quote.evidence);
}

function neededQuotes(quotes: Quote[][], passes: (some: Quote[][]) => boolean): Quote[][] {
  let kept = quotes;
  for (const one of quotes.toReversed()) {
    const others = kept.filter((other) => other !== one);
    if (others.length > 0 && !passes([one]) && passes(others)) kept = others;
  }
  return kept;
}

/** The quotes as the model shall see them; where there are none, the passages themselves. */
function rejectedQuotes(
  quotes: Quote[],
  sources: readonly Evidence[],
  shown: readonly Evidence[],
): Rejection['quotes'] {
  if (quotes.length === 0) {
    return sources.map((source) => ({ passage: shown.indexOf(source) + 1, text: source.text }));
  }
  return quotes.flatMap((quote) => {
    const source = sourceOf(quote, shown);
    return source ? [{ passage: shown.indexOf(source) + 1, text: groundOf(quote, source).text }] : [];
  });
}
