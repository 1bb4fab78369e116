import { expect, it } from 'vitest';
import { carriesOn } from './carries-on.ts';

it.each([
  'It takes ten working days.',
  'For most orders this is free.',
  'All three are machine washable.',
  'Such items cannot be returned.',
  'An example is the travel kettle.',
  'At the time of its delivery a signature is needed.',
  'Esta opción no está disponible en Canarias.',
  'En ese caso te devolvemos el importe.',
  'Todos los de esta serie llevan pilas.',
  'Su garantía es de tres años.',
])('goes on with the sentence before: "%s"', (text) => expect(carriesOn(text)).toBe(true));

it.each([
  'Repairs take ten working days.',
  'Orders over $50 ship free of charge, and this holds on weekends too.',
  'Itemised bills are sent by e-mail.',
  'Las reparaciones tardan diez días.',
  'Subimos las fotos de cada producto.',
  'Theft is not covered.',
])('stands alone: "%s"', (text) => expect(carriesOn(text)).toBe(false));
