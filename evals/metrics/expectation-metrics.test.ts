import { describe, expect, it } from 'vitest';
import { citationValidity } from './citation-validity.ts';
import { clarifyMatch } from './clarify-match.ts';
import { handoffMatch } from './handoff-match.ts';
import { matchesPattern } from './matches-pattern.ts';
import { productOrder } from './product-order.ts';
import { statesFact } from './states-fact.ts';

describe('productOrder', () => {
  it.each([
    [['a', 'b', 'c'], 1],
    [['a', 'x', 'b', 'c'], 1],
    [['c', 'b', 'a'], 0],
    [['b', 'a', 'c'], 2 / 3],
    [['a', 'b'], 1 / 3],
    [[], 0],
  ])('of %j against a, b, c is %d', (shown, expected) => {
    expect(productOrder(shown, ['a', 'b', 'c']).value).toBeCloseTo(expected, 12);
  });
  it('does not apply to fewer than two', () => {
    expect(productOrder(['a'], ['a']).value).toBeNull();
    expect(productOrder(['a'], ['a', 'a']).value).toBeNull();
  });
});

describe('clarifyMatch', () => {
  const clarify = { attribute: 'Size', question: 'Which size?', options: ['S', 'M', 'L'] };
  const asked = { status: 'clarify' as const, clarify };
  const answered = { status: 'answered' as const, clarify: null };
  it.each([
    [true, asked, 1],
    [true, answered, 0],
    [false, asked, 0],
    [false, answered, 1],
    [{ attribute: 'size' }, asked, 1],
    [{ attribute: 'color' }, asked, 0],
    [{ options: ['m', 's'] }, asked, 1],
    [{ options: ['XL'] }, asked, 0],
    [{ attribute: 'size' }, answered, 0],
  ])('of %j is right for %j: %d', (expected, response, value) => {
    expect(clarifyMatch(expected, response)).toEqual({ value });
  });
  it('does not apply where the case does not say', () => {
    expect(clarifyMatch(undefined, asked).value).toBeNull();
  });
});

describe('handoffMatch', () => {
  const offered = { handoff: { reason: 'not-found', message: 'Ask people?' } };
  const none = { handoff: null };
  it.each([
    [true, offered, 1],
    [true, none, 0],
    [false, offered, 0],
    [false, none, 1],
    [{ reason: 'not-found' }, offered, 1],
    [{ reason: 'complaint' }, offered, 0],
    [{}, none, 0],
  ])('of %j is right for %j: %d', (expected, response, value) => {
    expect(handoffMatch(expected, response)).toEqual({ value });
  });
  it('does not apply where the case does not say', () => {
    expect(handoffMatch(undefined, offered).value).toBeNull();
  });
});

describe('citationValidity', () => {
  it('is the share of citations whose document is there', () => {
    expect(citationValidity(['text', null])).toEqual({ value: 0.5 });
    expect(citationValidity([''])).toEqual({ value: 1 });
    expect(citationValidity([]).value).toBeNull();
  });
});

describe('statesFact', () => {
  it('knows any of several wordings, and patterns on the text in plain form', () => {
    expect(statesFact('It takes five days.', { any: ['5 days', 'five days'] })).toBe(true);
    expect(statesFact('It takes six days.', { any: ['5 days', 'five days'] })).toBe(false);
    expect(statesFact('It takes 5 – 7 DAYS.', { regex: '\\b5-7 days\\b' })).toBe(true);
    expect(statesFact('It takes 15-7 days.', { regex: '\\b5-7 days\\b' })).toBe(false);
  });
  it('stops a pattern that would go on for ages', () => {
    const endless = `${'a'.repeat(40)}!`;
    expect(() => matchesPattern(endless, '^(a+)+$')).toThrow(RangeError);
    expect(matchesPattern(endless, '^a+!$')).toBe(true);
  });
  it('says of what is no pattern that it is none', () => {
    expect(() => matchesPattern('a', '(')).toThrow(SyntaxError);
  });
});
