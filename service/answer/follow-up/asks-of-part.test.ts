import { expect, it } from 'vitest';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { asksOfPart } from './asks-of-part.ts';

const vocabulary = buildVocabulary(
  [{ field: 'name', attribute: '', value: 'Elevador Sube', products: 1, documentIds: ['doc'] }],
  'es',
);

it.each([
  '¿A cuántos grados se lava la funda?',
  '¿Se lava la funda?',
  '¿de qué material es el forro?',
  '¿Trae pilas?',
])('takes "%s" for a question of what was spoken of', (question) =>
  expect(asksOfPart(question, 'es', vocabulary)).toBe(true),
);

it.each(['¿Cuánto cuesta el envío?', '¿Tenéis otra funda?', 'Hola'])('leaves "%s"', (question) =>
  expect(asksOfPart(question, 'es', vocabulary)).toBe(false),
);
