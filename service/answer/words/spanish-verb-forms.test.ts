import { expect, it } from 'vitest';
import { spanishVerbForms } from './spanish-verb-forms.ts';

it.each([
  ['devolver', 'devuelvo devolveis devuelven devolverlo devolviendo devolvi devolvieron'],
  ['pagar', 'pago pagais pague paguen pagado pagandolo pagarla'],
  ['recoger', 'recojo recogeis recojan recogerlos'],
  ['cerrar', 'cierra cierran cerrais'],
  ['pedir', 'pido pides pidieron pidiendo pedis'],
  ['salir', 'sale salga salgo salis'],
  ['conocer', 'conozco conoceis'],
  ['enviar', 'envia enviais envien enviarme enviarmelo'],
  ['buscar', 'busque buscais'],
])('makes the forms of %s', (infinitive, expected) => {
  const forms = spanishVerbForms(infinitive);
  const missing = expected.split(' ').filter((form) => !forms.has(form));
  expect(missing).toEqual([]);
});

it('spells as Spanish does: "page" is no form of "pagar"', () => {
  expect(spanishVerbForms('pagar').has('page')).toBe(false);
  expect(spanishVerbForms('recoger').has('recogo')).toBe(false);
});

it('leaves other words alone, and verbs too short to tell', () => {
  expect([...spanishVerbForms('talla')]).toEqual(['talla']);
  expect([...spanishVerbForms('mar')]).toEqual(['mar']);
});
