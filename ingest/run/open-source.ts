import type { SafeFetch } from '../safe-fetch.ts';
import { readFeed } from './read-feed.ts';
import { readFiles } from './read-files.ts';
import { readSite } from './read-site.ts';
import { settleLocales } from './settle-locales.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import type { SourceMemory } from './source-memory.ts';
import type { SourceSpec } from './source-spec.ts';
import { withoutNul } from './without-nul.ts';

const READERS = { site: readSite, feed: readFeed, files: readFiles };

/**
 * Reads a source as a stream, as fast as its consumer takes it. What concerns one document is an event.
 * @throws an error with a message for people, when the source as a whole cannot be read.
 */
export async function* openSource(
  spec: SourceSpec,
  context: ReadContext & {
    safeFetch: SafeFetch;
    memory?: SourceMemory;
    /** The locale that most of it was in when it was read last; by default it is new. */
    localeBefore?: () => Promise<string | null>;
  },
): AsyncGenerator<SourceEvent, void, undefined> {
  const { languages } = spec;
  const before = context.localeBefore ?? (async () => null);
  for await (const event of settleLocales(READERS[spec.kind](spec, context), { languages, before })) {
    if (event.type !== 'document') yield event;
    else {
      const document = withoutNul(event.document);
      const kind = spec.documentKind;
      yield {
        ...event,
        document: kind === null || document.product !== null ? document : { ...document, kind },
      };
    }
  }
}
