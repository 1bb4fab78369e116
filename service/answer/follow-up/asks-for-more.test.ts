import { expect, test } from 'vitest';
import { asksForMore } from './asks-for-more.ts';

test.each([
  'show me more',
  'more',
  'any others?',
  'do you have any more?',
  'ok show me the rest please',
  '¿hay más?',
  'muéstrame más opciones',
  'otros modelos',
])('asks for what comes after: %s', (message) => expect(asksForMore(message)).toBe(true));

test.each([
  'more expensive ones',
  'tell me more about the Larch',
  'show me more tents under $50',
  'the other one',
  'más baratos',
  'what else can I return',
])('asks for something else: %s', (message) => expect(asksForMore(message)).toBe(false));
