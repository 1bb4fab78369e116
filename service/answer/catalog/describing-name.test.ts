import { describe, expect, it } from 'vitest';
import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { onlyDescribes } from './describing-name.ts';

const values = new Map([['left', [{ attribute: 'handedness', value: 'left' }]]]);

function describes(name: string, question: string, locale = 'en'): boolean {
  return onlyDescribes({ lexemes: new Set(lexemes(name, locale)) }, question, locale, { values });
}

describe('onlyDescribes', () => {
  it('takes participles and values of attributes for what a thing must be like', () => {
    expect(describes('Folding', 'I want a folding bench')).toBe(true);
    expect(describes('Left Handed', 'a left handed guitar please')).toBe(true);
    expect(describes('plegable', 'quiero un banco plegable', 'es')).toBe(true);
  });

  it('takes other words, and words with a capital, for a name', () => {
    expect(describes('Stormline', 'I want the stormline jacket')).toBe(false);
    expect(describes('Rising', 'I want the Rising jacket')).toBe(false);
    expect(describes('Stormline', 'I want a folding bench')).toBe(false);
  });
});
