import { expect, it } from 'vitest';
import { makeFailureStreak } from './failure-streak.ts';
import { entryFor, makeFrontier } from './frontier.ts';
import { makeRedirectTrail } from './redirect-trail.ts';

it('gives each URL once, in the order found, up to its limit', () => {
  const frontier = makeFrontier(3000);
  for (let i = 0; i < 4000; i++) frontier.add(entryFor(`u${i % 3500}`, { by: 'start', from: null }));
  const given: string[] = [];
  for (let entry = frontier.next(); entry !== undefined; entry = frontier.next()) given.push(entry.url);
  expect(given).toEqual(Array.from({ length: 3000 }, (_, i) => `u${i}`));
  expect([frontier.size, frontier.overflowed]).toEqual([0, true]);
});

it('sees the redirect that closes a loop, and none before', () => {
  const closesLoop = makeRedirectTrail();
  expect(closesLoop('a', 'b')).toBeNull();
  expect(closesLoop('b', 'c')).toBeNull();
  expect(closesLoop('c', 'a')).toEqual(['c', 'a', 'b', 'c']);
});

it('takes failures for the whole site only when they follow each other', () => {
  const streak = makeFailureStreak<string>(2);
  expect(streak.fail({ kind: 'answers 403', problem: 'p1' })).toBeNull();
  expect(streak.succeed()).toEqual(['p1']);
  streak.fail({ kind: 'answers 403', problem: 'p2' });
  expect(streak.fail({ kind: 'answers 403', problem: 'p3' })).toBe('answers 403');
});
