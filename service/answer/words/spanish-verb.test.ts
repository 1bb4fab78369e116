import { expect, it } from 'vitest';
import { spanishVerbStems, spanishVerbsOf } from './spanish-verb.ts';

it.each([
  ['devuelven', 'devolver'],
  ['quepan', 'caber'],
  ['llueve', 'llover'],
  ['siguen', 'seguir'],
  ['instalé', 'instalar'],
  ['pruebo', 'probar'],
  ['busquen', 'buscar'],
  ['exija', 'exigir'],
  ['usé', 'usar'],
  ['usados', 'usar'],
  ['rotas', 'romper'],
])('knows what "%s" is a form of', (word, verb) => expect(spanishVerbsOf(word)).toEqual([verb]));

it('gives forms of one verb the same stems', () => {
  const stems = spanishVerbStems('caben');
  expect([...spanishVerbStems('quepan')].sort()).toEqual([...stems].sort());
  expect([...spanishVerbStems('devuelve')]).toEqual(expect.arrayContaining(['devolv', 'devuelv', 'devuelt']));
});

it.each(['casco', 'cuenta', 'chaqueta', 'balatas', 'azul', 'rica'])('takes "%s" for no verb', (word) =>
  expect(spanishVerbStems(word).size).toBe(0),
);
