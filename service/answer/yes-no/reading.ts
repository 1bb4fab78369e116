import type { DocumentGenre, ProductFacts, Voice } from '../../../sql/document.ts';
import { plainPhrases } from '../verify/plain-phrases.ts';
import type { Clause } from './clauses.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import { askedWords, type TextWords, wordsOf } from './shared-words.ts';

/** What an answer to a yes-or-no question may begin with. */
export type AnswerWord = 'yes' | 'no';

/** Where a quote stands. */
export interface QuoteContext {
  /** The title and headings above it. */
  headings: string[];
  /** Language of the quote. */
  locale: string;
  product: ProductFacts | null;
  /** Whose words it is: a customer's are no answer of the store's. */
  voice?: Voice;
  /** An article tells of its day. */
  genre?: DocumentGenre | null;
}

/** A question and a quote, ready to be compared. */
export interface Reading {
  question: string;
  asked: YesNoQuestion;
  asks: ReturnType<typeof askedWords>;
  /** The quote in plain phrases. */
  quote: string;
  context: QuoteContext;
  around: TextWords;
  locale: string;
}

export function readTogether(
  question: string,
  asked: YesNoQuestion,
  quoteText: string,
  context: QuoteContext,
  locale: string,
): Reading {
  const named = context.product === null ? [] : [context.product.name];
  return {
    question,
    asked,
    asks: askedWords(asked, locale),
    quote: plainPhrases(quoteText),
    context,
    around: wordsOf([...context.headings, ...named].join('\n'), context.locale),
    locale,
  };
}

/** How much of what was asked a statement speaks of. */
export interface Coverage {
  /** Topics that neither the statement nor what stands above it speaks of. */
  missing: YesNoQuestion['topics'];
  /** Topics that the statement itself speaks of. */
  stated: number;
}

export function coverage({ asked, around, context }: Reading, clause: Clause): Coverage {
  const words = wordsOf(clause.text, context.locale);
  const stated = asked.topics.filter((topic) => words.has(topic));
  return {
    missing: asked.topics.filter((topic) => !stated.includes(topic) && !around.has(topic)),
    stated: stated.length,
  };
}
