import { splitSentences } from '../../ingest/sentences.ts';
import { type Draft, expectFacts } from './draft.ts';
import { findAmounts } from './find-amounts.ts';
import type { Page } from './page.ts';

/** Amounts that a question about them would name are worth expecting; more would be pedantic. */
const MOST_FACTS = 2;
const LONGEST_QUOTE = 300;

/**
 * The questions that a page asks itself in its headings, with what their answer begins with: amounts where its first sentences
 * have some, else its first sentence as a quote. Each also as it would be typed in haste. Pure.
 */
export function draftFromFaq(page: Page): Draft[] {
  return page.sections.flatMap(({ heading, shape, lines }): Draft[] => {
    const question = heading.at(-1)?.trim() ?? '';
    const [line = ''] = lines;
    if (!question.endsWith('?') || question.length > 200 || shape !== 'prose') return [];
    const sentences = splitSentences(line, page.language).map(({ start, end }) => line.slice(start, end));
    const telling = sentences.slice(0, 2).find((sentence) => findAmounts(sentence).length > 0);
    const quote = telling ?? sentences[0] ?? '';
    if (quote.length < 12 || quote.length > LONGEST_QUOTE) return [];
    const facts = findAmounts(quote)
      .map(({ text }) => text)
      .slice(0, MOST_FACTS);
    const { citations = [] } = expectFacts(page.url, []);
    const expect: Draft['expect'] =
      facts.length > 0 ? expectFacts(page.url, facts) : { status: ['answered'], citations, quotes: [quote] };
    const draft = { language: page.language, from: page.url, urls: [page.url], quote, expect };
    const faq: Draft = { ...draft, kind: 'faq', questions: [question], asWritten: true };
    const typed = typedQuickly(question);
    return typed === null ? [faq] : [faq, { ...faq, kind: 'typed-quickly', questions: [typed] }];
  });
}

/** The same question without capitals, accents and marks; null where that changes nothing. What is a name or a code stays. */
function typedQuickly(question: string): string | null {
  const words = question
    .replace(/[¿?¡!.]+(?=\s|$)|[¿¡]/gu, '')
    .replace(/\bWhat(?: is|’s|'s)\b/gu, 'whats')
    // ñ tells words apart, and has a key of its own.
    .replace(/[áéíóúü]/giu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .trim();
  const [first = ''] = words.split(/\s/u, 1);
  const typed = /\p{Lu}.*\p{Lu}|\d/u.test(first) ? words : words.charAt(0).toLowerCase() + words.slice(1);
  return typed === question ? null : typed;
}
