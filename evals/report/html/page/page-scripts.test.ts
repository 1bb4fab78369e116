import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../case-row.ts';
import { readPageAssets } from '../page-shell.ts';

// The page's scripts are plain JavaScript; a computed address keeps the compiler from asking for their types.
const load = (name: string) => import(new URL(name, import.meta.url).href);
type View = Record<string, string | number | boolean>;
const {
  plainView,
  readView,
  writeView,
}: Record<string, View> & {
  readView: (hash: string) => View;
  writeView: (view: View) => string;
} = await load('./view-state.js');
const {
  selectRows,
  searchText,
}: {
  selectRows: (entries: { row: CaseRow; text: string }[], view: View) => CaseRow[];
  searchText: (row: CaseRow) => string;
} = await load('./select-rows.js');
const {
  answerPieces,
}: {
  answerPieces: (
    answer: string,
    unsupported: { text: string; reason: string }[],
  ) => { text?: string; mark?: number; unsupported?: string | null }[];
} = await load('./answer-pieces.js');

const row = (n: number, changes: Partial<CaseRow> = {}): CaseRow => ({
  ...{ n, suite: 0, id: `case-${n}`, question: '', earlier: 0, answer: '', tags: [], status: 'answered' },
  ...{
    verdict: 'passed',
    flaky: false,
    change: null,
    confidence: null,
    milliseconds: n,
    failed: [],
    detail: true,
  },
  ...changes,
});
const select = (rows: CaseRow[], view: View) =>
  selectRows(
    rows.map((entry) => ({ row: entry, text: searchText(entry) })),
    { ...plainView, ...view },
  ).map(({ n }) => n);

describe('the view in the address', () => {
  it('reads back as it was written', () => {
    const views = fc.record({
      ...{
        q: fc.string({ unit: 'grapheme' }),
        show: fc.constantFrom('all', 'failed'),
        tag: fc.string(),
        suite: fc.string(),
      },
      ...{
        status: fc.string(),
        sort: fc.string(),
        desc: fc.boolean(),
        page: fc.integer({ min: 1, max: 999 }),
        open: fc.string(),
      },
    });
    fc.assert(
      fc.property(views, (view) => {
        expect(readView(`#${writeView(view)}`)).toEqual(view);
      }),
    );
    expect(writeView({ ...plainView })).toBe('');
  });

  it('passes over what is unknown in it', () => {
    expect(readView('#cases')).toEqual(plainView);
    expect(readView('#page=-3&x=y&desc=yes&__proto__=1')).toEqual(plainView);
  });
});

describe('the rows of a view', () => {
  const rows = [
    row(0, { question: '¿Cuánto tarda la devolución?', tags: ['es'], verdict: 'failed', milliseconds: null }),
    row(1, { answer: 'Within 30 days', tags: ['es', 'returns'], change: 'broken' }),
    row(2, { id: 'Gift-Card', flaky: true, status: null, verdict: 'error' }),
  ];

  it('have every word of the search somewhere, whatever the case and the accents', () => {
    expect(select(rows, { q: 'DEVOLUCION cuanto' })).toEqual([0]);
    expect(select(rows, { q: 'days 30' })).toEqual([1]);
    expect(select(rows, { q: 'gift' })).toEqual([2]);
    expect(select(rows, { q: 'gift days' })).toEqual([]);
  });

  it('are those of a tag, a status, or what became of them', () => {
    expect(select(rows, { tag: 'es' })).toEqual([0, 1]);
    expect(select(rows, { status: 'none' })).toEqual([2]);
    expect(select(rows, { show: 'failed' })).toEqual([0, 2]);
    expect(select(rows, { show: 'broken' })).toEqual([1]);
    expect(select(rows, { show: 'flaky', tag: 'es' })).toEqual([]);
    expect(select(rows, { show: 'constructor' })).toEqual([0, 1, 2]);
  });

  it('are sorted either way, with what is missing last, and stay in order where they are alike', () => {
    expect(select(rows, { sort: 'time' })).toEqual([1, 2, 0]);
    expect(select(rows, { sort: 'time', desc: true })).toEqual([2, 1, 0]);
    expect(select(rows, { sort: 'verdict' })).toEqual([2, 0, 1]);
    expect(select([row(5), row(4), row(3)], { sort: 'status' })).toEqual([3, 4, 5]);
    expect(select(rows, { sort: 'toString' })).toEqual([0, 1, 2]);
  });
});

describe('an answer in pieces', () => {
  it('has its marks and its unsupported sentences apart', () => {
    const pieces = answerPieces('One [1]. Two [2].', [{ text: 'Two', reason: 'made up' }]);
    expect(pieces).toEqual([
      { text: 'One ', unsupported: null },
      { mark: 1 },
      { text: '. ', unsupported: null },
      { text: 'Two', unsupported: 'made up' },
      { text: ' ', unsupported: null },
      { mark: 2 },
      { text: '.', unsupported: null },
    ]);
  });

  it('loses no character, wherever sentences and marks fall', () => {
    const words = fc.array(fc.constantFrom('a', 'b ', '[1]', '[23]', '[', 'a b', '. '), { maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(fc.constantFrom('a', 'b', 'a b', 'b [1]', '')), (texts, sentences) => {
        const answer = texts.join('');
        const pieces = answerPieces(
          answer,
          sentences.map((text) => ({ text, reason: 'r' })),
        );
        expect(pieces.map(({ text, mark }) => text ?? `[${mark}]`).join('')).toBe(answer);
      }),
    );
  });
});

it('the modules are one script, in which no top-level name is there twice', async () => {
  const { script } = await readPageAssets();
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/^(import|export) /mu);
  const names = [...script.matchAll(/^(?:async )?(?:function|const|let) (\w+)/gmu)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
