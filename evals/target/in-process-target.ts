import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerQuestion, RetrievedPassage } from '../../service/answer-question.ts';
import type { DocumentResponse } from '../../service/schemas/document.ts';
import { ingestOverCassette } from '../cassettes/ingest-over-cassette.ts';
import type { DocumentPlan, IngestCall } from './ingest-sources.ts';
import type { OpenTarget, Target } from './target.ts';

type Environment = Record<string, string | undefined>;

/** What evals need of a service that runs in this process. */
export interface InProcessService {
  answer: AnswerQuestion;
  findDocument: (store: string, id: string) => Promise<DocumentResponse | null>;
  /** The store that a question without one goes to. */
  store: string;
  /** For the report's header, such as the embedding model's name. */
  info: Record<string, string>;
  close: () => Promise<void>;
}

interface InProcessDeps {
  env: Environment;
  /** Opens database and models as `env` says, for one store where it is given. */
  openService: (options: {
    env: Environment;
    store: string | null;
    signal?: AbortSignal | undefined;
    cassette?: Parameters<OpenTarget>[2];
  }) => Promise<InProcessService>;
  /**
   * Ingests into the database that `env` names, which may be empty and without migrations.
   *
   * @throws when a source fails, and when the signal ends it.
   */
  ingestSources: (call: IngestCall) => Promise<void>;
  /** What the next ingest of the same sources will do; only a target that is to be refreshed needs it. */
  planSources?: (call: IngestCall) => Promise<DocumentPlan>;
}

/** The store that a suite's own sources are ingested as. */
const SUITE_STORE = 'suite';

/** Begins the name of the folder of such a database. */
const FOLDER_PREFIX = 'aisle-eval-';

/**
 * Opens the service in this process: the functions that its HTTP routes call, without HTTP. A suite with sources gets
 * an embedded database in a temporary folder of its own, which goes with the target, and at the latest with the process.
 */
export function makeOpenInProcess({
  env,
  openService,
  ingestSources,
  planSources,
}: InProcessDeps): OpenTarget {
  return async (request, signal, cassette) => {
    if (!('sources' in request)) {
      return toTarget(await openService({ env, store: request.store, signal, cassette }));
    }
    const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX));
    // For a process that is ended by hand a second time, and does not wait for anything any more.
    const removeAtExit = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    process.once('exit', removeAtExit);
    const removeFolder = async () => {
      await rm(folder, { recursive: true, force: true });
      process.off('exit', removeAtExit);
    };
    const { DATABASE_URL: _, ...rest } = env;
    const ownEnv = { ...rest, AISLE_DATA: folder };
    const call = { env: ownEnv, store: SUITE_STORE, sources: request.sources, cwd: folder };
    const ingest = ingestOverCassette(ingestSources, cassette);
    const refresh = planSources && {
      async refresh(ending: AbortSignal) {
        const plan = await planSources({ ...call, signal: ending });
        await ingest({ ...call, signal: ending });
        return plan;
      },
    };
    try {
      await ingest({ ...call, signal });
      signal?.throwIfAborted();
      const target = toTarget(await openService({ env: ownEnv, store: SUITE_STORE, signal, cassette }));
      return { ...target, ...refresh, close: () => target.close().finally(removeFolder) };
    } catch (cause) {
      await removeFolder();
      throw new Error(`suite ${request.suite}: its sources could not be ingested`, { cause });
    }
  };
}

function toTarget(service: InProcessService): Target {
  return {
    name: 'in-process',
    store: service.store,
    info: service.info,
    async answer(request, signal) {
      // A turn that needs no passages, such as a greeting, has looked at none.
      let retrieved: RetrievedPassage[] = [];
      const response = await service.answer(
        { ...request, store: request.store ?? service.store },
        {
          signal,
          onRetrieved: (passages) => {
            retrieved = passages;
          },
        },
      );
      return { response, retrieved };
    },
    findDocument: (store, documentId) => service.findDocument(store, documentId),
    close: () => service.close(),
  };
}
