import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { CatalogError } from '../catalog/catalog-error.ts';
import { detectFormat, formatOfName } from '../catalog/detect-format.ts';
import { UsageProblem } from '../config/usage-problem.ts';
import { checkFileType, fileTypeOf } from '../files/file-type.ts';
import { SourceFileError } from '../files/source-file-error.ts';
import type { SafeFetch } from '../safe-fetch.ts';
import { readHead } from './read-feed.ts';
import type { SourceKind } from './source-spec.ts';

const ACCEPTED = [
  "a site's URL (https://shop.example/)",
  'a catalog (.csv .tsv .json .jsonl .xml; a file or a URL)',
  'a file or a folder (.html .md .txt .pdf .docx)',
].join(', ');

/** What a source is and where. */
export interface DetectedSource {
  kind: SourceKind;
  /** A URL, or an absolute path. */
  location: string;
}

/**
 * Tells what somebody means by a source.
 * @param options.folder that a relative path begins at
 * @param options.safeFetch asked for the Content-Type of a URL whose name tells nothing
 * @throws UsageProblem when it is none, does not exist, or is not what its name says.
 */
export async function detectSource(
  source: string,
  { folder, safeFetch }: { folder: string; safeFetch: SafeFetch },
): Promise<DetectedSource> {
  if (/^https?:\/\//i.test(source)) return detectUrl(source, safeFetch);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(source)?.[1];
  if (scheme !== undefined) throw problem(source, `an address that begins with ${scheme}://`);
  const location = resolve(folder, source);
  const stats = await stat(location).catch(() => null);
  if (stats === null) throw problem(source, `no file or folder of that name${siteHint(source)}`);
  if (stats.isDirectory()) return { kind: 'files', location };
  if (!stats.isFile()) throw problem(source, 'neither a file nor a folder');
  try {
    return { kind: kindOfFile(source, await readHead(location)), location };
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    if (error instanceof CatalogError || error instanceof SourceFileError)
      throw new UsageProblem(error.message, { cause: error });
    throw new UsageProblem(
      `${source}: expected a file that can be read, found one that cannot (${(error as NodeJS.ErrnoException).code ?? error}). Check its permissions.`,
      { cause: error },
    );
  }
}

function kindOfFile(source: string, head: Buffer): SourceKind {
  if (fileTypeOf(source) !== null) {
    checkFileType(source, head);
    return 'files';
  }
  if (formatOfName(source) === null && extname(source) !== '') {
    throw problem(source, `the ending "${extname(source)}"`);
  }
  detectFormat({ name: source, head });
  return 'feed';
}

async function detectUrl(source: string, safeFetch: SafeFetch): Promise<DetectedSource> {
  const url = URL.parse(source);
  if (url === null) throw problem(source, 'a URL that is not one');
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
    throw problem(url.href, 'a URL with a user name or password. Only public pages can be ingested');
  }
  url.hash = '';
  const location = url.href;
  if (/sitemap[^/]*\.xml$/i.test(url.pathname)) {
    throw problem(
      source,
      `a sitemap. Give the site's own address (${url.origin}/): sitemaps are found by themselves`,
    );
  }
  if (formatOfName(url.pathname) !== null) return { kind: 'feed', location };
  const type = fileTypeOf(url.pathname);
  if (type !== null) return { kind: type === 'html' ? 'site' : 'files', location };
  if (url.pathname === '/' && url.search === '') return { kind: 'site', location };
  return { kind: kindOfMedia(await contentType(location, safeFetch)), location };
}

/** What the server says, if it says anything; the crawl or the catalog's reader finds out what is wrong. */
async function contentType(url: string, safeFetch: SafeFetch): Promise<string> {
  const response = await safeFetch(url, { method: 'HEAD', timeoutMs: 10_000 }).catch(() => null);
  return response?.status === 200 ? (response.headers['content-type'] ?? '').toLowerCase() : '';
}

function kindOfMedia(type: string): SourceKind {
  if (/^application\/xhtml/.test(type)) return 'site';
  if (
    /^(text\/(csv|tab-separated-values|xml|json)|application\/(csv|xml|[\w.+-]*json[\w.-]*|[\w.-]+\+xml))\b/.test(
      type,
    )
  )
    return 'feed';
  if (
    /^(application\/pdf|text\/markdown|application\/vnd\.openxmlformats-officedocument\.wordprocessingml)/.test(
      type,
    )
  )
    return 'files';
  return 'site';
}

function siteHint(source: string): string {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(source) ? `; for a site, write https://${source}` : '';
}

function problem(source: string, found: string): UsageProblem {
  return new UsageProblem(`${source}: expected ${ACCEPTED}; found ${found}.`);
}
