import type { CommandStreams } from '../../ingest/run/parse-command.ts';
import type { IngestCall } from '../target/ingest-sources.ts';

/** What the commands that make and look up cases work with. */
export interface CommandDeps extends CommandStreams {
  /** Names the database and the models. */
  env: Record<string, string | undefined>;
  /** Ingests into the database that its `env` names; throws when a source fails. */
  ingestSources: (call: IngestCall) => Promise<void>;
  signal: AbortSignal;
}
