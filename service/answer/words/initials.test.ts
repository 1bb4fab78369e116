import { expect, it } from 'vitest';
import { initialsOf, mayBeInitials } from './initials.ts';

it.each([
  ['A PlayStation 3 was US $499.', 'ps3'],
  ['Handles by Harrow & Finch are ash.', 'hf'],
  ['the National Football League', 'nfl'],
  ['Sociedad Española de Radiodifusión', 'ser'],
])('reads the initials of the name in "%s"', (text, initials) => {
  expect([...initialsOf(text)]).toContain(initials);
});

it('reads none where a word stands alone, in capitals or not', () => {
  expect([...initialsOf('Returns are free. USA only. Open at 9.')]).toEqual([]);
});

it('takes for initials what is short and no word, and no size', () => {
  expect(['ps3', 'hf'].every((word) => mayBeInitials(word, 'en'))).toBe(true);
  expect(
    ['us', 'it', 'shoe', 'm8', 'a4', '500', 'playstation'].some((word) => mayBeInitials(word, 'en')),
  ).toBe(false);
  expect(mayBeInitials('que', 'es')).toBe(false);
});
