import { describe, expect, it } from 'vitest';
import { splitQuestions } from './split-questions.ts';

const questionsOf = (message: string, locale = 'en') => splitQuestions(message, locale)?.questions ?? null;

describe('splitQuestions', () => {
  it.each([
    [
      'do you ship to norway and how much is it? also can i pay with paypal',
      ['do you ship to norway and how much is it?', 'also can i pay with paypal'],
    ],
    ['hours on sunday, and is there parking?', ['hours on sunday', 'is there parking?']],
    [
      'Do you do gift wrapping? Do you deliver on Saturdays?',
      ['Do you do gift wrapping?', 'Do you deliver on Saturdays?'],
    ],
    [
      'what is your phone number and what time do you open',
      ['what is your phone number', 'what time do you open'],
    ],
    [
      'can i change my address? Thanks, also do you take amex?',
      ['can i change my address?', 'Thanks, also do you take amex?'],
    ],
  ])('tells apart what "%s" asks', (message, questions) => expect(questionsOf(message)).toEqual(questions));

  it.each([
    [
      'puedo pagar con bizum? y tenéis tienda en valencia?',
      ['puedo pagar con bizum?', 'y tenéis tienda en valencia?'],
    ],
    [
      'cuánto cuesta el envío y aceptan devoluciones abiertas',
      ['cuánto cuesta el envío', 'aceptan devoluciones abiertas'],
    ],
    [
      'arregláis cremalleras, vendéis agujas y cuánto tarda el envío',
      ['arregláis cremalleras', 'vendéis agujas', 'cuánto tarda el envío'],
    ],
  ])('tells apart what "%s" asks, in Spanish', (message, questions) =>
    expect(questionsOf(message, 'es')).toEqual(questions),
  );

  it('keeps the story apart from the questions', () => {
    expect(
      splitQuestions(
        'The box came squashed. By when do I need to report it and which photos do you want?',
        'en',
      ),
    ).toEqual({
      story: 'The box came squashed.',
      questions: ['By when do I need to report it', 'which photos do you want?'],
    });
  });

  it.each([
    'I bought a lamp last week and my cat broke it. Can you repair it?',
    'can i return it and get my money back',
    'can i return a gift if i dont like it and how do i do it',
    'is it true that you ship free and that returns are free',
    'do you know when and how it will come',
    'how do I wash it and dry it',
    'Can I return it? Or is it too late?',
    'do you ship to japan and how long',
    'I need my SLR serviced before a trip. Can I pay the surcharge and have it done express?',
    'N7 or N5, which one has the longer battery life?',
    'my parcel never came, what should I do?',
  ])('leaves one question one: "%s"', (message) => expect(questionsOf(message)).toBeNull());

  it.each([
    'compré un casco y me quedó chico, lo puedo cambiar?',
    'me dijeron que el envío es gratis y que tarda dos días, es cierto?',
    'Como las devoluciones son de 90 días, ¿cómo devuelvo esto?',
    'hacéis envíos a canarias y cuánto tarda?',
  ])('leaves one question one, in Spanish: "%s"', (message) => expect(questionsOf(message, 'es')).toBeNull());
});
