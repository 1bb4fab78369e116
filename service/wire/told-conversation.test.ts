import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConversation, type ToldMessage } from './told-conversation.ts';

const user = (text: string): ToldMessage => ({ role: 'user', text });
const assistant = (text: string, answerId?: string): ToldMessage => ({ role: 'assistant', text, answerId });

test('pairs each question with what was said to it', () => {
  const told = readConversation([
    assistant('Hello!'),
    user('one'),
    assistant('1', 'ans_1'),
    user('two'),
    user('three'),
    assistant('3'),
    { role: 'other', text: 'a tool' },
    assistant('more'),
    user(' four '),
    assistant('unfinished'),
  ]);
  expect(told).toEqual({
    question: ' four ',
    at: 8,
    history: [
      { question: 'one', answer: '1', answerId: 'ans_1' },
      { question: 'two', answer: '' },
      { question: 'three', answer: '3\nmore' },
    ],
  });
});

test.each([[[]], [[assistant('Hello!')]], [[{ role: 'other', text: 'system' } as const]]])(
  'finds no question where none is: %j',
  (messages) => {
    expect(readConversation(messages)).toBeNull();
  },
);

test('whatever clients send, what is read of the past is bounded text that a database keeps, in order', () => {
  const message = fc.record({
    role: fc.constantFrom('user' as const, 'assistant' as const, 'other' as const),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\0', '\ud800', 'x'.repeat(9_000))),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
      const told = readConversation(messages);
      const asked = messages.filter(({ role }) => role === 'user');
      expect(told?.question).toBe(asked.at(-1)?.text);
      if (told === null) return;
      expect(messages[told.at]?.role).toBe('user');
      expect(told.history.length).toBeLessThanOrEqual(12);
      for (const { question, answer } of told.history) {
        const isKept = [question, answer].every((text) => text.isWellFormed() && !text.includes('\0'));
        const isBounded = question.length > 0 && question.length <= 2_000 && answer.length <= 8_000;
        expect({ isKept, isBounded }).toEqual({ isKept: true, isBounded: true });
      }
    }),
  );
});
