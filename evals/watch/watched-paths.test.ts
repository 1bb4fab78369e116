import { describe, expect, it } from 'vitest';
import { changesOf, foldersOf, isCode } from './watched-paths.ts';

const suites = [
  { suite: 'a', files: ['/s/a.yaml', '/s/shared/more.jsonl'], sources: ['/s/pages', '/feeds/catalog.csv'] },
  { suite: 'b', files: ['/s/b.yaml', '/s/shared/more.jsonl'], sources: [] },
];

describe('changesOf', () => {
  it.each([
    ['/s/a.yaml', [['suite', 'a']]],
    [
      '/s/shared/more.jsonl',
      [
        ['suite', 'a'],
        ['suite', 'b'],
      ],
    ],
    ['/s/pages/deep/returns.md', [['source', 'a']]],
    ['/feeds/catalog.csv', [['source', 'a']]],
    ['/feeds/other.csv', []],
    ['/s/pages-old/returns.md', []],
    ['/s/pages/.returns.md.swp', []],
    ['/s/pages/returns.md~', []],
  ])('%s concerns %j', (path, expected) => {
    expect(changesOf(path, suites).map(({ kind, suite }) => [kind, suite])).toEqual(expected);
  });
});

it('watches folders of sources with all below, and files through their folder', () => {
  expect(foldersOf(suites, (path) => path === '/s/pages')).toEqual([
    { folder: '/s', recursive: false },
    { folder: '/s/shared', recursive: false },
    { folder: '/s/pages', recursive: true },
    { folder: '/feeds', recursive: false },
  ]);
});

it.each([
  ['/p/service/answer/speak.ts', true],
  ['/p/sql/migrations/0002_x.sql', true],
  ['/p/ingest/embedding/vectors.bin', true],
  ['/p/service/answer/speak.test.ts', false],
  ['/p/evals/suites/shop/suite.yaml', false],
  ['/p/evals/suites/shop/policies/returns.html', false],
  ['/p/ingest/ATTRIBUTION.md', false],
  ['/p/service/.speak.ts.swp', false],
])('%s is code: %s', (path, code) => expect(isCode(path)).toBe(code));
