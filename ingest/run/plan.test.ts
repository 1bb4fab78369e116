import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownDocument } from '../../sql/list-documents.ts';
import { failureOf } from './judge-run.ts';
import { makeChangeLedger } from './plan-changes.ts';
import { planRemovals } from './plan-removals.ts';
import { sourceId } from './source-id.ts';
import { withoutNul } from './without-nul.ts';

function knownDocument(url: string, contentHash = `hash of ${url}`): KnownDocument {
  return {
    documentId: `doc ${url}`,
    url,
    title: url,
    contentHash,
    etag: null,
    lastModified: null,
    passages: 1,
  };
}

const knownDocuments = (count: number) => Array.from({ length: count }, (_, n) => knownDocument(`/${n}`));

describe('planRemovals', () => {
  const nothing = { kept: new Set<string>(), gone: new Set<string>(), complete: false, acceptRemoval: false };

  it('removes nothing that was merely not seen, unless the read was complete', () => {
    const known = knownDocuments(3);
    expect(planRemovals(known, nothing).remove).toEqual([]);
    const kept = new Set(['/0', '/1']);
    expect(planRemovals(known, { ...nothing, kept, complete: true }).remove).toEqual([known[2]]);
  });

  it('removes what is gone even when the read was not complete', () => {
    const known = knownDocuments(3);
    expect(planRemovals(known, { ...nothing, gone: new Set(['/1', '/new']) }).remove).toEqual([known[1]]);
  });

  it('stops at more than a fifth and more than five, and goes on when that is accepted', () => {
    const gone = (count: number) => new Set(knownDocuments(count).map(({ url }) => url));
    expect(planRemovals(knownDocuments(30), { ...nothing, gone: gone(6) }).stopped).toBeNull();
    expect(planRemovals(knownDocuments(6), { ...nothing, gone: gone(5) }).stopped).toBeNull();
    expect(planRemovals(knownDocuments(29), { ...nothing, gone: gone(6) })).toEqual({
      remove: [],
      stopped: { missing: knownDocuments(6), of: 29 },
    });
    const accepted = planRemovals(knownDocuments(29), { ...nothing, gone: gone(6), acceptRemoval: true });
    expect(accepted.remove).toHaveLength(6);
  });

  it('never removes what was found, whatever else happens', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.array(fc.nat(40)),
        fc.boolean(),
        fc.boolean(),
        (count, seen, complete, acceptRemoval) => {
          const kept = new Set(seen.map((n) => `/${n}`));
          const { remove } = planRemovals(knownDocuments(count), {
            kept,
            gone: new Set(),
            complete,
            acceptRemoval,
          });
          expect(remove.filter(({ url }) => kept.has(url))).toEqual([]);
        },
      ),
    );
  });
});

describe('makeChangeLedger', () => {
  it('tells new, changed and unchanged documents apart', () => {
    const known = [knownDocument('/a'), knownDocument('/b')];
    const ledger = makeChangeLedger(known);
    expect(ledger.judge('/a', 'hash of /a')).toEqual({ type: 'keep', known: known[0] });
    expect(ledger.judge('/b', 'other')).toEqual({ type: 'change', known: known[1] });
    expect(ledger.judge('/c', 'new')).toEqual({ type: 'add' });
    expect([...ledger.kept]).toEqual(['/a', '/b']);
  });

  it('keeps the first of two documents with one URL or one content', () => {
    const ledger = makeChangeLedger([]);
    expect(ledger.judge('/a', 'x').type).toBe('add');
    expect(ledger.judge('/a', 'y')).toEqual({ type: 'duplicate', of: '/a' });
    expect(ledger.judge('/b', 'x')).toEqual({ type: 'duplicate', of: '/a' });
  });

  it('prefers the copy that is in the index, in whatever order they come', () => {
    const ledger = makeChangeLedger([knownDocument('/a', 'x')]);
    expect(ledger.judge('/b', 'x')).toEqual({ type: 'held', of: '/a' });
    expect(ledger.judge('/a', 'x').type).toBe('keep');
    expect(ledger.judge('/c', 'x')).toEqual({ type: 'duplicate', of: '/a' });
  });

  it('takes a document at once whose earlier place is known to be gone', () => {
    const ledger = makeChangeLedger([knownDocument('/a', 'x')]);
    ledger.gone('/a');
    expect(ledger.judge('/b', 'x').type).toBe('add');
  });

  it('keeps what could not be read', () => {
    const ledger = makeChangeLedger([knownDocument('/a')]);
    ledger.failed('/a');
    ledger.failed('/new');
    expect([...ledger.kept]).toEqual(['/a']);
    expect(ledger.unchanged('/new')).toBeNull();
  });
});

describe('failureOf', () => {
  const fine = { documents: 5, unfetched: 0, firstProblem: null, incomplete: null };

  it('accepts a run with some failures, and not one that found nothing or failed for the most part', () => {
    expect(failureOf(fine)).toBeNull();
    expect(failureOf({ ...fine, unfetched: 5, firstProblem: 'x' })).toBeNull();
    expect(failureOf({ ...fine, unfetched: 6, firstProblem: 'x' })).toMatch(/6 could not be fetched/);
    expect(failureOf({ ...fine, documents: 0, firstProblem: 'no such host' })).toMatch(/none: no such host/);
    expect(failureOf({ ...fine, documents: 0 })).toMatch(/the source is empty/);
  });
});

describe('sourceId', () => {
  it('does not depend on scheme, www or a trailing slash', () => {
    expect(sourceId('site', 'http://www.shop.example/')).toBe(sourceId('site', 'https://shop.example'));
    expect(sourceId('site', 'https://shop.example/es/')).toBe('site:shop.example/es');
  });

  it('tells two folders of one name apart', () => {
    expect(sourceId('files', '/a/policies')).toMatch(/^files:policies-/);
    expect(sourceId('files', '/a/policies')).not.toBe(sourceId('files', '/b/policies'));
  });
});

describe('withoutNul', () => {
  it('replaces what no database stores, and keeps every offset', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        ),
        (texts) => {
          const cleaned = withoutNul({ texts }).texts;
          expect(cleaned.map((text) => text.length)).toEqual(texts.map((text) => text.length));
          expect(cleaned.every((text) => text.isWellFormed() && !text.includes('\0'))).toBe(true);
        },
      ),
    );
    const clean = { a: ['b', null, 1] };
    expect(withoutNul(clean)).toBe(clean);
  });
});
