import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEnvironment } from '../../ingest/environment.ts';
import { makeLogger } from '../../ingest/logger.ts';
import { chatModelBenchmark } from './answers/bench-chat-model.ts';
import { clapnqBenchmark } from './answers/bench-clapnq.ts';
import { groundednessBenchmark } from './answers/bench-groundedness.ts';
import { semipqaBenchmark } from './answers/bench-semipqa.ts';
import { suitesBenchmark } from './answers/bench-suites.ts';
import { xquadAcrossBenchmark, xquadBenchmark } from './answers/bench-xquad.ts';
import { catalogBenchmark } from './ingest/bench-catalog.ts';
import { extractionBenchmark } from './ingest/bench-extraction.ts';
import { peerBenchmark } from './ingest/bench-peer.ts';
import { robotsBenchmark } from './ingest/bench-robots.ts';
import { sampleIngestBenchmark } from './ingest/bench-sample-ingest.ts';
import { siteIngestBenchmark } from './ingest/bench-site-ingest.ts';
import { peerSuitesBenchmark } from './peers/bench-peer-suites.ts';
import { peersBenchmark } from './peers/bench-peers.ts';
import { retrievalBenchmark } from './retrieval/bench-retrieval.ts';
import { runBench } from './run-bench.ts';
import { searchBenchmark } from './search/bench-search.ts';
import { sensitivityBenchmark } from './sensitivity/bench-sensitivity.ts';
import { overheadBenchmark } from './service/bench-overhead.ts';
import { serviceBenchmark } from './service/bench-service.ts';

if (existsSync('.env')) process.loadEnvFile('.env');

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort(new Error('stopped by the user'));
  });
}

const root = fileURLToPath(new URL('../../', import.meta.url));
// Figures compare only on the embedded database, in a new folder, with no store of one's own. Empty counts as unset, and
// keeps a child process from taking the value out of .env.
const env = { ...process.env, DATABASE_URL: '', AISLE_CONFIG: '', LOG_LEVEL: 'warn', SAMPLE_STORE_PORT: '0' };
const { embeddingModel, chatModel } = readEnvironment(env);

function showProgress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${message}`);
}

process.exitCode = await runBench(process.argv.slice(2), {
  benchmarks: [
    groundednessBenchmark,
    chatModelBenchmark,
    suitesBenchmark,
    xquadBenchmark('en'),
    xquadBenchmark('es'),
    xquadAcrossBenchmark,
    clapnqBenchmark,
    semipqaBenchmark,
    retrievalBenchmark,
    peersBenchmark,
    peerSuitesBenchmark,
    searchBenchmark(process.env.DATABASE_URL || null),
    serviceBenchmark,
    overheadBenchmark,
    extractionBenchmark,
    robotsBenchmark,
    sampleIngestBenchmark,
    siteIngestBenchmark,
    catalogBenchmark,
    peerBenchmark,
    sensitivityBenchmark,
  ],
  context: {
    root,
    dataFolder: join(root, '../shared/data'),
    env,
    logger: makeLogger({ level: 'error' }),
    signal: stopping.signal,
    onProgress: showProgress,
  },
  models: { embedding: embeddingModel, chat: chatModel },
  stdout: (text) => {
    showProgress('');
    process.stdout.write(text);
  },
  stderr: (text) => process.stderr.write(text),
});
