import { describe, expect, test } from 'vitest';
import { readWordLists } from './read-word-list.ts';
import { makeSpanishForms } from './spanish-forms.ts';

const words = `devolver devolución casa caso casar pagar pago buscar empezar elegir pedir helado niño luz camión parka
té rápido jugar ciudad mujer imagen usar unir caer despliegue desplegar`;
const { form: formOf, readings } = makeSpanishForms(
  readWordLists([{ name: 'list', text: words.replaceAll(/(\S+)\s*/g, '$1\tx\n') }]),
);

describe('a word is a form of', () => {
  test.each([
    ['devolución', 'devolución'],
    ['devolucion', 'devolución'],
    ['devoluciones', 'devolución'],
    ['devolvió', 'devolver'],
    ['devuelve', 'devolver'],
    ['casas', 'casa'],
    ['casos', 'caso'],
    ['pagos', 'pago'],
    ['busqué', 'buscar'],
    ['empiezo', 'empezar'],
    ['elijo', 'elegir'],
    ['pido', 'pedir'],
    ['juegan', 'jugar'],
    ['niñas', 'niño'],
    ['rápidamente', 'rápido'],
    ['ciudades', 'ciudad'],
    ['mujeres', 'mujer'],
    ['imágenes', 'imagen'],
    ['usan', 'usar'],
    ['usándolo', 'usar'],
    ['unieron', 'unir'],
    ['caen', 'caer'],
  ])('%s: %s', (word, lemma) => {
    expect(formOf(word)?.lemmas).toEqual([lemma]);
  });

  test.each(['jacket', 'xyz', '2005', ''])('none, if the list has none: %j', (word) => {
    expect(formOf(word)).toBeNull();
  });
});

test.each(['devolucion', 'pagos', 'niñas', 'pagaron', 'luces', 'camiones'])(
  'its ending, or that it is listed, makes it sure: %s',
  (word) => {
    expect(formOf(word)?.sure).toBe(true);
  },
);

test.each([
  ['desplieguen', ['despliegue', 'desplegar']],
  ['despliegues', ['despliegue']],
  ['desplegado', ['desplegar']],
  ['jacket', []],
])('a word may be a form of all of these: %s', (word, lemmas) => {
  expect(readings(word)).toEqual(lemmas);
});

test('an English name that only has its stem is not sure', () => {
  expect(formOf('helen')).toEqual({ lemmas: ['helado'], sure: false });
  expect(formOf('parker')?.sure).toBe(false);
});
