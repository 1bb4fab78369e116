import type { DraftSentence, Evidence, Ground, Quote, Verdict, Verify } from '../answerer.ts';
import type { Rejection } from './answer-prompt.ts';
import type { CitedSentence } from './clean-part.ts';
import { linkPlaceholder } from './hide-links.ts';

/** Picks the exact words of a passage that best support a sentence; none where it has no such words. */
export type SelectQuote = (sentence: string, evidence: Evidence) => Quote[];

export interface DraftDeps {
  selectQuote: SelectQuote;
  /** Without one, every sentence that has a quote passes; the caller must verify. */
  verify?: Verify | undefined;
}

/** Exclusively one of the two. */
export type Draft = { sentence: DraftSentence } | { rejection: Rejection };

/**
 * Gives a sentence the quotes of the passages that it cites, and checks it against them. A passage that the sentence does not
 * need and that does not support it alone is no longer cited.
 */
export function draftSentence(cited: CitedSentence, evidence: Evidence[], deps: DraftDeps): Draft {
  const { selectQuote, verify } = deps;
  const { text } = cited;
  const sources = cited.citations.flatMap((position) => evidence[position] ?? []);
  const quotes = sources.map((source) => selectQuote(text, source)).filter((found) => found.length > 0);

  const passes = (some: Quote[][]): Verdict =>
    verify
      ? verify(
          text,
          some.flat().flatMap((quote) => ground(quote, evidence)),
        )
      : { ok: true };
  const reject = (reason: string): Draft => ({
    rejection: { sentence: text, reason, quotes: rejectedQuotes(quotes.flat(), sources, evidence) },
  });

  if (text.includes(linkPlaceholder)) return reject('It holds "[link]". Name the page instead.');
  if (quotes.length === 0) return reject('The passages that it cites do not say this.');
  const verdict = passes(quotes);
  if (!verdict.ok) return reject(verdict.reason);
  return { sentence: { text, quotes: neededQuotes(quotes, (some) => passes(some).ok).flat() } };
}

function ground(quote: Quote, evidence: Evidence[]): Ground[] {
  const source = evidence[quote.evidence];
  if (!source) return [];
  const { title, heading, locale, product } = source;
  return [{ text: quoteText(quote, evidence), context: [title, ...heading], locale, product }];
}

function quoteText(quote: Quote, evidence: Evidence[]): string {
  const source = evidence[quote.evidence];
  return source ? source.text.slice(quote.start - source.start, quote.end - source.start) : '';
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
function rejectedQuotes(quotes: Quote[], sources: Evidence[], evidence: Evidence[]): Rejection['quotes'] {
  if (quotes.length === 0) {
    return sources.map((source) => ({ passage: evidence.indexOf(source) + 1, text: source.text }));
  }
  return quotes.map((quote) => ({ passage: quote.evidence + 1, text: quoteText(quote, evidence) }));
}
