import type { Citation } from '../../schemas/citation.ts';
import type { DraftSentence, Evidence, Quote } from '../answerer.ts';
import { endsInAbbreviation } from '../rank/ends-in-abbreviation.ts';
import { readCells } from '../rank/labelled-line.ts';
import { noteOtherMarket } from '../turns/note-other-market.ts';
import { foreignLanguage, noteOtherLanguage } from '../turns/other-language.ts';
import { pdfPageLink, textFragmentLink } from './text-fragment.ts';

/** An answer as it grows: sentences go in, text with marks and citations come out. */
export interface AnswerBuilder {
  /**
   * Adds a verified sentence.
   * @param apart begins a paragraph: what it answers is another question
   * @returns the text to send for it and the citations that are new.
   */
  add(sentence: DraftSentence, apart?: boolean): { delta: string; citations: Citation[] };
  /** What has been added so far; spans of citations are complete. */
  result(): {
    answer: string;
    parts: { text: string; citations: number[] }[];
    citations: Citation[];
    /** ISO 639 language of the first sentence's quotes where it is not the shopper's, which `answer` then begins by saying. */
    sourceLocale: string | null;
  };
}

/**
 * Makes a builder over the evidence that the sentences quote.
 * @param locale the shopper's; where it is given, an answer from pages in another language begins by saying so.
 * @param market the shopper's, ISO 3166-1 alpha-2; one from pages for another country begins by saying that.
 */
export function makeAnswerBuilder(
  evidence: Evidence[],
  storeId: string,
  locale?: string,
  market: string | null = null,
): AnswerBuilder {
  let answer = '';
  let sourceLocale: string | null = null;
  const parts: { text: string; citations: number[]; item: boolean }[] = [];
  const citations: Citation[] = [];
  const byQuote = new Map<string, Citation>();

  const cite = (quote: Quote, added: Citation[]): Citation[] => {
    const piece = evidence[quote.evidence];
    if (piece === undefined) return [];
    const key = `${piece.documentId} ${quote.start} ${quote.end}`;
    let citation = byQuote.get(key);
    if (citation === undefined) {
      citation = makeCitation(citations.length + 1, piece, quote, storeId);
      byQuote.set(key, citation);
      citations.push(citation);
      added.push(citation);
    }
    return [citation];
  };

  /** What is said once, before the first sentence; it is no part and has no citation. */
  const noteFor = (sentence: DraftSentence): string => {
    if (locale === undefined || parts.length > 0) return '';
    const quoted = sentence.quotes.flatMap((quote) => evidence[quote.evidence] ?? []);
    // Facts are values under labels of Aisle's own, in the shopper's language or in none.
    if (quoted.some((piece) => piece.shape === 'facts')) return '';
    const locales = quoted.map((piece) => piece.locale);
    sourceLocale = foreignLanguage(locale, locales);
    const notes = [
      noteOtherMarket(
        locale,
        market,
        quoted.map((piece) => piece.market ?? null),
      ),
      noteOtherLanguage(locale, locales),
    ];
    return notes.filter((note) => note !== null).join(' ');
  };

  return {
    add(sentence, apart = false) {
      const added: Citation[] = [];
      const note = noteFor(sentence);
      const cited = [...new Set(sentence.quotes.flatMap((quote) => cite(quote, added)))];
      const item = sentence.layout === 'item';
      const previous = parts.at(-1);
      const between = jointBetween(previous, item, note !== '');
      const joint = note + (apart && previous !== undefined && !item ? '\n\n' : between);
      const { body, stop } = splitStop(sentence.text);
      const start = answer.length + joint.length;
      for (const citation of cited) citation.answerSpans.push({ start, end: start + body.length });
      const marks = cited.map((citation) => ` [${citation.id}]`).join('');
      const delta = `${joint}${body}${marks}${stop}`;
      answer += delta;
      parts.push({ text: sentence.text, citations: cited.map((citation) => citation.id), item });
      return { delta, citations: added };
    },
    result: () => ({ answer, parts: parts.map(({ item: _, ...part }) => part), citations, sourceLocale }),
  };
}

function jointBetween(previous: { item: boolean } | undefined, item: boolean, afterNote: boolean): string {
  if (previous === undefined && !afterNote) return item ? '- ' : '';
  if (item) return '\n- ';
  return previous?.item ? '\n\n' : ' ';
}

/** The mark stands before the full stop, as in "… can't be returned [1]."; the point of "5 p.m." is the word's own. */
function splitStop(text: string): { body: string; stop: string } {
  if (endsInAbbreviation(text)) return { body: text, stop: '.' };
  const stop = /[.!?…]+$/.exec(text)?.[0] ?? '';
  return { body: text.slice(0, text.length - stop.length), stop };
}

function makeCitation(id: number, piece: Evidence, quote: Quote, storeId: string): Citation {
  const text = piece.text.slice(quote.start - piece.start, quote.end - piece.start);
  return {
    id,
    url: piece.url,
    title: piece.title,
    heading: piece.heading,
    quote: text,
    documentId: piece.documentId,
    start: quote.start,
    end: quote.end,
    contentHash: piece.contentHash,
    fetchedAt: piece.fetchedAt,
    answerSpans: [],
    // A file or feed row that is nowhere on the web opens as the text that is kept of it.
    link: /^https?:/.test(piece.url)
      ? (pdfPageLink(piece.url, piece.heading) ??
        textFragmentLink(piece.url, shownOnPage(piece, text), edgesOf(piece, text)))
      : `/documents/${piece.documentId}?store=${encodeURIComponent(storeId)}`,
  };
}

/** A fact's label is Aisle's own; the page shows its value, such as the price now without the price before. */
function shownOnPage(piece: Evidence, text: string): string {
  if (piece.shape !== 'facts') return text;
  const [line = text] = text.split('\n');
  return (readCells(line)?.[0]?.value ?? line).replace(/\s+\(.*$/, '');
}

/** A row is not on the page as one line; its first and last values are. */
function edgesOf(piece: Evidence, text: string): [string, string] | undefined {
  if (piece.shape !== 'rows') return undefined;
  const cells = readCells(text);
  const first = cells?.[0];
  const last = cells?.at(-1);
  if (!first || !last) return undefined;
  return cells.length > 1 ? [first.value, last.value] : undefined;
}
