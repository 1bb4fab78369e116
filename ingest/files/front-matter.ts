import { parseDocument } from 'yaml';
import type { DocumentKind } from '../../sql/document.ts';
import { SourceFileError } from './source-file-error.ts';

/** What the head of a Markdown file says about its document; null where it does not. */
export interface FrontMatter {
  title: string | null;
  locale: string | null;
  kind: DocumentKind | null;
  /** Absolute http(s) URL of the page that shoppers see. */
  url: string | null;
}

const KINDS: readonly string[] = ['page', 'policy', 'faq', 'product', 'file'] satisfies DocumentKind[];
const MAX_HEAD = 64 * 1024;

/**
 * Takes a YAML head (between two lines of `---`, at the very start) off a Markdown text. Keys that Aisle does not
 * know are left alone; they are other tools'.
 * @throws SourceFileError when the head is no YAML, or `kind` or `url` have values that mean nothing.
 */
export function takeFrontMatter(path: string, markdown: string): { head: FrontMatter; body: string } {
  const none: FrontMatter = { title: null, locale: null, kind: null, url: null };
  const match = /^---[^\S\n]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[^\S\n]*(?:\r?\n|$)/.exec(
    markdown.slice(0, MAX_HEAD),
  );
  if (match === null) return { head: none, body: markdown };
  const yaml = parseDocument(match[1] ?? '', { schema: 'failsafe' });
  const problem = yaml.errors[0];
  if (problem !== undefined)
    throw new SourceFileError(
      path,
      `front matter: expected YAML, found ${problem.message.split('\n')[0]}. Correct it.`,
    );
  const values: unknown = yaml.toJS({ maxAliasCount: 0 });
  // A document that begins with a rule and holds another one has prose between them.
  if (values === null || typeof values !== 'object' || Array.isArray(values))
    return values === null
      ? { head: none, body: markdown.slice(match[0].length) }
      : { head: none, body: markdown };
  const record = values as Record<string, unknown>;
  const text = (key: string): string | null => {
    const value = record[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const kind = text('kind');
  if (kind !== null && !isKind(kind))
    throw new SourceFileError(
      path,
      `front matter, kind: expected one of ${KINDS.join(', ')}, found "${kind}". Correct it.`,
    );
  const url = text('url');
  if (url !== null && !/^https?:\/\//i.test(url) && !url.startsWith('/'))
    throw new SourceFileError(
      path,
      `front matter, url: expected an http(s) URL or a path that begins with "/", found "${url}". Correct it.`,
    );
  return {
    head: { title: text('title'), locale: text('locale') ?? text('lang'), kind, url },
    body: markdown.slice(match[0].length),
  };
}

function isKind(value: string): value is DocumentKind {
  return KINDS.includes(value);
}
