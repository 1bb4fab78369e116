import { existsSync } from 'node:fs';
import { loadConfig } from '../ingest/config/load-config.ts';
import { UsageProblem } from '../ingest/config/usage-problem.ts';
import { readEnvironment } from '../ingest/environment.ts';
import { makeLogger } from '../ingest/logger.ts';
import { type AccessNotes, checkAccess } from './access/check-access.ts';
import { openGate } from './access/gate.ts';
import { makeApp } from './app.ts';
import { makeDrain } from './drain.ts';
import { checkPort, listen } from './listen.ts';
import { makeMetrics } from './metrics/metrics.ts';
import { openRuntime } from './open-runtime.ts';

/** After SIGTERM questions are still answered so long, for what sends them to see that the service is not ready. */
const NOTICE_MS = 2_000;
/** For the last bytes of what was told that the service ends. */
const CLOSE_MS = 500;

if (existsSync('.env')) process.loadEnvFile('.env');

const stopping = new AbortController();
let noticeMs = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first asks to end well; whoever asks twice means at once.
    if (stopping.signal.aborted) process.exit(130);
    // Who presses Ctrl-C waits for it.
    if (signal === 'SIGTERM') noticeMs = NOTICE_MS;
    stopping.abort(new Error('stopped by the user'));
  });
}

try {
  await serve();
} catch (error) {
  if (!stopping.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.LOG_LEVEL === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
    process.exitCode = error instanceof UsageProblem ? 2 : 1;
  }
}

async function serve(): Promise<void> {
  const environment = readEnvironment(process.env);
  const config = await loadConfig(environment.configPath, process.cwd());
  const logger = makeLogger({ level: environment.logLevel, pretty: process.stderr.isTTY });
  await checkPort(environment.port, environment.host);
  let access: AccessNotes = { said: '', warnings: [] };
  const runtime = await openRuntime({
    environment,
    config,
    logger,
    command: 'npm start',
    whenHeld: 'refuse',
    progress: process.stderr,
    signal: stopping.signal,
    runsOn: true,
    readVariable: (name) => process.env[name],
    checkDatabase: async (database) => {
      access = await checkAccess(openGate({ database, environment, logger }), environment.host);
    },
  });
  try {
    if (stopping.signal.aborted) return;
    const drain = makeDrain();
    const metrics = makeMetrics({ ofProcess: true });
    for (const warning of access.warnings) logger.warn(warning);
    const app = makeApp({ ...runtime.deps, drain, metrics });
    const server = await listen(app, environment.port, environment.host, {
      onSlowReader: metrics.slowReaderCut,
    });
    process.stderr.write(`${welcome(server.url, runtime.sampleUrl, access.said)}\n`);
    await new Promise<void>((resolve) =>
      stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    await drain.run({ noticeMs, graceMs: 1_000 * environment.drainSeconds });
    await server.close(CLOSE_MS);
  } finally {
    await runtime.close();
  }
}

function welcome(url: string, sampleUrl: string | null, access: string): string {
  const sample = sampleUrl === null ? '' : `\nThe sample store is at ${sampleUrl}`;
  return `Aisle answers at ${url} (chat page; API at ${url}/openapi.json)${sample}\n${access}\nCtrl-C stops it.`;
}
