import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { nearMisses } from '../llm/fake-near-misses.ts';
import { readClaims } from './claims.ts';
import { isGeneric } from './generic-words.ts';
import { type GroundednessPair, readGroundednessPairs } from './groundedness.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
/** True sentences that the verifier keeps: each has to be stopped as soon as it is made false. */
const kept = (['pairs', 'held-out', 'fresh'] as const)
  .flatMap((name) => readGroundednessPairs(name))
  .filter(({ keep, sentence, ground }) => keep && verify(sentence, [ground]).ok);

interface Mutation {
  pair: GroundednessPair;
  from: string;
  at: number;
}

/** Every place of every sentence that a pattern finds and that may be changed. */
function places(pattern: RegExp, pairs: GroundednessPair[]): Mutation[] {
  return pairs.flatMap((pair) =>
    [...pair.sentence.matchAll(pattern)].map((match) => ({ pair, from: match[0], at: match.index })),
  );
}

function replaced({ pair, from, at }: Mutation, to: string): string {
  return pair.sentence.slice(0, at) + to + pair.sentence.slice(at + from.length);
}

function expectStopped(sentence: string, { pair }: Mutation): void {
  const verdict = verify(sentence, [pair.ground]);
  expect([sentence, pair.ground.text, verdict.ok]).toEqual([sentence, pair.ground.text, false]);
}

const NEGATOR =
  /(?<!\p{L})(?:not|never|no|nunca|without|sin|except|excepto|salvo|unless|ni|ning[uú]n[oa]?|nor|un\p{L}+ed)(?!\p{L})|n['’]t\b/iu;

describe('a true sentence is stopped', () => {
  it('when one of its numbers is another', () => {
    const numbers = places(/(?<![\p{L}\d.,:/⅓])\d+(?:[.,]\d+)*(?![\p{L}\d:/⅓-])/gu, kept);
    expect(numbers.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.integer({ min: 2, max: 997 }), (place, number) => {
        const known = [place.pair.ground.text, place.pair.sentence].flatMap((text) =>
          readClaims(text, place.pair.ground.locale).map(({ bare }) => Number(bare)),
        );
        fc.pre(!known.includes(number));
        expectStopped(replaced(place, String(number)), place);
      }),
      { numRuns: 400 },
    );
  });

  it('when it denies what its quote states', () => {
    const plain = kept.filter(
      ({ sentence, ground }) => !NEGATOR.test(sentence) && !NEGATOR.test(ground.text),
    );
    const verbs = [
      ...places(/\b(?:can|is|are|will|must|may)\b(?! not)/g, plain).map((place) => ({
        place,
        to: `${place.from} not`,
      })),
      ...places(
        /(?<!\p{L})(?:se pueden?|puedes|cuestan?|tardan?|tienen?|aceptamos|enviamos|entregamos|cubre|están?)(?!\p{L})/gu,
        plain,
      ).map((place) => ({ place, to: `no ${place.from}` })),
    ];
    expect(verbs.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(fc.constantFrom(...verbs), ({ place, to }) => expectStopped(replaced(place, to), place)),
      { numRuns: verbs.length * 2 },
    );
  });

  it('when what it denies is stated', () => {
    const denials = places(
      /(?<=\b(?:can|do|does|is|are|will|must) ?)(?:not |n['’]t)|(?<!\p{L})(?:no|nunca) (?=\p{L})/gu,
      kept,
    ).filter(({ pair }) => (pair.sentence.match(new RegExp(NEGATOR, 'giu'))?.length ?? 0) === 1);
    expect(denials.length).toBeGreaterThan(8);
    fc.assert(
      fc.property(fc.constantFrom(...denials), (place) => expectStopped(replaced(place, ''), place)),
      { numRuns: denials.length * 2 },
    );
  });

  it('when it misses the truth by a word or two', () => {
    const lies = kept
      .filter(({ heldOut }) => !heldOut)
      .flatMap((pair) =>
        nearMisses
          .map(([kind, change]) => ({ pair, kind, lie: change(pair.sentence) }))
          .filter(({ lie }) => lie !== pair.sentence),
      );
    expect(nearMisses).toHaveLength(40);
    expect(lies.length).toBeGreaterThan(40);
    const sent = lies
      .filter(({ pair, lie }) => verify(lie, [pair.ground]).ok)
      .map(({ kind, lie }) => `${kind}: ${lie}`);
    expect(sent).toEqual([]);
  });

  it('when it speaks of something else', () => {
    const things = kept.flatMap((pair) => {
      const quoted = new Set(analyze(pair.ground.text, pair.ground.locale).map(({ lexeme }) => lexeme));
      return analyze(pair.sentence, pair.ground.locale)
        .filter(
          ({ stop, word, lexeme }) =>
            !stop && /^\p{L}{4,}$/u.test(word) && quoted.has(lexeme) && !isGeneric(fold(word)),
        )
        .map(({ start, end }) => ({ pair, from: pair.sentence.slice(start, end), at: start }));
    });
    expect(things.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(
        fc.constantFrom(...things),
        fc.constantFrom(
          'submarines',
          'trombones',
          'volcano',
          'tractores',
          'elefantes',
          'Zanzibar',
          'Paraguay',
          'purple',
          'Nimbus',
        ),
        (place, other) => expectStopped(replaced(place, other), place),
      ),
      { numRuns: 400 },
    );
  });
});
