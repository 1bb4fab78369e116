import { writeFile } from 'node:fs/promises';
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { Command, Option } from 'commander';
import { readEnvironment } from '../../ingest/environment.ts';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { isUrl } from '../suite-file/is-url.ts';
import { parseSuite } from '../suite-file/parse-suite.ts';
import { UsageError } from '../usage-error.ts';
import { wholeNumber } from '../whole-number.ts';
import { appendCases } from './append-cases.ts';
import { betterQuestions } from './better-questions.ts';
import type { CommandDeps } from './command-deps.ts';
import type { Draft, DraftLanguage } from './draft.ts';
import { type DraftRequest, draftCases } from './draft-cases.ts';
import { withSources, withStore } from './open-store.ts';
import { readIfThere } from './read-if-there.ts';
import { rejectedIds } from './rejected.ts';
import { toNewCase } from './to-new-case.ts';

interface MakeOptions {
  out: string;
  store?: string;
  perPage: number;
  limit: number;
  locale?: DraftLanguage;
  seed: number;
  model: boolean;
}

/**
 * `npm run eval -- make`: drafts cases from what a store's pages say, for a person to accept. Cases that the file has already, or
 * that were rejected there, are not drafted again.
 *
 * @param args without `make`.
 * @returns the exit status: 0 done, 1 nothing could be drafted, 2 wrong usage.
 * @throws UsageError, and what ingesting or opening the database throws.
 */
export async function runMake(args: string[], deps: CommandDeps): Promise<number> {
  const command = new Command('npm run eval -- make')
    .description('Drafts cases from FAQs, text, tables, lists and products, with the pages that answer them.')
    .argument('[source...]', 'URLs, files or folders, ingested into a database that is thrown away')
    .option('--store <id>', 'a store of the configured database instead of sources')
    .option('--out <file>', 'suite file (YAML, JSON, JSONL) that drafts are added to', 'drafts.yaml')
    .option('--per-page <n>', 'drafts from one page, at most', wholeNumber(1), 3)
    .option('--limit <n>', 'drafts in all, at most', wholeNumber(1), 100)
    .addOption(new Option('--locale <language>', 'only from pages in this language').choices(['en', 'es']))
    .option('--seed <n>', 'another number chooses other pages and kinds', wholeNumber(0), 1)
    .option('--no-model', 'keep the questions as rules make them, also where CHAT_MODEL is set');
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  const options = command.opts<MakeOptions>();
  const sources = command.args;
  if (sources.length > 0 === (options.store !== undefined)) {
    throw new UsageError(
      `expected sources or --store, got ${sources.length > 0 ? 'both' : 'neither'}: such as npm run eval -- make https://shop.example`,
    );
  }
  const before = await readIfThere(options.out);
  const head = headOf(options, sources);
  checkHead(before, head, options.out);
  const request: DraftRequest = {
    ...options,
    language: options.locale ?? null,
    known: knownIds(before),
    signal: deps.signal,
  };
  const work = (store: Parameters<typeof draftCases>[0]) => draftCases(store, request);
  const places = sources.map((source) => (isUrl(source) ? source : resolve(source)));
  const ruled = await (options.store === undefined
    ? withSources(deps, places, work)
    : withStore(deps, options.store, work));
  const drafts = options.model ? await bettered(ruled, deps) : ruled;
  if (drafts.length === 0) {
    deps.stderr(
      `nothing was drafted: expected pages in English or Spanish with questions, amounts, tables or products${request.known.size > 0 ? ' that are not in the file already' : ''}\n`,
    );
    return request.known.size > 0 ? 0 : 1;
  }
  await writeFile(options.out, appendCases(before, options.out, drafts.map(toNewCase), head));
  deps.stdout(summary(drafts, options.out));
  return 0;
}

function summary(drafts: readonly Draft[], out: string): string {
  const kinds = new Map<string, number>();
  for (const { kind } of drafts) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const pages = new Set(drafts.flatMap(({ urls }) => urls)).size;
  const parts = [...kinds].sort().map(([kind, count]) => `${count} ${kind}`);
  return `${out}: ${drafts.length} drafts from ${pages} pages (${parts.join(', ')})
Look at them:  npm run eval -- accept ${out}
Run them:      npm run eval -- ${out}    (--filter '!tag:draft' leaves out what is not accepted)
`;
}

async function bettered(
  drafts: readonly Draft[],
  { env, signal, stderr }: CommandDeps,
): Promise<readonly Draft[]> {
  const { chatModel: model, openaiApiKey, openaiBaseUrl } = readEnvironment(env);
  if (model === 'extractive' || drafts.length === 0) return drafts;
  const { openChatModel } = await import('../../service/answer/llm/open-chat-model.ts');
  const ofOpenAi = model.startsWith('openai:');
  const chatModel = await openChatModel(model, {
    ...(ofOpenAi && openaiApiKey !== null ? { apiKey: openaiApiKey } : {}),
    ...(ofOpenAi && openaiBaseUrl !== null ? { baseUrl: openaiBaseUrl } : {}),
  });
  const result = await betterQuestions(drafts, { chatModel, model, signal });
  const { inputTokens, outputTokens, costUsd } = result.usage;
  stderr(
    `${model} reworded ${result.bettered} of ${drafts.length} questions (${inputTokens} tokens in, ${outputTokens} out, $${costUsd.toFixed(4)})${result.fault === null ? '' : `, then: ${result.fault}`}\n`,
  );
  return result.drafts;
}

/** Sources as a suite names them: paths relative to its file. */
function headOf({ out, store }: MakeOptions, sources: readonly string[]): Record<string, unknown> {
  const suite = basename(out, extname(out));
  if (store !== undefined) return { suite, store };
  const folder = dirname(resolve(out));
  return {
    suite,
    sources: sources.map((source) => {
      if (isUrl(source)) return source;
      const path = relative(folder, resolve(source)).split(sep).join('/');
      return path.startsWith('.') ? path : `./${path}`;
    }),
  };
}

/** Drafts of another store would be asked of the file's own. */
function checkHead(text: string, head: Record<string, unknown>, path: string): void {
  if (text.trim() === '' || !/\.(?:ya?ml|json)$/iu.test(path)) return;
  const { head: written } = parseSuite(text);
  const wanted = JSON.stringify(head.sources ?? head.store);
  const got = written.sources ?? written.store;
  if (JSON.stringify(got) === wanted) return;
  throw new UsageError(
    `${path}: expected a suite of ${wanted}, got one of ${JSON.stringify(got)}: give another --out`,
  );
}

function knownIds(text: string): Set<string> {
  const ids = [...text.matchAll(/(?:^|[{,"\s-])id"?:\s*"?([^\s",}]+)/gu)].map(([, id]) => id ?? '');
  return new Set([...ids, ...rejectedIds(text)]);
}
