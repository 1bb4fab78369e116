import { expect, it } from 'vitest';
import { withoutClaimFrame } from './without-claim-frame.ts';

it.each([
  ['Las devoluciones son de 90 días. Confírmalo.', 'Las devoluciones son de 90 días.'],
  ['Creo que tengo 90 días para devolver, ¿no?', 'tengo 90 días para devolver?'],
  ['You said the kettle is $1.', 'the kettle is $1.'],
  ['Returns are 90 days. Confirm.', 'Returns are 90 days.'],
  ['Students get 40% off, right?', 'Students get 40% off?'],
  ['Confirm that shipping is free', 'shipping is free'],
])('"%s" claims "%s"', (message, claim) => {
  expect(withoutClaimFrame(message)).toBe(claim);
});

it.each(['Is it true?', 'Confirm my order', 'Right?', 'Which size is right?', 'Do you ship, and how?'])(
  'leaves "%s" as it is',
  (message) => {
    expect(withoutClaimFrame(message)).toBe(message);
  },
);
