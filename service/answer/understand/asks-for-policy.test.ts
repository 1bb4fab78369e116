import { expect, it } from 'vitest';
import { asksForPolicy } from './asks-for-policy.ts';

it.each([
  'What is your return policy?',
  'refund policies',
  'How do returns work?',
  'tell me about your shipping',
  '¿Cuál es vuestra política de devoluciones?',
  '¿Cómo funcionan las devoluciones?',
  'condiciones de la garantía',
])('takes "%s" for a question about a policy as a whole', (question) =>
  expect(asksForPolicy(question)).toBe(true),
);

it.each([
  'How long do refunds take?',
  'Can I return a lamp?',
  'How does the lamp work?',
  'tell me about the Halo lamp',
  '¿Cuánto tarda el reembolso?',
  '',
])('takes "%s" for none', (question) => expect(asksForPolicy(question)).toBe(false));
