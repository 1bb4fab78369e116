import { expect, it } from 'vitest';
import { holdsPersonalData } from './personal-data.ts';

it.each([
  'I am Marta Solis and I love it.',
  'Write to me: marta@mail.example',
  'My phone is 555-0182.',
  'I live at 14 Elm Tree Road.',
  'Vivo en la calle Sauce 8.',
  'Mi pedido TW-51177 llegó roto.',
  'My order #48213 came late.',
])('personal: %s', (text) => {
  expect(holdsPersonalData(text)).toBe(true);
});

it.each([
  'I am very happy with it.',
  'My order came in 3 days.',
  'Soy cliente desde 2019.',
  'I wore it on the road for 12 hours.',
  'Works with my phone since 2021.',
  'It weighs 1,200 grams.',
])('not personal: %s', (text) => {
  expect(holdsPersonalData(text)).toBe(false);
});
