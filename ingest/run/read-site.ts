import type { FileEvent, PageEvent } from '../crawl/crawl-event.ts';
import type { CrawlOptions } from '../crawl/crawl-options.ts';
import { crawlSite } from '../crawl/crawl-site.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { documentFromBytes } from '../files/read-file.ts';
import { makeDrawPage } from '../render/draw-page.ts';
import { openRenderer } from '../render/open-renderer.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { nameInUrl } from './name-in-url.ts';
import { readPage } from './read-page.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import type { SourceSpec } from './source-spec.ts';

/** File name endings by media type, for documents whose URL has none. */
const ENDINGS: Record<string, string> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
};

/**
 * Crawls a site and extracts its pages and files.
 * @throws RenderProblem when the source is to be rendered and there is no browser.
 */
export async function* readSite(
  spec: SourceSpec,
  context: ReadContext & { safeFetch: SafeFetch },
): AsyncGenerator<SourceEvent, void, undefined> {
  if (!spec.render) return yield* readDrawn(spec, context, undefined);
  const { safeFetch, signal, browserPath } = context;
  const renderer = await openRenderer({ safeFetch, signal, executablePath: browserPath ?? undefined });
  try {
    yield* readDrawn(spec, context, makeDrawPage(renderer, spec));
  } finally {
    await renderer.close();
  }
}

async function* readDrawn(
  spec: SourceSpec,
  { known, readBefore, onFound, onQueue, signal, safeFetch }: ReadContext & { safeFetch: SafeFetch },
  draw: CrawlOptions['draw'],
): AsyncGenerator<SourceEvent, void, undefined> {
  const crawl = crawlSite({
    start: new URL(spec.location),
    safeFetch,
    known,
    readBefore,
    onFound,
    include: spec.include,
    exclude: spec.exclude,
    signal,
    onProgress: ({ queued }) => onQueue(queued),
    ...(spec.maxPages === null ? {} : { maxPages: spec.maxPages }),
    ...(draw === undefined ? {} : { draw }),
  });
  for await (const event of crawl) {
    switch (event.type) {
      case 'page':
        yield await readPageEvent(event, spec, known);
        break;
      case 'file':
        yield await readFileEvent(event, spec);
        break;
      case 'skipped':
        yield { ...event, stage: event.rule };
        break;
      case 'done':
        yield { type: 'done', complete: event.complete, reason: event.reason };
        break;
      default:
        yield event;
    }
  }
}

async function readPageEvent(
  event: PageEvent,
  spec: SourceSpec,
  known: ReadContext['known'],
): Promise<SourceEvent> {
  const { url, via, fetched } = event;
  try {
    const reading = await readPage(event.$, event, spec);
    if (reading.type === 'document') return documentEvent(event, reading.document);
    const { stage, reason, broken } = reading;
    // Carts and search pages never had any text; a page that had some has probably broken, and keeps what it had.
    const before = known.get(url);
    const wasDocument = before !== undefined && before.isDocument !== false;
    if (broken || wasDocument) return { type: 'problem', url, stage, reason, via, fetched };
    return { type: 'skipped', url, stage: stage === 'extract' ? 'empty' : stage, reason, via, fetched };
  } catch (error) {
    return extractProblem(event, error);
  }
}

async function readFileEvent(event: FileEvent, spec: SourceSpec): Promise<SourceEvent> {
  try {
    return documentEvent(event, await fileDocument(event, spec));
  } catch (error) {
    return extractProblem(event, error);
  }
}

function documentEvent(event: PageEvent | FileEvent, document: SourceDocument): SourceEvent {
  const { url, etag, lastModified, fetchedAt, listedDate, via, fetched } = event;
  const dated = listedDate === undefined ? {} : { listedDate };
  // A file's front matter may name another address; on a site, the one that answered is its address.
  return {
    type: 'document',
    document: { ...document, url },
    etag,
    lastModified,
    fetchedAt,
    ...dated,
    via,
    fetched,
  };
}

function extractProblem({ url, via, fetched }: PageEvent | FileEvent, error: unknown): SourceEvent {
  const reason = error instanceof Error ? error.message : String(error);
  return { type: 'problem', url, stage: 'extract', reason, via, fetched };
}

function fileDocument(event: FileEvent, spec: SourceSpec): Promise<SourceDocument> {
  const name = nameInUrl(event.url);
  const ending = ENDINGS[event.contentType] ?? '';
  const path = name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`;
  return documentFromBytes(path, event.body, {
    url: event.url,
    fetchedAt: event.fetchedAt,
    ...(spec.locale === null ? {} : { locale: spec.locale }),
  });
}
