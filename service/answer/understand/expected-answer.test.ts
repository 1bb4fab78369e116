import { expect, it } from 'vitest';
import { expectedAnswer, showsExpected } from './expected-answer.ts';

it.each([
  ['How much does shipping cost?', 'money', 'Standard shipping is $5.', 'It takes 5 days.'],
  ['¿Cuánto cuesta el envío?', 'money', 'El envío es gratis.', 'Tarda 5 días.'],
  ['How much does the tent weigh?', 'number', 'It weighs 2 kg.', 'It is light.'],
  ['How long do refunds take?', 'duration', 'Refunds take five to ten days.', 'Refunds go to your card.'],
  ['How much time do I have?', 'duration', 'You have 30 days.', 'Keep the tags on.'],
  ['¿Cuántos días tengo?', 'duration', 'Tienes 30 días.', 'Guarda las etiquetas.'],
  ['When do you open?', 'hours', 'We open at 9 am.', 'We are open seven days a week.'],
  ['Are you open on Monday?', 'hours', 'Tuesday to Friday 9 a.m. to 6 p.m.', 'We opened in 2004.'],
  ['¿Abrís los domingos?', 'hours', 'Domingo: cerrado', 'Abrimos en 2004.'],
  ['¿A qué hora abren?', 'hours', 'Abrimos a las 10:00.', 'Somos amables.'],
  ['what time does the Denver shop close', 'hours', 'Monday to Friday: 10 a.m. to 7 p.m.', 'In Denver.'],
  ['When is the sale?', 'moment', 'In May.', 'It is a big one.'],
  ['How many years is the warranty?', 'duration', 'Frame; Years: 10', 'Frame; Number: 10'],
  ['¿cuanto me cobrais de envío?', 'money', 'Coste: 4,50 €', 'Plazo: 24 horas'],
  ['¿a partir de cuanto es gratis?', 'money', 'Gratis desde: 49 €', 'Desde Logroño.'],
  ['¿gratis a partir de que monto?', 'money', 'Gratis desde: 49 €', 'Desde Logroño.'],
  ['¿cuanto sería a Mérida?', 'money', 'Coste: 4,50 €', 'Plazo: 24 horas'],
  ['¿a qué horas abren?', 'hours', 'Abrimos a las 10:00.', 'Somos amables.'],
  ['¿cuanto tardais en arreglarlo?', 'duration', 'Suele llevar dos semanas.', 'Te damos otro.'],
  ['¿cuanto se suele tardar?', 'duration', 'Tarda 5 días.', 'Sale por 5 €.'],
  ['¿cuándo me ingresais el dinero?', 'moment', 'En un máximo de seis días laborables.', 'Lo ingresamos.'],
  ['¿a que numero os llamo?', 'contact', 'Teléfono 941 555 018', 'Llámanos.'],
  ['What is your email address?', 'email', 'Write to us@shop.example.', 'Call +1 541 555 0132.'],
  ['¿Cuál es vuestro correo electrónico?', 'email', 'hola@tienda.example', 'Escríbenos.'],
  ['What is your phone number or email address?', 'contact', 'Call +1 541 555 0132.', 'Call us.'],
  ["What's cheaper, ground or express?", 'money', 'Ground: $5', 'Ground: 3 days'],
  ['¿Qué es más rápido, estándar o exprés?', 'duration', 'Exprés: 2 días', 'Exprés: 9 €'],
  [
    'where are you located?',
    'address',
    'Address: 2140 Larkspur Mill Road, Bend, OR 97702',
    'Change your address.',
  ],
  ['¿dónde está la tienda?', 'address', 'Dirección: Calle Mayor 12, Zaragoza', 'Cambia la dirección.'],
  ['How late can I call you?', 'hours', 'Phone hours: Monday to Friday 6 a.m. to 6 p.m.', 'Call us.'],
  ['¿hasta qué hora puedo llamar?', 'hours', 'De lunes a viernes, de 9:00 a 18:00.', 'Llámanos.'],
  ['What is your phone number?', 'contact', 'Call +1 541 555 0132.', 'Call us.'],
  ['At what order value is shipping free?', 'money', 'From CAD 85 on.', 'It ships from 9 to 5.'],
  ['A partir de cuántos pesos es gratis?', 'money', 'Desde $1,499 MXN.', 'De 9 a 5.'],
  ["What's the return window?", 'duration', 'You have 30 days.', 'Keep the tags on.'],
  ['How long does the lamp last on a charge?', 'duration', 'It lasts 12 hours.', 'It costs $29.'],
  ['On which days do you roast?', 'weekdays', 'We roast on Monday and Friday.', 'On the same day.'],
  ['¿Qué días salen los pedidos?', 'weekdays', 'Salen los martes.', 'Salen a las 10:00.'],
  ['burr size of the E64', 'number', '64 mm burrs.', 'Flat burrs.'],
  ['do I have to pay for the label?', 'money', 'It costs $5.95.', 'Print it at home.'],
  ['shipping time to Canada', 'duration', 'It takes 6 days.', 'It goes by truck.'],
  ['How hot may the water be?', 'temperature', 'Wash at 40 °C.', 'Wash 2 at a time.'],
  ['¿A qué temperatura se lava?', 'temperature', 'Lavar a 30 grados.', 'Lavar 2 veces.'],
  ['How many cards can I use?', 'count', 'Up to 3 cards.', 'Cards from $25 to $500, with 10% off.'],
  ['Who founded the shop?', 'name', 'It was founded by Ana Ruiz.', 'It was founded long ago.'],
])('expects of "%s" a %s', (question, kind, answer, other) => {
  const expected = expectedAnswer(question, /[¿áéíóú]/.test(question) ? 'es' : 'en');
  expect(expected?.kind).toBe(kind);
  if (expected === null) return;
  expect(showsExpected(answer, expected.kind)).toBe(true);
  expect(showsExpected(other, expected.kind)).toBe(false);
});

it('expects nothing of a question that does not tell', () => {
  expect(expectedAnswer('Can I return it?', 'en')).toBeNull();
});

it('knows the words that ask: an answer need not repeat them', () => {
  expect(expectedAnswer('How long do refunds take?', 'en')?.cues).toEqual(new Set(['long']));
});

it('counts of a question for hours what opens as a cue, and not whose hours they are', () => {
  expect([...(expectedAnswer('When does the Denver shop open?', 'en')?.cues ?? [])]).not.toContain('denver');
  expect([...(expectedAnswer('When does the Denver shop open?', 'en')?.cues ?? [])]).toContain('open');
});
