import { expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { meetsNeed } from './need-words.ts';

const meets = (word: string, locale: string) => meetsNeed(lexemes(word, locale)[0] ?? '');

it('knows what meets a need, in both languages of either', () => {
  expect(meets('rain', 'en')).toEqual(
    expect.arrayContaining(lexemes('waterproof impermeable', 'en').slice(0, 1)),
  );
  expect(meets('lluvia', 'es')).toEqual(expect.arrayContaining(lexemes('impermeable', 'es')));
  expect(meets('robar', 'es')).toEqual(expect.arrayContaining(lexemes('antirrobo', 'es')));
});

it('takes the whole of a compound', () => {
  expect(meets('wet', 'en')).toContain(lexemes('gore-tex', 'en')[0]);
  expect(meets('wet', 'en')).not.toContain('tex');
});

it('knows nothing of other words', () => {
  expect(meets('jacket', 'en')).toEqual([]);
});
