import { expect, it } from 'vitest';
import { isClosedClass, isPlaceName } from './closed-class.ts';

it.each([
  'Spain',
  'españa',
  'ESPAÑA',
  'Alemania',
  'germany',
  'Japón',
  'january',
  'Enero',
  'Friday',
  'miércoles',
])('has the name of a country, month or day: %s', (word) => expect(isClosedClass(word)).toBe(true));

it.each(['red', 'Rojo', 'grams', 'gramos', 'mañana', 'tomorrow', 'percent', 'Sundays', 'domingos'])(
  'has a color, unit or day that is meant: %s',
  (word) => expect(isClosedClass(word)).toBe(true),
);

it.each(['', 'jacket', 'delivery', 'united', 'states', 'unidos', 'devolución', 'island', 'new', 'US'])(
  'has no everyday word: %s',
  (word) => expect(isClosedClass(word)).toBe(false),
);

it.each(['Chicago', 'atlanta', 'Sevilla', 'España', 'Hawaii'])('knows the place %s', (word) =>
  expect(isPlaceName(word)).toBe(true),
);

it.each(['cork', 'Lima', 'international', 'worldwide', 'jacket', ''])(
  'takes "%s" for no place alone',
  (word) => expect(isPlaceName(word)).toBe(false),
);
