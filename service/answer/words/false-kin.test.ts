import { expect, it } from 'vitest';
import { areFalseKin } from './false-kin.ts';

it.each([
  ['es', 'suelo', 'suelas'],
  ['es', 'plazo', 'plazas'],
  ['es', 'hombre', 'hombros'],
  ['es', 'mesas', 'meses'],
  ['es', 'estudiantes', 'estudio'],
  ['en', 'Customs', 'custom'],
])('tells in %s “%s” from “%s”', (locale, a, b) => {
  expect([areFalseKin(a, b, locale), areFalseKin(b, a, locale)]).toEqual([true, true]);
});

it.each([
  ['es', 'plazo', 'plazos'],
  ['es', 'cara', 'caro'],
  ['es', 'prueba', 'pruebo'],
  ['es', 'devolución', 'devolver'],
  ['es', 'roja', 'rojos'],
  ['es', 'Bolsos', 'bolsa'],
  ['en', 'returns', 'returning'],
  ['en', 'suelo', 'suela'],
])('takes in %s “%s” and “%s” for one', (locale, a, b) => {
  expect([areFalseKin(a, b, locale), areFalseKin(b, a, locale)]).toEqual([false, false]);
});
