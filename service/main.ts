import { existsSync } from 'node:fs';
import { loadConfig } from '../ingest/config/load-config.ts';
import { UsageProblem } from '../ingest/config/usage-problem.ts';
import { readEnvironment } from '../ingest/environment.ts';
import { makeLogger } from '../ingest/logger.ts';
import { makeApp } from './app.ts';
import { checkPort, listen } from './listen.ts';
import { openRuntime } from './open-runtime.ts';

/** Answers under way get this long when the service is stopped. */
const GRACE_MS = 10_000;

if (existsSync('.env')) process.loadEnvFile('.env');

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first asks to end well; whoever asks twice means at once.
    if (stopping.signal.aborted) process.exit(130);
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
  const runtime = await openRuntime({
    environment,
    config,
    logger,
    command: 'npm start',
    whenHeld: 'refuse',
    progress: process.stderr,
    signal: stopping.signal,
    runsOn: true,
  });
  try {
    if (stopping.signal.aborted) return;
    const server = await listen(makeApp(runtime.deps), environment.port, environment.host);
    process.stderr.write(`${welcome(server.url, runtime.sampleUrl)}\n`);
    await new Promise<void>((resolve) =>
      stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    await server.close(GRACE_MS);
  } finally {
    await runtime.close();
  }
}

function welcome(url: string, sampleUrl: string | null): string {
  const sample = sampleUrl === null ? '' : `\nThe sample store is at ${sampleUrl}`;
  return `Aisle answers at ${url} (chat page; API at ${url}/openapi.json)${sample}\nCtrl-C stops it.`;
}
