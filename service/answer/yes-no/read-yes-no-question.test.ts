import { describe, expect, it } from 'vitest';
import { readYesNoQuestion } from './read-yes-no-question.ts';

describe('readYesNoQuestion', () => {
  it.each([
    ['Do you ship to Canada?', 'en'],
    ['so returns are free?', 'en'],
    ['You give a full year for returns, right?', 'en'],
    ['Hi, do you know if you ship to Canada?', 'en'],
    ['is the tarn bottle dishwasher safe', 'en'],
    ['any discount for students?', 'en'],
    ['¿Puedo devolver una chaqueta?', 'es'],
    ['¿Hay descuento para estudiantes?', 'es'],
    ['¿Se puede pagar con Bizum?', 'es'],
    ['¿Me puedes decir si enviáis a Canarias?', 'es'],
    ['la garantia legal es de dos años no?', 'es'],
    ['teneis patinetes electricos', 'es'],
  ])('takes "%s" for a question of yes or no', (question, locale) => {
    expect(readYesNoQuestion(question, locale)).not.toBeNull();
  });

  it.each([
    ['Can you tell me when you open?', 'en'],
    ['Can you help me?', 'en'],
    ['Do you ship to Canada or Mexico?', 'en'],
    ['How long do refunds take?', 'en'],
    ['From what amount is shipping free?', 'en'],
    ['shipping cost puerto rico?', 'en'],
    ['Has my order shipped?', 'en'],
    ['Is the Larch tent good for winter?', 'en'],
    ['My jacket is worn. Can I return it?', 'en'],
    ["You don't ship to Spain, right?", 'en'],
    ['¿Cuánto tarda el envío?', 'es'],
    ['hasta que hora puedo pedir', 'es'],
    ['¿Enviáis a Portugal o a Francia?', 'es'],
    ['¿Puedes decirme cuándo abrís?', 'es'],
    ['No enviáis a España, ¿verdad?', 'es'],
    ['lavadoras por menos de 400 euros', 'es'],
  ])('does not take "%s" for one, or leaves it where a word could be read both ways', (question, locale) => {
    expect(readYesNoQuestion(question, locale)).toBeNull();
  });

  it('reads what is claimed: topics, values, and whether it is so', () => {
    const asked = readYesNoQuestion('Does Standard delivery take 5 days?', 'en');
    expect(asked?.topics.map(({ word }) => word)).toEqual(['standard', 'delivery']);
    expect(asked?.claims.map(({ key }) => key)).toEqual(['minute:7200']);
    expect(asked?.negated).toBe(false);
    expect(readYesNoQuestion('Is there no restocking fee?', 'en')?.negated).toBe(true);
    expect(readYesNoQuestion("Don't you ship to Spain?", 'en')?.negated).toBe(false);
    expect(readYesNoQuestion('¿No enviáis a España?', 'es')?.negated).toBe(false);
  });

  it('speaks with the store’s voice', () => {
    expect(readYesNoQuestion('Can you repair my boots?', 'en')?.statement).toBe('can we repair your boots');
  });
});
