import { expect, it } from 'vitest';
import { withoutExcepted } from './excepted-place.ts';

const FREE = 'Bikes are free from £1,200, except in the Highlands and Islands.';

it('leaves nothing of a statement for the place that it takes out', () => {
  expect(withoutExcepted(FREE, 'how much to the highlands?')).toBe('');
  expect(withoutExcepted('El envío es gratis, salvo a Canarias.', 'cuanto cuesta a tenerife')).toBe('');
});

it.each([
  [FREE, 'how much to England?'],
  [FREE, 'how much is it?'],
  ['The Highlands and Islands: £49.', 'how much to the highlands?'],
])('leaves “%s” as it is for “%s”', (text, question) => expect(withoutExcepted(text, question)).toBe(text));
