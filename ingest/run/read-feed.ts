import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { CatalogError } from '../catalog/catalog-error.ts';
import type { CatalogProblem } from '../catalog/catalog-record.ts';
import type { ColumnMapping } from '../catalog/columns.ts';
import { detectFormat } from '../catalog/detect-format.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { fetchWhole } from './fetch-whole.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import type { SourceSpec } from './source-spec.ts';

const HEAD_BYTES = 64 * 1024;
/** A feed is held in memory while it is read; 100 MiB is some 100,000 products. */
const MAX_BYTES = 100 * 1024 * 1024;

/**
 * Reads a catalog, one document a product. It is always read whole, for what it says depends on its mapping too.
 * @throws CatalogError when it is no catalog, lacks columns or breaks off.
 */
export async function* readFeed(
  spec: SourceSpec,
  { signal, safeFetch }: ReadContext & { safeFetch: SafeFetch },
): AsyncGenerator<SourceEvent, void, undefined> {
  const fetchedAt = new Date().toISOString();
  const input = await openFeed(spec.location, safeFetch, signal);
  if ('problem' in input) {
    yield input.problem;
    yield { type: 'done', complete: false, reason: input.problem.reason };
    return;
  }
  const name = basename(URL.parse(spec.location)?.pathname ?? spec.location);
  const problems: CatalogProblem[] = [];
  let unread = 0;
  const drain = function* (): Generator<SourceEvent> {
    for (const { line, reason } of problems.splice(0)) {
      const url = line === 0 ? spec.location : `${spec.location}#line=${line}`;
      const skipped = line === 0 || LEFT_OUT.test(reason);
      if (!skipped) unread += 1;
      yield {
        type: skipped ? 'skipped' : 'problem',
        url,
        stage: 'catalog',
        reason: `${name}:${line}: ${reason}`,
      };
    }
  };
  const documents = readCatalog(input.stream, {
    format: input.format,
    mapping: spec.mapping as ColumnMapping,
    defaults: {
      ...(spec.currency === null ? {} : { currency: spec.currency.toUpperCase() }),
      ...(spec.locale === null ? {} : { locale: spec.locale }),
      ...(spec.baseUrl === null ? {} : { urlBase: spec.baseUrl }),
    },
    fetchedAt,
    onProblem: (problem) => problems.push(problem),
  });
  try {
    for await (const document of documents) {
      yield* drain();
      if (signal.aborted) break;
      yield { type: 'document', document, etag: null, lastModified: null, fetchedAt };
    }
  } catch (error) {
    if (error instanceof CatalogError)
      throw new CatalogError(`${spec.location}: ${error.message}`, { cause: error });
    throw error;
  }
  yield* drain();
  // A row that cannot be read does not tell which product it is: any that is missing may be it.
  const reason = unread === 0 ? null : `${unread} rows could not be read`;
  yield { type: 'done', complete: unread === 0 && !signal.aborted, reason };
}

/** Rows that the catalog itself takes out; any other problem is a row that was meant to be read. */
const LEFT_OUT = /^not published|^expected an identifier of its own|^expected a SKU of its own/;

async function openFeed(location: string, safeFetch: SafeFetch, signal: AbortSignal) {
  if (!/^https?:/i.test(location)) {
    const format = detectFormat({ name: location, head: await readHead(location) });
    return { format, stream: createReadStream(location) };
  }
  const answer = await fetchWhole(location, safeFetch, { signal, maxBytes: MAX_BYTES, validators: null });
  if (answer.type === 'problem') return { problem: answer };
  if (answer.type !== 'body') {
    const reason = `GET ${location}: expected a catalog, found that the server says there is none. Check the address.`;
    return { problem: { type: 'problem', url: location, stage: 'fetch', reason } as const };
  }
  const { body, headers } = answer.response;
  const head = body.subarray(0, HEAD_BYTES);
  const format = detectFormat({ name: location, contentType: headers['content-type'] ?? null, head });
  return { format, stream: chunked(body) };
}

/** The first bytes of a file. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* chunked(body: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += HEAD_BYTES) yield body.subarray(at, at + HEAD_BYTES);
}
