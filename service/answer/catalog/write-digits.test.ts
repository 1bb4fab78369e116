import { expect, it } from 'vitest';
import { writeDigits } from './write-digits.ts';

it.each([
  ['two hundred and fifty', '250'],
  ['treinta y cinco', '35'],
  ['a bag for minus ten degrees', 'a bag for -10 degrees'],
  ['para menos diez grados', 'para -10 grados'],
  ['menos de diez euros', 'menos de 10 euros'],
  ['diez grados bajo cero', '-10 grados'],
  ['20 below zero', '-20 degrees'],
  ['5 c below freezing', '-5 c'],
  ['a tent', 'a tent'],
])('writes "%s" as "%s"', (said, written) => expect(writeDigits(said)).toBe(written));
