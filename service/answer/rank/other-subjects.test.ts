import { expect, it } from 'vitest';
import { otherSubjects } from './other-subjects.ts';

const speaksOf = (word: string) => (label: string) => [label.toLowerCase().includes(word) ? 1 : 0];

it('tells lines about other things where one is about the thing asked for', () => {
  const lines = ['Bicycles: 14 days.', 'Clothing: 60 days, with tags.', 'Refunds take a week.'];
  expect(otherSubjects(lines, speaksOf('bicycle'))).toEqual([false, true, false]);
  expect(otherSubjects(lines, speaksOf('helmet'))).toEqual([false, false, false]);
});

it('tells rows by their first cell', () => {
  const rows = ['Where: Highlands; Bikes: £49', 'Where: Channel Islands; Bikes: £60'];
  expect(otherSubjects(rows, speaksOf('highlands'))).toEqual([false, true]);
  expect(otherSubjects(rows, speaksOf('bikes'))).toEqual([false, false]);
});

it('keeps a line that speaks of what no label does', () => {
  const lines = ['Pay later: Klarna', 'Not accepted: checks', 'Wallets: any'];
  const matchesOf = (text: string): number[] => [/pay/i, /checks/].map((word) => (word.test(text) ? 1 : 0));
  expect(otherSubjects(lines, matchesOf)).toEqual([false, false, true]);
});

it('says nothing of a line alone', () => {
  expect(otherSubjects(['Clothing: 60 days.'], speaksOf('bicycle'))).toEqual([false]);
  expect(otherSubjects([], speaksOf('bicycle'))).toEqual([]);
});
