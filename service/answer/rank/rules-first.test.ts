import { expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeUnit } from '../fake-unit.fixture.ts';
import { questionTerms, withIdf } from '../understand/question-terms.ts';
import type { RankedUnit } from './rank-units.ts';
import { rulesFirst } from './rules-first.ts';

const piece = (kind: Evidence['kind'], text: string): Evidence =>
  ({ kind, text, start: 0, end: text.length, index: 0, documentId: text }) as Evidence;
const badge = fakeUnit(piece('product', '60-day returns'), { score: 10 });
const rule = fakeUnit(piece('policy', 'Send it back within 60 days.'), { score: 9 });

function firstOf(question: string, units: RankedUnit[], locale = 'en'): string | undefined {
  const terms = withIdf(questionTerms(question, locale), 100, new Map());
  return rulesFirst(units, terms, { nouns: new Map([['jacket', 3]]) })[0]?.text;
}

it.each(['How long do I have for returns?', 'You give a full year for returns, right?'])(
  'puts the rule before a line of a product page: %s',
  (question) => expect(firstOf(question, [badge, rule])).toBe(rule.text),
);

it('takes the rule in Spanish as well', () => {
  expect(firstOf('¿Cuánto tiempo tengo para devolver algo?', [badge, rule], 'es')).toBe(rule.text);
});

it.each(['Can I return a jacket?', 'Is the tent waterproof?'])(
  'leaves the order where something that is sold is named, or no rule is asked for: %s',
  (question) => expect(firstOf(question, [badge, rule])).toBe(badge.text),
);

it('keeps what alone speaks of it, and all units', () => {
  const terms = withIdf(questionTerms('Can you do engraving?', 'en'), 100, new Map());
  const ranked = rulesFirst([badge], terms, { nouns: new Map() });
  expect(ranked.map(({ text }) => text)).toEqual([badge.text]);
});

it('puts the rule first where something has befallen a thing, though the store sells such', () => {
  const terms = withIdf(questionTerms('My jacket arrived broken', 'en'), 100, new Map());
  const sold = { nouns: new Map([['jacket', 3]]) };
  expect(rulesFirst([badge, rule], terms, sold, true)[0]?.text).toBe(rule.text);
  expect(rulesFirst([badge, rule], terms, sold)[0]?.text).toBe(badge.text);
});
