import { reasonsFirst } from '../../service/answer/llm/open-chat-model.ts';
import { UsageError } from '../usage-error.ts';
import type { JudgeClient } from './judge-client.ts';
import type { JudgeTask } from './judge-tasks.ts';

/** One verdict of a judge. */
export interface JudgeScore {
  /** 0…1. */
  score: number;
  reason: string;
}

/**
 * Asks a judge once, through autoevals: ClosedQA for correctness and relevance, which a criterion decides (Factuality wants
 * one whole answer of an expert to compare with, and a suite states facts; AnswerRelevancy is a cosine, which has no
 * verdict, and needs an embedding model besides), Faithfulness for the answer against its quotes.
 *
 * @throws what the client does, and Error for an answer that is no verdict.
 */
export type AskJudge = (task: JudgeTask, client: JudgeClient) => Promise<JudgeScore>;

/**
 * Loads autoevals, which is installed for development alone.
 *
 * @param judge `openai:MODEL`
 * @throws UsageError where it is not installed.
 */
export async function openAskJudge(judge: string): Promise<AskJudge> {
  const { ClosedQA, Faithfulness } = await import('autoevals').catch((cause: unknown) => {
    throw new UsageError(
      '--judge: expected the package autoevals, found it not installed. Run: npm install',
      {
        cause,
      },
    );
  });
  const model = judge.slice('openai:'.length);
  const options = { model, ...(reasonsFirst(model) ? {} : { temperature: 0 }) };

  return async ({ about, question, answer, against }, client) => {
    const base = { input: question, output: answer, ...options };
    if (about === 'faithfulness') {
      const { metadata } = await Faithfulness({
        ...base,
        context: against,
        client: asOpenAi(unescaping(client)),
      });
      return readFaithfulness(metadata);
    }
    const { score, metadata } = await ClosedQA({ ...base, criteria: against, client: asOpenAi(client) });
    if (score !== 0 && score !== 1) throw new Error(`expected a verdict of Y or N, got a score of ${score}`);
    return { score, reason: textOf(metadata?.rationale) };
  };
}

/**
 * The share of statements that are carried, counted here: a verdict is 0 or 1 whatever the judge was talked into, and every
 * statement needs one.
 */
function readFaithfulness(metadata: Record<string, unknown> | undefined): JudgeScore {
  const statements = metadata?.statements;
  const verdicts = metadata?.faithfulness;
  if (!Array.isArray(statements) || !Array.isArray(verdicts))
    throw new Error('expected statements with verdicts');
  if (statements.length === 0) throw new Error('the judge found no statement in the answer');
  if (verdicts.length !== statements.length) {
    throw new Error(`expected ${statements.length} verdicts, one a statement, got ${verdicts.length}`);
  }
  const wrong = verdicts.find(({ verdict }) => verdict !== 0 && verdict !== 1);
  if (wrong !== undefined) throw new Error(`expected verdicts of 0 or 1, got ${wrong.verdict}`);
  const carried = verdicts.filter(({ verdict }) => verdict === 1);
  const missing = verdicts.filter(({ verdict }) => verdict === 0);
  return {
    score: carried.length / verdicts.length,
    reason: missing.map(({ statement, reason }) => `${textOf(statement)}: ${textOf(reason)}`).join('\n'),
  };
}

/** autoevals renders this scorer's prompts with mustache, which writes text as HTML: a judge would read `don&#39;t`. */
function unescaping(client: JudgeClient): JudgeClient {
  return {
    ...client,
    chat: {
      completions: {
        create(params) {
          const { messages = [] } = params as { messages?: { content: unknown }[] };
          const plain = messages.map((message) => ({
            ...message,
            content: typeof message.content === 'string' ? unescapeHtml(message.content) : message.content,
          }));
          return client.chat.completions.create({ ...params, messages: plain });
        },
      },
    },
  };
}

/** What mustache.js escapes (`entityMap`). */
const ENTITIES: Record<string, string> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' },
  ...{ '&#39;': "'", '&#x2F;': '/', '&#x60;': '`', '&#x3D;': '=' },
};

function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|#x2F|#x60|#x3D);/gu, (entity) => ENTITIES[entity] ?? entity);
}

/** autoevals asks for OpenAI's whole client, and calls these two of its methods. */
function asOpenAi(client: JudgeClient): never {
  return client as never;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
