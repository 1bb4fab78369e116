import { expect, it } from 'vitest';
import type { KnownDocument } from '../../sql/list-documents.ts';
import type { LastRun } from '../../sql/runs.ts';
import type { KnownVisit } from '../../sql/visits.ts';
import { recall } from './recall.ts';

const now = new Date('2026-11-22T12:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

const document = (url: string): KnownDocument => ({
  documentId: `doc_${url}`,
  url,
  title: url,
  contentHash: url,
  etag: `"${url}"`,
  lastModified: null,
  passages: 2,
});
const visit = (url: string, changes: Partial<KnownVisit> = {}): KnownVisit => ({
  url,
  outcome: 'indexed',
  stage: null,
  reason: null,
  target: null,
  foundBy: null,
  foundOn: null,
  status: 200,
  etag: `"${url}"`,
  lastModified: null,
  runId: 'killed',
  seenAt: minutesAgo(5),
  ...changes,
});
const killed: LastRun = {
  runId: 'killed',
  status: 'failed',
  startedAt: minutesAgo(10),
  finishedAt: null,
  report: null,
};
const base = { lastRun: null, refresh: false, now };

it('knows documents and other pages with their validators, and what may have come back without', () => {
  const { known } = recall({
    ...base,
    documents: [document('a')],
    visits: [
      visit('a', { foundBy: 'sitemap', foundOn: 's.xml' }),
      visit('listing', { outcome: 'skipped', stage: 'noindex' }),
      visit('copy', { outcome: 'skipped', stage: 'canonical', target: 'a' }),
      visit('double', { outcome: 'skipped', stage: 'duplicate', target: 'a' }),
      visit('broken', { outcome: 'failed', stage: 'fetch' }),
      visit('gone', { outcome: 'gone' }),
      visit('waits', { outcome: 'waiting', status: null, etag: null }),
      visit('calendar', { outcome: 'skipped', stage: 'trap', status: null }),
    ],
  });
  const fetchedAt = minutesAgo(5).toISOString();
  const without = { etag: null, lastModified: null, isDocument: false, fetchedAt };
  expect(Object.fromEntries(known)).toEqual({
    a: { etag: '"a"', lastModified: null, fetchedAt, via: { by: 'sitemap', from: 's.xml' } },
    listing: { etag: '"listing"', lastModified: null, isDocument: false, fetchedAt },
    copy: { etag: '"copy"', lastModified: null, isDocument: false, fetchedAt, copyOf: 'a' },
    double: without,
    broken: without,
    gone: without,
    waits: without,
  });
});

it('goes on where the last run was killed, for an hour', () => {
  const documents = ['a', 'b', 'c', 'd'].map(document);
  const visits = [
    visit('a'),
    visit('b', { seenAt: minutesAgo(90) }),
    visit('c', { runId: 'before' }),
    visit('d'),
    visit('never-published'),
    visit('listing', { outcome: 'skipped', stage: 'noindex' }),
    visit('forbidden', { outcome: 'skipped', stage: 'robots', status: null }),
    visit('broken', { outcome: 'failed', stage: 'fetch' }),
  ];
  const killedOne = { ...base, documents, visits, lastRun: killed };
  const { readBefore, interrupted } = recall(killedOne);
  expect([...readBefore.keys()]).toEqual(['a', 'd', 'listing']);
  expect(interrupted).toEqual({ runId: 'killed', since: minutesAgo(60) });

  expect(recall({ ...killedOne, refresh: true })).toMatchObject({ readBefore: new Map(), interrupted: null });
  const report = { complete: true };
  const judged = recall({ ...base, documents, visits, lastRun: { ...killed, report } });
  expect(judged.interrupted, 'a run that saw all and failed for what it saw').toBeNull();
  expect(judged.readBefore.size).toBe(0);
  for (const status of ['done', 'stopped', 'running'] as const) {
    const { interrupted: none } = recall({ ...killedOne, lastRun: { ...killed, status } });
    expect(none).toBeNull();
  }
});

it('asks for everything anew when that is wanted', () => {
  const documents = [document('a'), document('b')];
  const visits = [visit('listing', { outcome: 'skipped', stage: 'noindex' })];
  const anew = recall({ ...base, documents, visits, refresh: true });
  expect([...anew.known.values()].every(({ etag }) => etag === null)).toBe(true);
});
