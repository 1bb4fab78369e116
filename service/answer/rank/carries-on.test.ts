import { expect, it } from 'vitest';
import { carriesOn, carryOver, leanAway } from './carries-on.ts';

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

it('takes the terms of the sentence before over, the farther the less', () => {
  const sentences = [
    { text: 'We repair boots.', matches: [1, 0] },
    { text: 'It takes ten days.', matches: [0, 0.5] },
    { text: 'This holds for resoling too.', matches: [0, 0] },
    { text: 'Belts are not repaired.', matches: [0, 0] },
  ];
  expect(carryOver(sentences, 0.5)).toEqual([[], [0.5, 0], [0.25, 0.25], []]);
  expect(carryOver(sentences, 0)).toEqual([[], [], [], []]);
});

it('tells what goes on with something that is not asked about', () => {
  const matched = [{ matches: [0, 0.2] }, { matches: [1, 0] }];
  const terms = [{ need: 1 }, { need: 1 }];
  expect(leanAway([[], [0, 0.1]], matched, [0, 0], terms)).toEqual([false, true]);
  expect(leanAway([[], []], matched, [0, 0], terms)).toEqual([false, false]);
  expect(leanAway([[], [0, 0.1]], matched, [0, 0.9], terms)).toEqual([false, false]);
  expect(leanAway([[], [0.8, 0]], [{ matches: [1, 0] }, { matches: [1, 0] }], [0, 0], terms)).toEqual([
    false,
    false,
  ]);
});
