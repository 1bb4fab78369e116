import { listKnownLexemes } from '../../../sql/list-known-lexemes.ts';
import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';

type Named = Pick<QuestionTerm, 'lexeme' | 'synonyms'>;

/** Which terms a store's pages have, by any of their names. */
export async function knownTerms<T extends Named>(
  { deps, request }: Pick<TurnContext, 'deps' | 'request'>,
  terms: T[],
): Promise<T[]> {
  const names = terms.flatMap(({ lexeme, synonyms }) => [lexeme, ...synonyms]);
  const known = await listKnownLexemes(deps.pool, request.store, [...new Set(names)]);
  return terms.filter(({ lexeme, synonyms }) => [lexeme, ...synonyms].some((name) => known.has(name)));
}

/** Topics to ask about: those that the store's pages have a word for, and products where it has some. */
export async function knownTopics(context: TurnContext): Promise<string[]> {
  const { understood, loaded } = context;
  const { topics, productsTopic } = messagesFor(understood.locale);
  const language = understood.locale.startsWith('es') ? 'es' : 'en';
  const terms = topics.flatMap((topic) => questionTerms(topic, language).map((term) => ({ ...term, topic })));
  const known = new Set((await knownTerms(context, terms)).map(({ topic }) => topic));
  return [
    ...topics.filter((topic) => known.has(topic)),
    ...(loaded.vocabulary.names.length > 0 ? [productsTopic] : []),
  ];
}
