import { describe, expect, it } from 'vitest';
import type { RankedUnit } from '../rank/rank-units.ts';
import { lacksOrigin } from './asked-relation.ts';

const unit = (text: string, heading: string[] = []) =>
  ({ text, evidence: { heading } }) as unknown as RankedUnit;
const SENT = unit('Oskari boots, which we may sell in the United States and Canada only', [
  'What we cannot send',
]);

describe('where a thing comes from', () => {
  it.each([
    'In which country are Oskari boots made?',
    '¿En qué país se fabrican las botas Oskari?',
    'what country do your boots come from',
  ])('is not told by where it is sold: %s', (question) => {
    expect(lacksOrigin(question, SENT)).toBe(true);
    expect(lacksOrigin(question, unit('They are sewn in Porto.'))).toBe(false);
    expect(lacksOrigin(question, unit('Country of origin: Portugal'))).toBe(false);
    expect(lacksOrigin(question, unit('Porto, Portugal', ['Where we make our boots']))).toBe(false);
  });

  it.each(['Which countries do you ship to?', 'Where can I collect what I ordered?'])(
    'is not asked by: %s',
    (question) => {
      expect(lacksOrigin(question, SENT)).toBe(false);
    },
  );
});
