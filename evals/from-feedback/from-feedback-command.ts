import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { listDislikedAnswers, type RatedAnswer } from '../../sql/list-disliked-answers.ts';
import { appendCases } from '../make/append-cases.ts';
import type { CommandDeps } from '../make/command-deps.ts';
import { withStore } from '../make/open-store.ts';
import { readIfThere } from '../make/read-if-there.ts';
import { parseSuite } from '../suite-file/parse-suite.ts';
import { UsageError } from '../usage-error.ts';
import { toCase } from './to-case.ts';

/**
 * `npm run eval -- from-feedback`: adds disliked answers to a suite file, as drafts whose expectation is left to fill in. One
 * that the file names already is not added again.
 *
 * @param args without `from-feedback`.
 * @returns the exit status: 0 done, also with nothing to add; 2 wrong usage.
 * @throws UsageError, and what opening the database throws.
 */
export async function runFromFeedback(args: string[], deps: CommandDeps): Promise<number> {
  const command = new Command('npm run eval -- from-feedback')
    .description(
      'Turns answers that shoppers disliked (thumbs down, or 2 of 5 and less) into cases of a suite.',
    )
    .argument('[answer-id...]', 'these answers, however they were rated; default: all that are disliked')
    .requiredOption('--into <file>', 'suite file that they are added to; made when it is missing')
    .option('--store <id>', 'default: the only store of the database')
    .option('--since <date>', 'rated on this day or later, such as 2026-11-01', parseDate);
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  const options = command.opts<{ into: string; store?: string; since?: Date }>();
  const answerIds = command.args.length > 0 ? command.args : null;

  const { answers, store } = await withStore(deps, options.store ?? null, async ({ pool, store: id }) => ({
    answers: await listDislikedAnswers(pool, id, { answerIds, since: options.since ?? null }),
    store: id,
  }));
  const found = new Set(answers.map(({ answerId }) => answerId));
  const unknown = (answerIds ?? []).filter((id) => !found.has(id));
  if (unknown.length > 0) {
    throw new UsageError(`expected ids of answers of store ${store}, got ${unknown.join(', ')}`);
  }
  const before = await readIfThere(options.into);
  const fresh = answers.filter(({ answerId }) => !names(before, answerId));
  const head = { suite: basename(options.into, extname(options.into)), store };
  const text = appendCases(before, options.into, fresh.flatMap(asList), head);
  if (fresh.length > 0) {
    checkWritten(text, options.into);
    await writeFile(options.into, text);
  }
  const already = answers.length - fresh.length;
  deps.stdout(
    `${options.into}: ${fresh.length} ${fresh.length === 1 ? 'case' : 'cases'} added${already > 0 ? `, ${already} there already` : ''}.${fresh.length > 0 ? ' Fill in what is right, then take away draft: true.' : ''}\n`,
  );
  return 0;
}

const asList = (answer: RatedAnswer) => toCase(answer) ?? [];

/** Ids are compared as words: `ans_1` is not in `ans_12`. */
function names(text: string, answerId: string): boolean {
  for (let at = text.indexOf(answerId); at !== -1; at = text.indexOf(answerId, at + 1)) {
    if (!/[\w-]/u.test(text.charAt(at + answerId.length))) return true;
  }
  return false;
}

/** A file that could not be read back would be worse than none. */
function checkWritten(text: string, path: string): void {
  if (!/\.ya?ml$|\.json$/iu.test(path)) return;
  const [mistake] = parseSuite(text).mistakes;
  if (mistake === undefined) return;
  const { line, column, expected, got } = mistake;
  throw new UsageError(
    `${path}:${line}:${column}: with the new cases it would be no suite: expected ${expected}, got ${got}. Nothing was written.`,
  );
}

function parseDate(text: string): Date {
  const date = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}/u.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError(`expected a date such as 2026-11-01, got ${text}`);
  }
  return date;
}
