import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnswerQuestion, RetrievedPassage } from '../service/answer-question.ts';
import type { DocumentResponse } from '../service/schemas.ts';
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
  openService: (options: { env: Environment; store: string | null }) => Promise<InProcessService>;
  /**
   * Ingests into the database that `env` names, which may be empty and without migrations.
   *
   * @throws when a source fails.
   */
  ingestSources: (call: { env: Environment; store: string; sources: string[]; cwd: string }) => Promise<void>;
}

/** The store that a suite's own sources are ingested as. */
const SUITE_STORE = 'suite';

/**
 * Opens the service in this process: the functions that its HTTP routes call, without HTTP. A suite with sources gets
 * an embedded database in a temporary folder of its own, which closing the target removes.
 */
export function makeOpenInProcess({ env, openService, ingestSources }: InProcessDeps): OpenTarget {
  return async (request) => {
    if (!('sources' in request)) return toTarget(await openService({ env, store: request.store }));
    const folder = await mkdtemp(join(tmpdir(), 'aisle-eval-'));
    const removeFolder = () => rm(folder, { recursive: true, force: true });
    try {
      const { DATABASE_URL: _, ...rest } = env;
      const ownEnv = { ...rest, AISLE_DATA: folder };
      await ingestSources({ env: ownEnv, store: SUITE_STORE, sources: request.sources, cwd: folder });
      const target = toTarget(await openService({ env: ownEnv, store: SUITE_STORE }));
      return { ...target, close: () => target.close().finally(removeFolder) };
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
