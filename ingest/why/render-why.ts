import { adviceFor } from './advice-for.ts';
import type { Explanation, SourceFinding } from './explain-url.ts';

/** Lays an explanation out for a person. Pure. */
export function renderWhy({ url, findings }: Explanation): string {
  if (findings.length === 0) {
    return `${url}\n  NOT INDEXED: no source of any store covers it. Ingest its site, or add it to aisle.yaml as a source.\n`;
  }
  return `${[url, ...findings.flatMap(renderFinding)].join('\n')}\n`;
}

function renderFinding(finding: SourceFinding): string[] {
  const { store, source, document, visit, lastRun, now } = finding;
  const complete =
    lastRun.complete === null ? '' : lastRun.complete ? ', all of it was seen' : ', not all of it was seen';
  const lines = [
    ['store', `${store}, source ${source}`],
    ...(document === null ? missing(finding) : indexed(document)),
    ...(visit === null ? [] : seen(visit)),
    ['last run', `${lastRun.runId}, ${day(lastRun.startedAt)}: ${lastRun.status}${complete}`],
    ...(now === null ? [] : [['now', now.reason]]),
  ];
  const advice = document === null ? adviseOn(finding) : null;
  return [
    ...lines.map(([name = '', text = '']) => `  ${name.padEnd(12)}${text}`),
    ...(advice === null ? [] : [`  ${'to do'.padEnd(12)}${advice}`]),
  ];
}

function indexed(document: NonNullable<SourceFinding['document']>): string[][] {
  const { title, kind, locale, passages, characters, fetchedAt, publishedAt, url, documentId } = document;
  return [
    ['INDEXED', `as "${title}" (${kind}, ${locale}): ${passages} passages of ${characters} characters`],
    ['document', `${documentId}, ${url}`],
    ['read', `${day(fetchedAt)}, as it is now since ${day(publishedAt)}`],
  ];
}

function missing({ visit, now, lastRun }: SourceFinding): string[][] {
  if (visit === null) {
    const unread = lastRun.complete === true ? '' : ', though not all of the site could be read';
    const why = `nothing links to it: it is in no sitemap and on no page that was read${unread}`;
    return [['NOT INDEXED', now?.outcome === 'document' ? why : 'no run has met it']];
  }
  const { outcome, stage, reason, since } = visit;
  const why =
    outcome === 'waiting'
      ? 'it was found, but the run ended before it was read'
      : outcome === 'indexed'
        ? 'it was read, and has been removed since'
        : `${stage ?? outcome}: ${reason ?? ''}`;
  return [
    ['NOT INDEXED', why],
    ['since', day(since)],
  ];
}

function seen(visit: NonNullable<SourceFinding['visit']>): string[][] {
  const { foundBy, foundOn, status, bytes, seenAt, runId } = visit;
  const found =
    foundBy === null
      ? []
      : [
          [
            'found',
            foundOn === null ? (FOUND[foundBy] ?? foundBy) : `${FOUND[foundBy] ?? foundBy} ${foundOn}`,
          ],
        ];
  const size = bytes === null ? '' : `, ${(bytes / 1024).toFixed(1)} KiB`;
  const answer = status === null ? 'never asked for, or no answer came' : `status ${status}${size}`;
  return [...found, ['last met', `${day(seenAt)} by ${runId}: ${answer}`]];
}

const FOUND: Record<string, string> = {
  start: 'as the start page',
  sitemap: 'in the sitemap',
  link: 'linked from',
  redirect: 'by a redirect from',
  canonical: 'as the canonical page of',
  hreflang: 'as another language of a page in',
};

function adviseOn({ visit, now }: SourceFinding): string | null {
  if (now?.outcome === 'document') {
    return visit === null
      ? 'Link to it from a page of the site, or list it in the sitemap, then run the ingest again.'
      : 'Run the ingest again.';
  }
  return adviceFor(now?.stage ?? visit?.stage ?? null);
}

/** UTC, to the minute. */
function day(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
