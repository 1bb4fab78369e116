import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { makeLogger } from '../ingest/logger.ts';
import { makeOpenInProcess } from './in-process-target.ts';
import { makeIngestSources } from './ingest-sources.ts';
import { runEval } from './run-eval.ts';

const root = new URL('../', import.meta.url);
const { version } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string };
const logger = makeLogger({ level: 'warn' });

process.exitCode = await runEval(process.argv.slice(2), {
  openTarget: makeOpenInProcess({
    env: process.env,
    openService: async ({ env, store }) => {
      // Loaded when it is needed: a run against a URL opens no database and no model.
      const { openService } = await import('../service/open-service.ts');
      return openService({ env, logger, ...(store === null ? {} : { store }) });
    },
    ingestSources: makeIngestSources(fileURLToPath(new URL('ingest/main.ts', root))),
  }),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  versions: { aisle: version, node: process.versions.node },
  showProgress: process.stderr.isTTY === true,
});
