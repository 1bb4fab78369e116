import { describe, expect, it } from 'vitest';
import { analyze } from '../../../ingest/analysis/analyze.ts';
import { wordsOfCall } from './words-of-call.ts';

const NAME = ['millhouse', 'e64', 'flat', 'burr', 'grinder'];
const call = (question: string) => [
  ...wordsOfCall(
    question,
    analyze(question, 'en').filter(({ stop, word }) => !stop || /\d/.test(word)),
    ({ word }) => {
      const name = NAME.find((one) => word.startsWith(one));
      return name === undefined ? null : { name, rarity: name === 'e64' ? 3 : name === 'grinder' ? 1 : 2 };
    },
  ),
];

describe('the words by which a product is called', () => {
  it('stand together; what is asked of it stands apart', () => {
    expect(call('burr size of the Millhouse E64?')).toEqual(['millhouse', 'e64']);
    expect(call("what are the Millhouse E64's burrs made of")).toEqual(['millhouse', 'e64']);
    expect(call('are there spare burrs for the E64')).toEqual(['e64']);
  });

  it('are all of a name that is said in full', () => {
    expect(call('how heavy is the Millhouse E64 flat burr grinder')).toEqual(NAME);
  });
});
