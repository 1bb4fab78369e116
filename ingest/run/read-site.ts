import type { FileEvent, PageEvent } from '../crawl/crawl-event.ts';
import { crawlSite } from '../crawl/crawl-site.ts';
import { extractPage } from '../extract/extract-page.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { ownText, withLocale } from '../extract/with-locale.ts';
import { detectLanguage } from '../files/detect-language.ts';
import { documentFromBytes } from '../files/read-file.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { nameInUrl } from './name-in-url.ts';
import type { ReadContext, SourceEvent } from './source-event.ts';
import type { SourceSpec } from './source-spec.ts';

const DEFAULT_LOCALE = 'en';
/** BCP 47, for a page that names no language. */
const UNDETERMINED = 'und';

/** File name endings by media type, for documents whose URL has none. */
const ENDINGS: Record<string, string> = {
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/x-markdown': '.md',
};

/** Crawls a site and extracts its pages and files. */
export async function* readSite(
  spec: SourceSpec,
  { known, onQueue, signal, safeFetch }: ReadContext & { safeFetch: SafeFetch },
): AsyncGenerator<SourceEvent, void, undefined> {
  const crawl = crawlSite({
    start: new URL(spec.location),
    safeFetch,
    known,
    include: spec.include,
    exclude: spec.exclude,
    signal,
    onProgress: ({ queued }) => onQueue(queued),
    ...(spec.maxPages === null ? {} : { maxPages: spec.maxPages }),
  });
  for await (const event of crawl) {
    switch (event.type) {
      case 'page':
        yield await extractSafely(event, known, () => extractDocument(event, spec));
        break;
      case 'file':
        yield await extractSafely(event, known, () => fileDocument(event, spec));
        break;
      case 'skipped':
        yield { type: 'skipped', url: event.url, stage: event.rule, reason: event.reason };
        break;
      case 'done':
        yield { type: 'done', complete: event.complete, reason: event.reason };
        break;
      default:
        yield event;
    }
  }
}

/** @param extract null where there is nothing worth indexing. */
async function extractSafely(
  event: PageEvent | FileEvent,
  known: ReadContext['known'],
  extract: () => Promise<SourceDocument | null>,
): Promise<SourceEvent> {
  const { url, etag, lastModified, fetchedAt } = event;
  try {
    const document = await extract();
    // A file's front matter may name another address; on a site, the one that answered is its address.
    if (document !== null)
      return { type: 'document', document: { ...document, url }, etag, lastModified, fetchedAt };
    const reason =
      'expected text to answer from: nothing but links and menus was found on the page. If a browser shows more, scripts draw it: serve it in the page itself.';
    // Carts and search pages never had any; a page that had some has probably broken, and keeps what it had.
    return { type: known.has(url) ? 'problem' : 'skipped', url, stage: 'extract', reason };
  } catch (error) {
    return { type: 'problem', url, stage: 'extract', reason: messageOf(error) };
  }
}

async function extractDocument(event: PageEvent, spec: SourceSpec): Promise<SourceDocument | null> {
  const document = extractPage(event.$, {
    url: event.url,
    fetchedAt: event.fetchedAt,
    keepRegion: spec.keepRegion,
    ...(spec.locale === null ? {} : { defaultLocale: spec.locale }),
  });
  if (document === null || document.locale !== UNDETERMINED) return document;
  return withLocale(document, (await detectLanguage(ownText(document))) ?? DEFAULT_LOCALE);
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
