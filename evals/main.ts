import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '../ingest/environment.ts';
import { makeLogger } from '../ingest/logger.ts';
import { makeOpenInProcess } from './in-process-target.ts';
import { makeIngestSources } from './ingest-sources.ts';
import { runEval } from './run-eval.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };

process.exitCode = await runEval(process.argv.slice(2), {
  openTarget: makeOpenInProcess({
    env: process.env,
    openService: async ({ env, store }) => {
      // Loaded when it is needed: a run against a URL opens no database and no model.
      const { openInProcess } = await import('./open-in-process.ts');
      return openInProcess({
        environment: readEnvironment(env),
        logger: makeLogger({ level: 'warn' }),
        store,
        progress: process.stderr.isTTY ? process.stderr : null,
      });
    },
    ingestSources: makeIngestSources(fileURLToPath(new URL('ingest/main.ts', root))),
  }),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  versions: { aisle: version, node: process.versions.node },
  showProgress: process.stderr.isTTY === true,
});
