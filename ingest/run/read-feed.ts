import { basename } from 'node:path';
import { CatalogError } from '../catalog/catalog-error.ts';
import type { CatalogProblem } from '../catalog/catalog-record.ts';
import type { ColumnMapping } from '../catalog/columns.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { hashFile, openFeedFile } from './feed-file.ts';
import { fetchFeed } from './fetch-feed.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import { NO_SOURCE_MEMORY, type Reading, type SourceMemory } from './source-memory.ts';
import type { SourceSpec } from './source-spec.ts';

export { readHead } from './feed-file.ts';

/** More than a report lists. */
const MAX_LEFT_OUT = 1000;

type FeedContext = ReadContext & { safeFetch: SafeFetch; memory?: SourceMemory };

/**
 * Reads a catalog, one document a product. One that is as it was when it was last read whole, says its server or the
 * hash of its bytes, is not read again: all its products are unchanged.
 * @throws CatalogError when it is no catalog, lacks columns or breaks off.
 */
export async function* readFeed(
  spec: SourceSpec,
  { known, signal, safeFetch, memory = NO_SOURCE_MEMORY }: FeedContext,
): AsyncGenerator<SourceEvent, void, undefined> {
  const documents = [...known].filter(([, { isDocument = true }]) => isDocument).map(([url]) => url);
  // With nothing in the index there is nothing that could have stayed as it was.
  const last = documents.length === 0 ? null : memory.last;
  const input = await openInput(spec.location, { safeFetch, signal, last });
  if (input.type === 'problem') {
    yield input;
    yield { type: 'done', complete: false, reason: input.reason };
    return;
  }
  if (input.type === 'unchanged') {
    for (const url of documents) yield { type: 'unchanged', url };
    for (const row of last?.leftOut ?? []) yield { type: 'skipped', ...row };
    yield { type: 'done', complete: true, reason: null };
    return;
  }
  try {
    yield* readInput(spec, input, { signal, memory });
  } catch (error) {
    const shown = withoutSecrets(spec.location);
    if (!(error instanceof CatalogError) || error.message.startsWith(shown)) throw error;
    throw new CatalogError(`${shown}: ${error.message}`, { cause: error });
  } finally {
    await input.close();
  }
}

interface FeedInput {
  type: 'input';
  path: string;
  hash: string;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  close(): Promise<void>;
}

async function openInput(
  location: string,
  { safeFetch, signal, last }: { safeFetch: SafeFetch; signal: AbortSignal; last: Reading | null },
): Promise<FeedInput | { type: 'unchanged' } | (SourceEvent & { type: 'problem' })> {
  if (!/^https?:/i.test(location)) {
    const hash = await hashFile(location);
    if (hash === last?.bodyHash) return { type: 'unchanged' };
    const close = async () => {};
    return { type: 'input', path: location, hash, contentType: null, etag: null, lastModified: null, close };
  }
  const answer = await fetchFeed(location, safeFetch, { signal, validators: last });
  if (answer.type === 'problem') return { ...answer, url: withoutSecrets(answer.url) };
  if (answer.type === 'unchanged' && last !== null) return answer;
  if (answer.type !== 'feed') {
    const url = withoutSecrets(location);
    const reason = `GET ${url}: expected a catalog, found that the server says there is none. Check the address.`;
    return { type: 'problem', url, stage: 'fetch', reason };
  }
  const { path, hash, headers, close } = answer;
  if (hash === last?.bodyHash) {
    await close();
    return { type: 'unchanged' };
  }
  return {
    type: 'input',
    path,
    hash,
    contentType: headers['content-type'] ?? null,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    close,
  };
}

async function* readInput(
  spec: SourceSpec,
  input: FeedInput,
  { signal, memory }: { signal: AbortSignal; memory: SourceMemory },
): AsyncGenerator<SourceEvent, void, undefined> {
  const fetchedAt = new Date().toISOString();
  const shown = withoutSecrets(spec.location);
  const name = basename(URL.parse(spec.location)?.pathname ?? spec.location);
  const problems: CatalogProblem[] = [];
  const leftOut: Reading['leftOut'] = [];
  let unread = 0;
  let unlisted = 0;
  const drain = function* (): Generator<SourceEvent> {
    for (const { line, kind, reason } of problems.splice(0)) {
      const row = {
        url: line === 0 ? shown : `${shown}#line=${line}`,
        stage: 'catalog',
        reason: `${line === 0 ? name : `${name}:${line}`}: ${reason}`,
      };
      yield { type: kind === 'left-out' ? 'skipped' : 'problem', ...row };
      if (kind !== 'left-out') unread += 1;
      else if (leftOut.length < MAX_LEFT_OUT) leftOut.push(row);
      else unlisted += 1;
    }
  };
  const { format, stream } = await openFeedFile(input.path, { name: shown, contentType: input.contentType });
  const documents = readCatalog(stream(), {
    format,
    mapping: spec.mapping as ColumnMapping,
    defaults: {
      ...(spec.currency === null ? {} : { currency: spec.currency.toUpperCase() }),
      ...(spec.locale === null ? {} : { locale: spec.locale }),
      ...(spec.baseUrl === null ? {} : { urlBase: spec.baseUrl }),
    },
    fetchedAt,
    onProblem: (problem) => problems.push(problem),
  });
  await memory.forget();
  for await (const document of documents) {
    yield* drain();
    if (signal.aborted) break;
    yield { type: 'document', document, etag: null, lastModified: null, fetchedAt };
  }
  yield* drain();
  // A row that cannot be read does not tell which product it is: any that is missing may be it.
  const complete = unread === 0 && !signal.aborted;
  if (unlisted > 0)
    leftOut.push({ url: shown, stage: 'catalog', reason: `${unlisted} more rows are left out, as before` });
  if (complete) {
    const { hash: bodyHash, etag, lastModified } = input;
    memory.note({ bodyHash, etag, lastModified, leftOut });
  }
  yield { type: 'done', complete, reason: unread === 0 ? null : `${unread} rows could not be read` };
}
