import type { AnswerRequest } from '../../service/schemas/answer-request.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import type { SuiteCase } from '../suite.ts';
import type { Target } from '../target/target.ts';
import type { CaseAnswer } from './case-run.ts';
import type { FindText } from './text-finder.ts';

export type DetectLanguage = (text: string) => Promise<string | null>;

/**
 * Asks every turn of a case, each under the conversation id that the first answer got, and fetches what judging the last
 * answer needs.
 *
 * @throws what the target throws, with the number of the turn in a conversation.
 */
export async function askCase(
  entry: SuiteCase,
  {
    target,
    findText,
    detectLanguage,
  }: { target: Target; findText: FindText; detectLanguage: DetectLanguage },
  signal: AbortSignal,
): Promise<{ case: SuiteCase } & CaseAnswer> {
  const turns = await converse(entry, target, signal);
  const last = turns.pop();
  if (last === undefined) throw new RangeError(`case ${entry.id} has no question`);
  const { response, retrieved, milliseconds } = last;
  const documents = new Map<string, string | null>();
  for (const { documentId } of response.citations) {
    if (!documents.has(documentId))
      documents.set(documentId, await findText(response.store, documentId, signal));
  }
  const detectedLanguage = await detectLanguage(response.answer);
  return {
    case: entry,
    response,
    turns: turns.map(({ question, response: { status, answer } }) => ({ question, status, answer })),
    retrieved,
    documents,
    detectedLanguage,
    milliseconds,
  };
}

interface AskedTurn {
  question: string;
  response: AnswerResponse;
  retrieved: CaseAnswer['retrieved'];
  milliseconds: number;
}

async function converse({ turns }: SuiteCase, target: Target, signal: AbortSignal): Promise<AskedTurn[]> {
  const asked: AskedTurn[] = [];
  for (const [index, { question, locale, market, filters }] of turns.entries()) {
    const request: AnswerRequest = { question };
    if (target.store !== null) request.store = target.store;
    if (locale !== null) request.locale = locale;
    if (market !== null) request.market = market;
    if (filters !== null) request.filters = filters;
    const last = asked.at(-1);
    if (last !== undefined) request.conversationId = last.response.conversationId;
    const started = performance.now();
    try {
      const answered = await target.answer(request, signal);
      asked.push({ question, ...answered, milliseconds: performance.now() - started });
    } catch (error) {
      if (turns.length === 1) throw error;
      throw new Error(`turn ${index + 1} of ${turns.length}`, { cause: error });
    }
  }
  return asked;
}
