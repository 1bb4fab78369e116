import { expect, it } from 'vitest';
import { diffDocuments } from './diff-documents.ts';

const url = 'https://shop.example/returns';
const returns = { url, title: 'Returns', text: 'You have 30 days.\nWe pay the postage.\nKeep the box.' };

it('shows the lines that leave and those that come, in their order', () => {
  const after = {
    ...returns,
    title: 'Returns and refunds',
    text: 'You have 60 days.\nKeep the box.\nNo sale items.',
  };
  expect(diffDocuments(returns, after)).toEqual({
    url,
    title: 'Returns and refunds',
    lines: [
      '- title: Returns',
      '+ title: Returns and refunds',
      '- You have 30 days.',
      '- We pay the postage.',
      '+ You have 60 days.',
      '+ No sale items.',
    ],
    more: 0,
  });
});

it('says when something else than the text has changed', () => {
  expect(diffDocuments(returns, returns).lines).toEqual(['~ its structure or product data, not its text']);
});

it('stays short, and quick, for a page that is another one', () => {
  const lines = (word: string, length: number) => Array.from({ length }, (_, n) => `${word} ${n}`).join('\n');
  const many = diffDocuments(returns, { ...returns, text: lines('a', 1000) });
  expect(many.lines.length + many.more).toBe(1003);
  expect(many.lines.length).toBeLessThan(30);
  const before = { ...returns, text: lines('a', 5000) };
  const other = diffDocuments(before, { ...returns, text: lines('b', 5000) });
  expect(other.lines).toEqual(['~ most of its lines: 5000 before, 5000 now']);
});
