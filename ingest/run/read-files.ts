import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { documentUrl } from '../files/document-url.ts';
import { fileTypeOf } from '../files/file-type.ts';
import { listFiles } from '../files/list-files.ts';
import { readBounded } from '../files/read-bounded.ts';
import { documentFromBytes } from '../files/read-file.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { fetchWhole } from './fetch-whole.ts';
import { nameInUrl } from './name-in-url.ts';
import { settingsHash } from './settings-hash.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import type { SourceSpec } from './source-spec.ts';

/** A PDF of hundreds of pages with pictures; more is no policy. */
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * Reads a file, the files of a folder, or the file at a URL.
 * @throws SourceFileError when the file or folder is not there.
 */
export async function* readFiles(
  spec: SourceSpec,
  context: ReadContext & { safeFetch: SafeFetch },
): AsyncGenerator<SourceEvent, void, undefined> {
  if (/^https?:/i.test(spec.location)) {
    yield* readFileUrl(spec, context);
    return;
  }
  const isFile = (await stat(spec.location).catch(() => null))?.isFile() ?? false;
  const listing = isFile ? listingOf(spec.location) : await listFiles(spec.location);
  const place = {
    ...(isFile ? {} : { root: basename(spec.location) }),
    ...(spec.baseUrl === null ? {} : { baseUrl: spec.baseUrl }),
  };
  for (const { relativePath, reason } of listing.skipped) {
    yield { type: 'skipped', url: documentUrl(relativePath, place), stage: 'files', reason };
  }
  // A local file has no validators but its bytes; Markdown may state another URL than its place's.
  const settings = settingsHash(spec);
  const byTag = new Map([...context.known].map(([url, { etag }]) => [etag, url]));
  let complete = true;
  let left = Math.min(listing.files.length, spec.maxPages ?? Number.POSITIVE_INFINITY);
  for (const { path, relativePath } of listing.files.slice(0, left)) {
    if (context.signal.aborted) break;
    left -= 1;
    context.onQueue(left);
    const url = documentUrl(relativePath, place);
    const event = await readOne(path, url, { spec, settings, byTag });
    // Markdown may name its own address, so what cannot be read may be any of the known documents.
    if (event.type === 'problem' && fileTypeOf(path) === 'markdown' && !context.known.has(url))
      complete = false;
    yield event;
  }
  const limited = spec.maxPages !== null && listing.files.length > spec.maxPages;
  const reason = limited ? `expected at most ${spec.maxPages} files, found ${listing.files.length}` : null;
  yield { type: 'done', complete: complete && !limited && !context.signal.aborted, reason };
}

function listingOf(path: string): Awaited<ReturnType<typeof listFiles>> {
  return { files: [{ path, relativePath: basename(path), size: 0 }], skipped: [] };
}

async function readOne(
  path: string,
  url: string,
  {
    spec,
    settings,
    byTag,
  }: { spec: SourceSpec; settings: string; byTag: ReadonlyMap<string | null, string> },
): Promise<SourceEvent> {
  const fetchedAt = new Date().toISOString();
  try {
    const bytes = await readBounded(path, MAX_BYTES);
    const tag = tagOf(bytes, url, settings);
    const before = byTag.get(tag);
    if (before !== undefined) return { type: 'unchanged', url: before };
    const document = await documentFromBytes(path, bytes, {
      url,
      fetchedAt,
      ...(spec.locale === null ? {} : { locale: spec.locale }),
    });
    return { type: 'document', document, etag: tag, lastModified: null, fetchedAt };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { type: 'problem', url, stage: 'extract', reason };
  }
}

/** An entity tag of Aisle's own: the same bytes at the same place, read by the same settings, are the same document. */
function tagOf(bytes: Buffer, url: string, settings: string): string {
  const hash = createHash('sha256').update(`${settings} ${url} `).update(bytes);
  return `"aisle-${hash.digest('base64url')}"`;
}

async function* readFileUrl(
  spec: SourceSpec,
  { known, signal, safeFetch }: ReadContext & { safeFetch: SafeFetch },
): AsyncGenerator<SourceEvent, void, undefined> {
  const url = new URL(spec.location).href;
  const validators = known.get(url) ?? null;
  const answer = await fetchWhole(url, safeFetch, { signal, maxBytes: MAX_BYTES, validators });
  if (answer.type === 'unchanged') yield { type: 'unchanged', url };
  else if (answer.type === 'gone') yield { type: 'gone', url, status: answer.status };
  else if (answer.type === 'problem') yield answer;
  else {
    const { body, headers } = answer.response;
    const fetchedAt = new Date().toISOString();
    const path = nameInUrl(url);
    try {
      const document = await documentFromBytes(extname(path) === '' ? `${path}.html` : path, body, {
        url,
        fetchedAt,
        ...(spec.locale === null ? {} : { locale: spec.locale }),
      });
      yield {
        type: 'document',
        document: { ...document, url },
        etag: headers.etag ?? null,
        lastModified: headers['last-modified'] ?? null,
        fetchedAt,
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      yield { type: 'problem', url, stage: 'extract', reason };
    }
  }
  yield { type: 'done', complete: answer.type !== 'problem', reason: null };
}
