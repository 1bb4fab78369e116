import { listTurns, type Turn } from '../../../sql/answers.ts';
import { readProducts } from '../../../sql/read-products.ts';
import type { EarlierExchange, ResolvedAnswerRequest } from '../../answer-question.ts';
import { productCard } from '../catalog/product-card.ts';
import type { AnswerDeps } from '../make-answer-question.ts';
import type { LoadedStore } from '../retrieve/store-cache.ts';
import { understand } from '../understand/understand.ts';
import { productsNamedIn, questionAskedIn } from './read-earlier-answer.ts';

/** Earlier turns that a conversation is understood by. */
const TURNS = 6;

/**
 * The turns before a question, oldest first: those that were kept of its conversation, or, where the client sends along what
 * was said, of these the ones that its messages still show, else the messages themselves, read again.
 * @param conversationId null where the conversation begins, so that nothing is kept of it.
 */
export async function earlierTurns(
  deps: Pick<AnswerDeps, 'pool' | 'similarity'>,
  { store, history, locale }: ResolvedAnswerRequest,
  loaded: LoadedStore,
  conversationId: string | null,
): Promise<Turn[]> {
  if (history === undefined)
    return conversationId === null ? [] : listTurns(deps.pool, store, conversationId, TURNS);
  const told = history.slice(-TURNS);
  const answerIds = told.flatMap(({ answerId }) => answerId ?? []);
  const kept =
    conversationId === null || answerIds.length === 0
      ? []
      : await listTurns(deps.pool, store, conversationId, TURNS, answerIds);
  return kept.length > 0 ? kept : readAgain(deps, told, locale, store, loaded);
}

/** Understands each question anew; of the answers only what names things of the store counts. */
async function readAgain(
  { pool, similarity }: Pick<AnswerDeps, 'pool' | 'similarity'>,
  told: readonly EarlierExchange[],
  locale: string | undefined,
  storeId: string,
  loaded: LoadedStore,
): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const { question, answer } of told) {
    const request = { question, ...(locale === undefined ? {} : { locale }) };
    const understood = await understand(request, turns, loaded, similarity);
    const named = productsNamedIn(answer, loaded.vocabulary);
    const found = await readProducts(
      pool,
      storeId,
      named.flatMap(({ documentIds }) => documentIds),
    );
    const order = new Map(named.map(({ name }, place) => [name, place]));
    turns.push({
      question,
      answer,
      standalone: understood.standalone,
      status: 'answered',
      locale: understood.locale,
      intent: understood.intent,
      products: found
        .map(({ product }) => productCard(product))
        .sort((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0)),
      clarify: questionAskedIn(answer, understood.locale, loaded.vocabulary),
    });
  }
  return turns;
}
