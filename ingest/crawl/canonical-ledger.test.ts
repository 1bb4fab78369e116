import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeCanonicalLedger, type Settlement } from './canonical-ledger.ts';
import { entryFor } from './frontier.ts';

const short = (settlements: Settlement[]) =>
  settlements.map(({ entry, retry }) => `${entry.url}${retry ? ' again' : ' copy'}`);

it('makes a page a copy once its canonical page is a document, before or after', () => {
  const ledger = makeCanonicalLedger();
  expect(ledger.copyOf(entryFor('a', { by: 'start', from: null }), 'x')).toEqual([]);
  expect(short(ledger.settle('x', true))).toEqual(['a copy']);
  expect(short(ledger.copyOf(entryFor('b', { by: 'start', from: null }), 'x'))).toEqual(['b copy']);
});

it('lets one of the copies stand in for a canonical page that is nothing', () => {
  const ledger = makeCanonicalLedger();
  ledger.copyOf(entryFor('a', { by: 'start', from: null }), 'x');
  ledger.copyOf(entryFor('b', { by: 'start', from: null }), 'x');
  expect(short(ledger.settle('x', false))).toEqual(['a again']);
  expect(short(ledger.settle('a', true))).toEqual(['b copy']);
});

it('follows a canonical page that redirects', () => {
  const ledger = makeCanonicalLedger();
  ledger.copyOf(entryFor('a', { by: 'start', from: null }), 'x');
  expect(ledger.moved('x', 'y')).toEqual([]);
  expect(ledger.copyOf(entryFor('b', { by: 'start', from: null }), 'x')).toEqual([]);
  expect(short(ledger.settle('y', true)).sort()).toEqual(['a copy', 'b copy']);
});

it('keeps one of two pages that name each other', () => {
  const ledger = makeCanonicalLedger();
  expect(ledger.copyOf(entryFor('a', { by: 'start', from: null }), 'b')).toEqual([]);
  expect(short(ledger.copyOf(entryFor('b', { by: 'start', from: null }), 'a'))).toEqual(['a again']);
  expect(short(ledger.settle('a', true))).toEqual(['b copy']);
});

it('keeps at least one page of any tangle of canonical links, and forgets none', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const tangle = fc.array(fc.constantFrom(...names), { minLength: names.length, maxLength: names.length });
  fc.assert(
    fc.property(tangle, (targets) => {
      const ledger = makeCanonicalLedger();
      const outcomes = new Map<string, string>();
      const queue = names.map((url) => entryFor(url, { by: 'start', from: null }));
      for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
        const target = targets[names.indexOf(entry.url)] ?? entry.url;
        const standsAlone = target === entry.url || entry.ignoreCanonical;
        if (standsAlone) outcomes.set(entry.url, 'document');
        const settled = standsAlone ? ledger.settle(entry.url, true) : ledger.copyOf(entry, target);
        for (const { entry: other, retry } of settled) {
          if (retry) queue.push({ ...other, ignoreCanonical: true });
          else outcomes.set(other.url, 'copy');
        }
      }
      for (const { entry } of ledger.rest()) outcomes.set(entry.url, 'copy');
      expect([...outcomes.keys()].sort()).toEqual(names);
      expect([...outcomes.values()]).toContain('document');
    }),
  );
});
