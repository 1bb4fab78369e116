import type { IngestCall } from '../target/ingest-sources.ts';
import type { Cassette } from './cassette.ts';
import { serveModels } from './serve-models.ts';

type Ingest = (call: IngestCall) => Promise<void>;

/**
 * Makes an ingest, which runs in a process of its own, ask its embedding model through a cassette. Without one, or with the
 * local model, it is the ingest as it was.
 */
export function ingestOverCassette(
  ingest: Ingest,
  cassette: Pick<Cassette, 'fetch'> | null | undefined,
): Ingest {
  return async (call) => {
    if (!cassette || !call.env.EMBEDDING_MODEL?.trim().startsWith('openai:')) return ingest(call);
    const server = await serveModels(cassette.fetch, call.env.OPENAI_BASE_URL?.trim() || null);
    try {
      await ingest({ ...call, env: { ...call.env, OPENAI_BASE_URL: server.url } });
    } finally {
      await server.close();
    }
  };
}
