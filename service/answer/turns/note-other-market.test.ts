import { expect, it } from 'vitest';
import { noteOtherMarket } from './note-other-market.ts';

it('says for which country an answer is told, where that is not the shopper’s', () => {
  expect(noteOtherMarket('en', 'US', ['MX'])).toBe('The store says this for Mexico:');
  expect(noteOtherMarket('es', 'AR', ['MX', 'MX'])).toBe('La tienda dice esto para México:');
});

it('says nothing where one of the quotes is for the shopper’s or for all, or nobody knows where the shopper is', () => {
  expect(noteOtherMarket('en', 'US', ['MX', 'US'])).toBeNull();
  expect(noteOtherMarket('en', 'US', ['MX', null])).toBeNull();
  expect(noteOtherMarket('en', 'US', [])).toBeNull();
  expect(noteOtherMarket('en', null, ['MX'])).toBeNull();
});
