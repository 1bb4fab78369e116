import { expect, it } from 'vitest';
import { headsService, speaksOfService } from './service-words.ts';

it.each([
  'Free shipping over $50 · 30-day returns · Secure payment',
  'Sign up and get 10 % off',
  'Was this page helpful?',
  'Envíos gratis a partir de 50 €',
  'Livraison offerte dès 50 €',
  'Versandkostenfrei ab 50 €',
  'Spedizione gratuita in tutta Italia',
  'Frete grátis para todo o Brasil',
  'Gratis verzending vanaf 50 euro',
])('takes for service: %s', (line) => {
  expect(speaksOfService(line)).toBe(true);
});

it.each([
  'Machine wash cold, tumble dry low',
  '2-year warranty',
  'Repair kit included',
  'Responsibly made, 100 % organic cotton',
  'Un tejido que respira',
])('takes for a product: %s', (line) => {
  expect(speaksOfService(line)).toBe(false);
});

it('needs more than one such word in a long text', () => {
  const words = 'the foam slowly goes back to its shape when nobody sits on it any more and'.split(' ');
  const long = Array.from({ length: 5 }, () => words.join(' ')).join(' ');
  expect(speaksOfService(`${long} returns`)).toBe(false);
  expect(speaksOfService(`${long} shipping, returns, payment`)).toBe(true);
});

it('takes a heading for service when all of it is', () => {
  expect(headsService('Shipping & returns')).toBe(true);
  expect(headsService('Care & returns')).toBe(false);
  expect(headsService('&')).toBe(false);
});
