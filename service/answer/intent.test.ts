import { expect, it } from 'vitest';
import { readIntent } from './intent.ts';

it.each([
  'Hi', 'hello there!', 'Thank you so much', 'thanks, that helped', 'no, thanks', 'good morning', 'hola, buenas tardes',
  '¡Muchas gracias!', 'buenos días', '👋', 'hi 👋',
])('takes "%s" for a greeting', (said) => expect(readIntent(said)).toBe('greeting')); // biome-ignore format: a list

it.each([
  'can I talk to a human?', 'I want to speak to someone about my order', 'agent', 'connect me to support',
  'can I speak to customer service', 'I need a human', 'real person please', 'Quiero hablar con una persona',
  '¿Puedo hablar con atención al cliente?', 'Pásame con un humano', 'representante',
])('takes "%s" for the wish for a person', (said) => expect(readIntent(said)).toBe('person')); // biome-ignore format: a list

it.each([
  'Hi, do you ship to Spain?', 'buenos días, ¿tienen tiendas?', 'I need a 2 person tent', 'a tent for one person',
  'great tents', 'Do you have human hair wigs?', 'What does the support staff do?', 'Do agents get a discount?',
])('takes "%s" for a question', (said) => expect(readIntent(said)).toBe('question')); // biome-ignore format: a list
