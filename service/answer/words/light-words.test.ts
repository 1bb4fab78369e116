import { expect, it } from 'vitest';
import { wordLightness } from './light-words.ts';

const LIGHT = 0.4;

it.each(['guardais', 'poneis', 'tengais', 'cierra', 'salga', 'pongo', 'hecho', 'pequeñas', 'días'])(
  'takes the Spanish "%s" for an everyday word, with accents or without',
  (word) => expect(wordLightness(word, 'es')).toBe(LIGHT),
);

// Their stems are those of "madre", "saber" and "contar".
it.each(['Madrid', 'sábado', 'cuenta', 'bici', 'comida'])('lets the Spanish "%s" count in full', (word) =>
  expect(wordLightness(word, 'es-MX')).toBe(1),
);

it('knows English words by their stems', () => {
  expect(wordLightness('carrying', 'en')).toBe(LIGHT);
  expect(wordLightness('jacket', 'en')).toBe(1);
});

it.each(['cheapest', 'biggest', 'easiest', 'bigger', 'mid'])(
  'takes "%s" for a form of an everyday word',
  (word) => expect(wordLightness(word, 'en')).toBe(LIGHT),
);

it.each(['forest', 'guest', 'chest', 'lighter', 'cleaner', 'harvest'])('lets "%s" count in full', (word) =>
  expect(wordLightness(word, 'en')).toBe(1),
);
