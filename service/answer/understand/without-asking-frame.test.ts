import { expect, it } from 'vitest';
import { withoutAskingFrame } from './without-asking-frame.ts';

it.each([
  ['Oye, quería saber si aceptan PayPal', 'aceptan PayPal'],
  ['¿Me podrían decir si hacen envíos a Mérida?', '¿hacen envíos a Mérida?'],
  ['Me llegó roto. Quisiera saber si me lo cambian', 'Me llegó roto. me lo cambian'],
  ['una pregunta, tienen balatas?', 'tienen balatas?'],
  ['quiero saber que talla soy', 'que talla soy'],
  ['tenía una duda, si compro hoy cuándo me llega?', 'si compro hoy cuándo me llega?'],
  ['¿Sabéis si abrís el domingo?', '¿abrís el domingo?'],
])('takes from "%s" what is asked', (message, asked) => expect(withoutAskingFrame(message)).toBe(asked));

it.each([
  'necesito confirmar mi pedido',
  'dime',
  'Perdón por la hora, ¿tienen baterías?',
  'saben algo de mi pedido',
  'quiero cambiar la talla',
])('leaves "%s" as it is', (message) => expect(withoutAskingFrame(message)).toBe(message));
