import { expect, it } from 'vitest';
import { groupProblems } from './group-problems.ts';

const copy = (url: string, of: string) => ({ url, stage: 'canonical', reason: `is a copy of ${of}` });

it('puts reasons together that differ by an address, a line or a quotation, and tells what differs', () => {
  const groups = groupProblems([
    copy('https://s.example/a?x', 'https://s.example/a'),
    { url: 'https://s.example/cart', stage: 'robots', reason: 'robots.txt forbids it, line 2' },
    copy('https://s.example/b?x', 'https://s.example/b'),
    { url: 'https://s.example/search', stage: 'robots', reason: 'robots.txt forbids it, line 5' },
    {
      url: 'https://s.example/1',
      stage: 'soft-404',
      reason: 'answers 200 and says "Gone, sorry" with little else',
    },
    { url: 'https://s.example/2', stage: 'soft-404', reason: 'answers 200 and says "Oops" with little else' },
  ]);
  expect(groups.map(({ stage, reason }) => `${stage}: ${reason}`)).toEqual([
    'canonical: is a copy of …',
    'robots: robots.txt forbids it, …',
    'soft-404: answers 200 and says … with little else',
  ]);
  expect(groups.map(({ pages }) => pages.map(({ detail }) => detail))).toEqual([
    ['https://s.example/a', 'https://s.example/b'],
    ['line 2', 'line 5'],
    ['"Gone, sorry"', '"Oops"'],
  ]);
});

it('writes a reason out that all pages share, and drops the address that is listed below it', () => {
  const failed = (url: string) => ({
    url,
    stage: 'fetch',
    reason: `GET ${url}: expected a page, found status 500.`,
  });
  const [group, other, ...rest] = groupProblems([
    failed('https://s.example/a'),
    failed('https://s.example/b'),
    copy('https://s.example/a?x', 'https://s.example/a'),
  ]);
  expect(group).toMatchObject({
    reason: 'expected a page, found status 500.',
    pages: [{ detail: null }, { detail: null }],
  });
  expect(other?.reason).toBe('is a copy of https://s.example/a');
  expect(rest).toEqual([]);
});

it('keeps the same words of two stages apart', () => {
  const said = (stage: string) => ({ url: 'https://s.example/a', stage, reason: 'there is none' });
  expect(
    groupProblems([said('gone'), said('extract'), said('gone')]).map(({ pages }) => pages.length),
  ).toEqual([2, 1]);
});
