import { join } from 'node:path';
import { Command } from 'commander';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { findTextsByUrl, listDocumentUrls } from '../../sql/find-texts-by-url.ts';
import { type AffectedAnswer, listAffectedAnswers } from '../../sql/list-affected-answers.ts';
import { findLastEndedRun, findRun, listRunChanges, type RunChange } from '../../sql/run-changes.ts';
import type { CommandDeps } from '../make/command-deps.ts';
import { type OpenStore, withStore } from '../make/open-store.ts';
import { matchesUrl } from '../metrics/matches-url.ts';
import { oneLine } from '../report/text-table.ts';
import { RESULTS_FILE } from '../results/open-results.ts';
import { readResults } from '../results/read-results.ts';
import { makeFaults } from '../run/read-inputs.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { Suite } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { UsageError } from '../usage-error.ts';
import { whyConcerned } from './find-affected.ts';
import { findStale, pagesOf } from './find-stale.ts';

export interface AffectedDeps extends CommandDeps {
  /** `npm run eval` in this process, for `--run`. */
  runEval: (args: string[]) => Promise<number>;
}

/** A case that a run concerns. */
interface AffectedCase {
  suite: string;
  path: string;
  id: string;
  why: string;
  stale: string[];
}

/** Past answers that are listed; one that was asked often is cited by many. */
const MOST_ANSWERS = 200;
const LATEST = 'latest';

/**
 * `npm run eval -- affected`: which cases, and which answers that were given, cite what an ingest run has changed.
 *
 * @param args without `affected`.
 * @returns the exit status: 0, or with `--run` that of the run.
 * @throws UsageError with all mistakes of the call, and what opening the database throws.
 */
export async function runAffected(args: string[], deps: AffectedDeps): Promise<number> {
  const command = new Command('npm run eval -- affected')
    .description('Finds the cases and the past answers that cite documents which an ingest run changed.')
    .argument('<run>', `id of the run as npm run ingest prints it, or ${LATEST}`)
    .argument('[suite...]', 'suite files')
    .option('--store <id>', 'default: the only store of the database')
    .option('--last <dir>', 'output of the last run of the suites, for what their answers cited', 'eval-out')
    .option('--run', 'run just those cases', false)
    .option('--out <dir>', 'with --run: folder for its report', 'eval-affected')
    .option('--json', 'print the findings alone, as JSON', false);
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  const options = command.opts<{ store?: string; last: string; run: boolean; out: string; json: boolean }>();
  const [runId = '', ...paths] = command.args;
  if (options.run && options.json) throw new UsageError('--run and --json do not go together');
  if (options.run && paths.length === 0) throw new UsageError('--run: expected suites to run');

  const { keep, faults } = makeFaults();
  const suites = (
    await Promise.all(paths.map((path) => keep(readSuite(path).then((suite) => ({ path, suite })))))
  ).flat();
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  const found = await withStore(deps, options.store ?? null, async (store) => {
    const run = await findChanges(store, runId);
    const cases: AffectedCase[] = [];
    for (const { path, suite } of suites) {
      cases.push(...(await affectedCases(store, run.changes, path, suite, options.last)));
    }
    const answers = await listAffectedAnswers(store.pool, store.store, { ...run, limit: MOST_ANSWERS });
    return { ...run, store: store.store, cases, answers };
  });
  if (options.json) {
    const { before: _, ...rest } = found;
    deps.stdout(`${JSON.stringify(rest, null, 2)}\n`);
    return 0;
  }
  deps.stdout(render(found));
  if (!options.run || found.cases.length === 0) return 0;
  const concerned = [...new Set(found.cases.map(({ path }) => path))];
  const ids = [...new Set(found.cases.map(({ id }) => id))];
  return deps.runEval([...concerned, '--out', options.out, ...ids.flatMap((id) => ['--filter', `id:${id}`])]);
}

interface Changes {
  runIds: string[];
  changes: RunChange[];
  /** Until when answers may have cited what was there before. */
  before: Date;
}

async function findChanges({ pool, store }: OpenStore, wanted: string): Promise<Changes> {
  const runId = wanted === LATEST ? await findLastEndedRun(pool, store) : wanted;
  const run = runId === null ? null : await findRun(pool, store, runId);
  if (run === null) {
    throw new UsageError(
      `expected a run of store ${store}, got ${wanted}: npm run ingest prints its id, and ${LATEST} is the one that ended last`,
    );
  }
  if (!run.kept) {
    throw new UsageError(
      `run ${runId} was too long ago: what it changed is not kept any more (the last runs of a source are)`,
    );
  }
  const changes = await listRunChanges(pool, store, run.runIds);
  return { runIds: run.runIds, changes, before: run.finishedAt ?? new Date() };
}

async function affectedCases(
  { pool, store }: OpenStore,
  changes: readonly RunChange[],
  path: string,
  suite: Suite,
  last: string,
): Promise<AffectedCase[]> {
  if (changes.length === 0) return [];
  const records = await readRecords(join(last, RESULTS_FILE), suite.name);
  const urls = await listDocumentUrls(pool, store);
  const affected: AffectedCase[] = [];
  for await (const entry of suite.cases.read()) {
    const record = records.get(entry.id) ?? null;
    const why = whyConcerned(entry, record, changes);
    if (why === null) continue;
    const wanted = pagesOf(entry, record);
    const pages = await findTextsByUrl(
      pool,
      store,
      urls.filter((url) => wanted.some((glob) => url === glob || matchesUrl(url, glob))),
    );
    affected.push({ suite: suite.name, path, id: entry.id, why, stale: findStale(entry, record, pages) });
  }
  return affected;
}

/** What is looked at of each record of a suite; none where the suite was never run to there. */
async function readRecords(
  path: string,
  suite: string,
): Promise<Map<string, Pick<CaseResult, 'citations' | 'products' | 'passed'>>> {
  const records = new Map();
  try {
    for await (const line of readResults(path)) {
      if (line.suite !== suite) continue;
      const { id, citations, products, passed } = line.placed.result;
      records.set(id, { citations: citations.map((one) => ({ ...one, context: null })), products, passed });
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return records;
}

function render(
  found: Changes & { store: string; cases: AffectedCase[]; answers: AffectedAnswer[] },
): string {
  const { runIds, changes, cases, answers } = found;
  const count = (change: RunChange['change']) => changes.filter((one) => one.change === change).length;
  const lines = [
    `${runIds[0]} (store ${found.store}): ${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`,
    '',
    `Cases: ${cases.length}`,
    ...cases.flatMap(({ suite, id, why, stale }) => [
      `  ${oneLine(suite)} ${oneLine(id)}: ${oneLine(why)}`,
      ...stale.map((line) => `    stale ${oneLine(line)}`),
    ]),
    '',
    `Past answers: ${answers.length}${answers.length === MOST_ANSWERS ? ' (the latest)' : ''}`,
    ...answers.flatMap(({ answerId, askedAt, citations }) => [
      `  ${answerId} of ${askedAt.toISOString().slice(0, 16).replace('T', ' ')}`,
      ...citations.map(
        ({ id, url, quote, change, stands }) =>
          `    [${id}] ${change} ${url}: ${stands ? 'its quote stands' : `stale quote: ${oneLine(quote)}`}`,
      ),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}
