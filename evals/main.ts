import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '../ingest/environment.ts';
import { makeLogger } from '../ingest/logger.ts';
import { runCaseCommand } from './case-commands.ts';
import { makePerson } from './make/person.ts';
import { type EvalDeps, runEval } from './run-eval.ts';
import { makeOpenInProcess } from './target/in-process-target.ts';
import { makeIngestSources, makePlanSources } from './target/ingest-sources.ts';
import { codeFoldersOf } from './watch/supervise-watch.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };

/** One Ctrl-C may arrive several times: from the terminal, from npm, from the watch that started this process. */
const SAME_WISH_MS = 500;
const interrupted = new AbortController();
let askedAt = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!interrupted.signal.aborted) {
      askedAt = performance.now();
      interrupted.abort(new Error('stopped by the user'));
      // The first asks to end well; whoever asks again means at once.
    } else if (performance.now() - askedAt > SAME_WISH_MS) process.exit(130);
  });
}

// A terminal that has gone away, or a reader that has read enough, is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const ingestMain = fileURLToPath(new URL('ingest/main.ts', root));

const args = process.argv.slice(2);
const deps: EvalDeps = {
  openTarget: makeOpenInProcess({
    env: process.env,
    openService: async ({ env, store, signal, cassette }) => {
      // Loaded when it is needed: a run against a URL opens no database and no model.
      const { openInProcess } = await import('./target/open-in-process.ts');
      return openInProcess({
        environment: readEnvironment(env),
        // What a replayed service says of failures was said when they were recorded; a stale cassette is reported at the end.
        logger: makeLogger({ level: cassette?.mode === 'replay' ? 'fatal' : 'warn' }),
        store,
        signal,
        cassette,
        progress: process.stderr.isTTY ? process.stderr : null,
      });
    },
    ingestSources: makeIngestSources(ingestMain),
    planSources: makePlanSources(ingestMain),
  }),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  // https://no-color.org: any value of it but the empty one.
  color: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  versions: { aisle: version, node: process.versions.node },
  progress: process.stderr,
  aisleKey: () => readEnvironment(process.env).aisleKey,
  modelSettings() {
    const { openaiApiKey, openaiBaseUrl, rerankApiKey } = readEnvironment(process.env);
    const secrets = [openaiApiKey, rerankApiKey].filter((key) => key !== null);
    return { openaiApiKey, openaiBaseUrl, secrets };
  },
  signal: interrupted.signal,
  cores: availableParallelism(),
  watch: {
    codeFolders: codeFoldersOf(fileURLToPath(root)),
    start(args) {
      const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...args], {
        stdio: 'inherit',
      });
      const ended = new Promise<number>((resolve) => {
        child.on('error', () => resolve(1));
        child.on('close', (code) => resolve(code ?? 1));
      });
      return { ended, stop: () => void child.kill('SIGTERM') };
    },
  },
};
const caseCommand = await runCaseCommand(args, {
  ...deps,
  env: process.env,
  ingestSources: makeIngestSources(ingestMain),
  runEval: (own) => runEval(own, deps),
  ...makePerson({
    input: process.stdin,
    output: deps.stderr,
    editor: process.env.VISUAL || process.env.EDITOR || 'vi',
  }),
});
process.exitCode = caseCommand ?? (await runEval(args, deps));
