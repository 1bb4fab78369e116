import { describe, expect, it } from 'vitest';
import { callDifferences } from './call-differences.ts';

const call = (system: string, user: string, more: object = {}) => ({
  model: 'm',
  temperature: 0,
  messages: [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ],
  ...more,
});

describe('callDifferences', () => {
  it('names message and line of a changed line', () => {
    expect(callDifferences(call('a\nb\nc', 'q'), call('a\nB\nc', 'q'))).toEqual([
      { where: 'message 1 (system), line 2', recorded: 'b', now: 'B' },
    ]);
  });

  it('shows added and removed lines for themselves', () => {
    expect(callDifferences(call('a\nb', 'q\nr'), call('a\nx\nb', 'q'))).toEqual([
      { where: 'message 1 (system), line 2', recorded: null, now: 'x' },
      { where: 'message 2 (user), line 2', recorded: 'r', now: null },
    ]);
  });

  it('names parameters, added messages and nested fields', () => {
    const now = call('a', 'b', { temperature: 1, response_format: { type: 'json_object' } });
    now.messages.push({ role: 'user', content: 'more' });
    expect(callDifferences(call('a', 'b', { response_format: { type: 'json_schema' } }), now)).toEqual([
      { where: 'temperature', recorded: '0', now: '1' },
      { where: 'message 3 (user)', recorded: null, now: '{"role":"user","content":"more"}' },
      { where: 'response_format.type', recorded: 'json_schema', now: 'json_object' },
    ]);
  });

  it('finds nothing between equal calls, and texts of a list by their number', () => {
    expect(callDifferences(call('a', 'b'), call('a', 'b'))).toEqual([]);
    expect(callDifferences({ input: ['x', 'y'] }, { input: ['x', 'z'] })).toEqual([
      { where: 'text 2', recorded: 'y', now: 'z' },
    ]);
  });
});
