import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readEnvironment } from '../../ingest/environment.ts';
import type { FakeBehaviour } from '../../service/answer/llm/fake-behaviour.ts';
import { startFakeOpenAiServer } from '../../service/answer/llm/fake-openai-server.ts';
import { runSuite } from '../run/run-suite.ts';
import type { CaseResult } from '../score/case-result.ts';
import type { Suite } from '../suite.ts';
import { makeOpenInProcess } from '../target/in-process-target.ts';
import { makeIngestSources } from '../target/ingest-sources.ts';
import { openInProcess } from '../target/open-in-process.ts';

/** Who answers: Aisle's own extractive mode, or a made-up chat model that behaves so. */
export type AskedMode = 'extractive' | 'honest' | 'obeys-everything';

const STORE = 'suite';

/**
 * Ingests a suite's sources once, and asks its cases in one mode after another, each of a service of its own.
 *
 * @param root the repository's folder.
 * @returns the judged cases, by mode.
 */
export async function askInModes(
  { sources, cases }: Suite,
  modes: readonly AskedMode[],
  root: string,
): Promise<Map<AskedMode, CaseResult[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-modes-'));
  const model = await startFakeOpenAiServer();
  const results = new Map<AskedMode, CaseResult[]>();
  try {
    const ingest = makeIngestSources(join(root, 'ingest/main.ts'));
    await ingest({ env: { AISLE_DATA: folder }, store: STORE, sources: sources ?? [], cwd: folder });
    for (const mode of modes) {
      const env = { AISLE_DATA: folder, ...(mode !== 'extractive' && chatSettings(model.url)) };
      if (mode !== 'extractive') model.become({ kind: mode } satisfies FakeBehaviour);
      const open = makeOpenInProcess({
        env,
        ingestSources: ingest,
        openService: ({ env, store }) =>
          openInProcess({
            environment: readEnvironment(env),
            logger: pino({ level: 'silent' }),
            store,
            cassette: null,
            progress: null,
          }),
      });
      const target = await open({ store: STORE });
      try {
        results.set(mode, await runSuite(cases.read(), target));
      } finally {
        await target.close();
      }
    }
    return results;
  } finally {
    await model.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function chatSettings(url: string): Record<string, string> {
  return { CHAT_MODEL: 'openai:made-up', OPENAI_API_KEY: 'none', OPENAI_BASE_URL: url };
}
