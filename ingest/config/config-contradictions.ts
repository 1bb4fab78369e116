import { isRecord } from '../is-record.ts';
import type { FormatIssue } from './check-yaml.ts';
import { SOURCE_KINDS } from './config-format.ts';

/** Which keys mean something for which kind of source only. */
const ONLY_FOR: Record<string, readonly (typeof SOURCE_KINDS)[number][]> = {
  include: ['site'],
  exclude: ['site'],
  render: ['site'],
  mapping: ['feed'],
  currency: ['feed'],
  baseUrl: ['feed', 'files'],
};

/**
 * Mistakes that a field by field check cannot see. Takes the file as parsed, however wrong it is, so that they are
 * reported together with the others instead of after them. Pure.
 */
export function configContradictions(file: unknown): FormatIssue[] {
  if (!isRecord(file)) return [];
  const issues: FormatIssue[] = [];
  if ('store' in file && 'stores' in file) {
    issues.push({ path: ['stores'], expected: 'either store or stores', got: 'both' });
  }
  if (!('store' in file) && !('stores' in file)) {
    issues.push({ path: [], expected: 'store, or stores with a list', got: 'neither' });
  }
  const list: unknown[] = Array.isArray(file.stores) ? file.stores : [];
  const stores: [unknown, (string | number)[]][] = [
    [file.store, ['store']],
    ...list.map((entry, index): [unknown, (string | number)[]] => [entry, ['stores', index]]),
  ];
  issues.push(...twice(stores.map(([store, path]) => [isRecord(store) ? store.id : null, [...path, 'id']])));
  for (const [store, path] of stores) if (isRecord(store)) issues.push(...storeIssues(store, path));
  return issues;
}

function storeIssues(store: Record<string, unknown>, path: (string | number)[]): FormatIssue[] {
  const issues = isRecord(store.handoff) ? handoffIssues(store.handoff, [...path, 'handoff']) : [];
  return [...issues, ...sourcesIssues(store, path)];
}

/** A shopper's words and address go to nobody who cannot be told from others, nor readable through the internet. */
function handoffIssues(handoff: Record<string, unknown>, path: (string | number)[]): FormatIssue[] {
  const { webhook, webhookSecret, allowHosts } = handoff;
  if (webhook === undefined)
    return ['webhookSecret', 'allowHosts']
      .filter((key) => key in handoff)
      .map((key) => ({ path: [...path, key], expected: `${key} beside a webhook`, got: 'it without one' }));
  const url = typeof webhook === 'string' ? URL.parse(webhook) : null;
  const host = url === null ? '' : `${url.hostname}:${url.port || '80'}`;
  const isOpen = url?.protocol === 'http:' && !(Array.isArray(allowHosts) && allowHosts.includes(host));
  return [
    ...(webhookSecret === undefined
      ? [
          {
            path: [...path, 'webhookSecret'],
            expected: 'the name of an environment variable',
            got: 'nothing',
          },
        ]
      : []),
    ...(isOpen
      ? [
          {
            path: [...path, 'webhook'],
            expected: `an https URL, or ${host} among allowHosts`,
            got: JSON.stringify(webhook),
          },
        ]
      : []),
  ];
}

function sourcesIssues(store: Record<string, unknown>, path: (string | number)[]): FormatIssue[] {
  if (!Array.isArray(store.sources)) return [];
  const sources = store.sources.map((entry, index) => ({ entry, at: [...path, 'sources', index] }));
  const ids = sources.map(({ entry, at }): [unknown, (string | number)[]] => [
    isRecord(entry) ? entry.id : null,
    [...at, 'id'],
  ]);
  const places = sources.flatMap(({ entry, at }) =>
    isRecord(entry) && !('id' in entry)
      ? SOURCE_KINDS.map((kind): [unknown, (string | number)[]] => [entry[kind], [...at, kind]])
      : [],
  );
  return [
    ...sources.flatMap(({ entry, at }) => (isRecord(entry) ? sourceIssues(entry, at) : [])),
    ...twice(ids),
    ...twice(places),
  ];
}

function sourceIssues(source: Record<string, unknown>, path: (string | number)[]): FormatIssue[] {
  const kinds = SOURCE_KINDS.filter((kind) => kind in source);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    return [
      { path, expected: `one of ${SOURCE_KINDS.join(', ')}`, got: kinds.join(' and ') || 'none of them' },
    ];
  }
  return Object.entries(ONLY_FOR)
    .filter(([key, allowed]) => key in source && !allowed.includes(kind))
    .map(([key, allowed]) => ({
      path: [...path, key],
      expected: `${key} only for ${allowed.join(' or ')}`,
      got: `it for ${kind}`,
    }));
}

/** The second and later of equal texts. */
function twice(values: [unknown, (string | number)[]][]): FormatIssue[] {
  const seen = new Set<unknown>();
  return values.flatMap(([value, path]) => {
    if (typeof value !== 'string') return [];
    if (seen.has(value)) return [{ path, expected: 'one that no other has', got: JSON.stringify(value) }];
    seen.add(value);
    return [];
  });
}
