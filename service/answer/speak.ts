import {
  type Answerer,
  type AnswerTask,
  addUsage,
  type DraftSentence,
  type Evidence,
  type Ground,
  NO_USAGE,
  type Usage,
  type Verdict,
  type Verify,
} from './answerer.ts';
import { listProducts } from './catalog/describe-list.ts';
import type { AnswerBuilder } from './compose/compose-answer.ts';
import { sayDrafts } from './extractive/extractive-answerer.ts';
import type { Findings } from './find-answer.ts';
import { groundOf } from './ground-of.ts';
import type { TurnContext } from './make-answer-question.ts';
import { ANSWER_THRESHOLD } from './rank/confidence.ts';
import { echoesQuestion } from './rank/echoes-question.ts';
import { ModelUnavailable } from './turns/model-unavailable.ts';
import { isForQuotesOnly } from './understand/for-quotes-only.ts';
import { answerWordHolds } from './yes-no/answer-word-holds.ts';

/** Who spoke, and what it took. */
export interface Spoken {
  model: string;
  usage: Usage;
  verifyMs: number;
}

/** What is ready to be said. */
export interface Ready {
  drafts: DraftSentence[];
  /** Whether it is said whatever model there is. */
  only: boolean;
  /** Whether it only completes what is read. */
  afterRead?: boolean;
}

/**
 * Lets the answerer speak: every sentence is verified, then sent. Falls back to extractive while nothing was sent.
 * @param ready what product facts say by themselves; null where there is reading to do.
 */
export async function speak(
  context: TurnContext,
  found: Findings,
  evidence: Evidence[],
  builder: AnswerBuilder,
  ready: Ready | null = null,
): Promise<Spoken> {
  const { deps, understood, loaded, history, signal } = context;
  const task: AnswerTask = {
    question: understood.standalone,
    asked: understood.asked,
    locale: understood.locale,
    storeName: loaded.store.name,
    evidence,
    ranked: found.ranked,
    history,
    signal,
  };
  // What the model took counts, also where it broke off with nothing sent.
  const spent: Usage = { ...NO_USAGE };
  const byQuotes = isForQuotesOnly(context.request.question);
  if (deps.llm !== null && !ready?.only && !byQuotes) {
    const { model } = deps.llm;
    const { sentences, usage } = deps.llm.answer(task);
    try {
      const verifyMs = await sendVerified(context, model, sentences, task, builder);
      // What the facts say needs no model to find it.
      if (ready === null || ready.afterRead || builder.result().parts.length > 0)
        return { model, usage, verifyMs };
      Object.assign(spent, usage);
    } catch (error) {
      if (!(error instanceof ModelUnavailable) || builder.result().parts.length > 0) throw error;
      Object.assign(spent, usage);
      context.onDegraded?.();
      deps.logger.error({ model, status: error.status }, `${error.message} Answering without it.`);
    }
  }
  const answerer = readyAnswerer(context, found, evidence, ready) ?? deps.extractive;
  const { sentences, usage } = answerer.answer(task);
  const verifyMs = await sendVerified(context, answerer.model, sentences, task, builder);
  return { model: answerer.model, usage: addUsage(spent, usage), verifyMs };
}

/** Where the facts say it all, or nothing does: an answerer that needs no reading; null where there is some. */
function readyAnswerer(
  { deps, understood }: TurnContext,
  found: Findings,
  evidence: Evidence[],
  ready: Ready | null,
): Answerer | null {
  const say = (drafts: DraftSentence[]): Answerer => ({
    model: deps.extractive.model,
    answer: () => sayDrafts(drafts),
  });
  if (ready?.afterRead)
    return {
      model: deps.extractive.model,
      answer: (task) => ({
        ...deps.extractive.answer(task),
        sentences: followedBy(deps.extractive.answer(task), ready.drafts),
      }),
    };
  if (ready !== null) return say(ready.drafts);
  if (found.products.length > 0) {
    return say(listProducts(evidence.slice(0, found.products.length), understood.locale));
  }
  if (found.stock.length > 0) return say(found.stock);
  return found.confidence < ANSWER_THRESHOLD ? say([]) : null;
}

async function* followedBy(
  { sentences }: ReturnType<Answerer['answer']>,
  drafts: DraftSentence[],
): AsyncIterable<DraftSentence> {
  yield* sentences;
  yield* drafts;
}

/** @returns how long the checks took, in milliseconds. */
async function sendVerified(
  { deps, emit, onSaid }: TurnContext,
  model: string,
  sentences: AsyncIterable<DraftSentence>,
  task: AnswerTask,
  builder: AnswerBuilder,
): Promise<number> {
  let verifyMs = 0;
  for await (const sentence of sentences) {
    const started = performance.now();
    const verdict = check(deps.verify, sentence, task, model !== deps.extractive.model);
    verifyMs += performance.now() - started;
    if (!verdict.ok) {
      deps.logger.debug({ model, reason: verdict.reason }, 'a sentence was not sent');
      continue;
    }
    const added = builder.add(sentence);
    onSaid?.(sentence, task.evidence);
    await emit({ type: 'delta', text: added.delta });
    for (const citation of added.citations) await emit({ type: 'citation', citation });
  }
  return verifyMs;
}

/** Whether its quotes carry a sentence, and the "yes" or "no" that it begins with answers what was asked. */
function check(
  verify: Verify,
  sentence: DraftSentence,
  { asked, locale, evidence }: AnswerTask,
  isWritten: boolean,
): Verdict {
  const grounds = groundsOf(sentence, evidence);
  // "Is the Larch in stock?" is answered by "Larch – in stock", which facts say; only a model agrees by itself.
  if (isWritten && echoesQuestion(sentence.text, asked, grounds))
    return { ok: false, reason: 'it only repeats the question' };
  const verdict = verify(sentence.text, grounds);
  return verdict.ok ? answerWordHolds(asked, sentence.text, grounds, locale) : verdict;
}

function groundsOf(sentence: DraftSentence, evidence: Evidence[]): Ground[] {
  return sentence.quotes.flatMap((quote) => {
    const piece = evidence[quote.evidence];
    return piece === undefined ? [] : [groundOf(quote, piece)];
  });
}
