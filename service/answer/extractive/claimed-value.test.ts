import { expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { claimedValue } from './claimed-value.ts';

it.each([
  ['You give a full year for returns', 'en', 'duration'],
  ['refunds arrive in 24 hours', 'en', 'duration'],
  ['delivery is free over $30', 'en', 'money'],
  ['devolvéis el dinero en 24 horas', 'es', 'duration'],
  ['el envío a Canarias cuesta 5 €', 'es', 'money'],
])('"%s" is answered with such a value', (claim, locale, kind) => {
  expect(claimedValue(claim, locale)?.kind).toBe(kind);
});

it('needs none of its own value said again', () => {
  expect(claimedValue('returns within a full year', 'en')?.cues).toEqual(
    new Set(lexemes('a full year', 'en')),
  );
});

it.each(['the kettle has 3 colours', 'you ship to Canada'])('"%s" claims no such value', (claim) => {
  expect(claimedValue(claim, 'en')).toBeNull();
});
