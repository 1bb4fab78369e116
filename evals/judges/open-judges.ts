import { tokenCost } from '../../service/answer/llm/price-table.ts';
import { describeError } from '../describe-error.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { SuiteCase } from '../suite.ts';
import { UsageError } from '../usage-error.ts';
import { type AskJudge, type JudgeScore, openAskJudge } from './ask-judge.ts';
import { joinScores } from './join-scores.ts';
import { type JudgeServer, makeJudgeClient } from './judge-client.ts';
import { type JudgeTask, judgeTasks } from './judge-tasks.ts';
import type { Judgement } from './judgement.ts';

/** UTF-16 units of a failure's text: it may hold what a model wrote. */
const LONGEST_FAILURE = 300;

/** Has every judge judge a case. Fails never but for its signal: what goes wrong stands in the judgements. */
export type JudgeCase = (entry: SuiteCase, result: CaseResult, signal: AbortSignal) => Promise<Judgement[]>;

/**
 * @param judges names, `openai:MODEL`.
 * @param repeats how often each is asked the same.
 * @returns null without judges.
 * @throws UsageError where they cannot be asked.
 */
export async function openJudges(
  judges: readonly string[],
  repeats: number,
  server: JudgeServer,
): Promise<JudgeCase | null> {
  const [first] = judges;
  if (first === undefined) return null;
  if (server.apiKey === null && server.baseUrl === null) {
    throw new UsageError(
      `--judge ${first} needs a key: expected OPENAI_API_KEY, or OPENAI_BASE_URL of a server that needs none; found neither`,
    );
  }
  const asked = await Promise.all(judges.map(async (judge) => ({ judge, ask: await openAskJudge(judge) })));
  return async (entry, result, signal) => {
    const tasks = judgeTasks(entry, result);
    const pending = asked.flatMap(({ judge, ask }) =>
      tasks.map((task) => judgeOne({ judge, ask, server, repeats }, task, signal)),
    );
    return Promise.all(pending);
  };
}

async function judgeOne(
  { judge, ask, server, repeats }: { judge: string; ask: AskJudge; server: JudgeServer; repeats: number },
  task: JudgeTask,
  signal: AbortSignal,
): Promise<Judgement> {
  const scores: JudgeScore[] = [];
  const failures: string[] = [];
  const tokens = { input: 0, output: 0 };
  const client = makeJudgeClient(
    judge,
    server,
    ({ input, output }) => {
      tokens.input += input;
      tokens.output += output;
    },
    signal,
  );
  // One after another: their recordings keep their order.
  for (let count = 0; count < repeats; count += 1) {
    try {
      scores.push(await ask(task, client));
    } catch (error) {
      signal.throwIfAborted();
      failures.push(describeError(error).slice(0, LONGEST_FAILURE).toWellFormed());
    }
  }
  return {
    judge,
    about: task.about,
    ...joinScores(task.about, scores),
    failures,
    inputTokens: tokens.input,
    outputTokens: tokens.output,
    costUsd: tokenCost(judge, tokens.input, tokens.output),
  };
}
