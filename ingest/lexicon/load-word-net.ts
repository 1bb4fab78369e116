import { readFileSync } from 'node:fs';
import { remember } from '../analysis/remember.ts';
import { baseVerb } from './irregular-verbs.ts';
import { decodeWordNet, type WordNetData } from './word-net-file.ts';

/** How an English word stands to another, in any of the common senses of both. */
export interface WordRelation {
  /** They share a sense, or one is derived from or similar to the other: `parcel` and `package`, `altered` and `change`. */
  alike: boolean;
  /** The first names what the second is a kind of: `garment` of `shirt`. */
  broader: boolean;
  /** Both are kinds of one thing, and so not the same: `oak` and `pine`. */
  siblings: boolean;
  opposite: boolean;
}

/** What a word mostly names; null for a word that is not known. */
export type WordClass = 'thing' | 'notion' | 'verb' | 'adjective' | 'adverb' | null;

export interface WordNet {
  relate(one: string, other: string): WordRelation;
  classOf(word: string): WordClass;
  /** WordNet's field of what a noun mostly names (`food`, `person`), as a number; null for no noun. */
  fieldOf(word: string): number | null;
}

/** lexnames(5WN): animals, artifacts, bodies, food, groups, places, objects, persons, plants, possessions, quantities, substances, times. */
const THINGS = new Set([5, 6, 8, 13, 14, 15, 17, 18, 20, 21, 23, 27, 28]);
const LEVELS = 3;
const MOST_KEPT = 50_000;

/** morphy(7WN): endings of nouns, verbs and adjectives, and what stands for them. */
const ENDINGS: [part: string, ending: string, base: string][] = [
  ['n', 's', ''],
  ['n', 'ses', 's'],
  ['n', 'xes', 'x'],
  ['n', 'ches', 'ch'],
  ['n', 'shes', 'sh'],
  ['n', 'men', 'man'],
  ['n', 'ies', 'y'],
  ['v', 's', ''],
  ['v', 'ies', 'y'],
  ['v', 'es', 'e'],
  ['v', 'es', ''],
  ['v', 'ed', 'e'],
  ['v', 'ed', ''],
  ['v', 'ing', 'e'],
  ['v', 'ing', ''],
  ['a', 'er', ''],
  ['a', 'est', ''],
  ['a', 'er', 'e'],
  ['a', 'est', 'e'],
];
const LEAST_BASE = 3;

let loaded: WordNet | undefined;

/**
 * The part of Princeton WordNet that comes with Aisle (ATTRIBUTION.md), read by the first call and kept: 0.7 MB, some tens of
 * milliseconds. Words are lower case, in any form.
 */
export function loadWordNet(): WordNet {
  loaded ??= makeWordNet(
    decodeWordNet(readFileSync(new URL('word-net.txt', import.meta.url), 'utf8').replaceAll('\r\n', '\n')),
  );
  return loaded;
}

export function makeWordNet({ synsets, words }: WordNetData): WordNet {
  const sensesOf = remember(MOST_KEPT, (word: string): readonly number[] => {
    const found = new Set([...(words.get(word) ?? []), ...(words.get(baseVerb(word) ?? '') ?? [])]);
    for (const [part, ending, base] of ENDINGS) {
      if (!word.endsWith(ending) || word.length - ending.length < LEAST_BASE) continue;
      const stem = word.slice(0, -ending.length);
      // "Stopped" is of "stop".
      for (const form of [stem + base, stem.replace(/(.)\1$/, '$1') + base])
        for (const sense of words.get(form) ?? []) if (synsets[sense]?.part === part) found.add(sense);
    }
    return [...found];
  });
  const broaderThan = (sense: number): Set<number> => {
    const found = new Set<number>();
    let level = [sense];
    for (let up = 0; up < LEVELS; up += 1) {
      level = level.flatMap((one) => synsets[one]?.broader ?? []).filter((one) => !found.has(one));
      for (const one of level) found.add(one);
    }
    return found;
  };
  const read = (key: string): WordRelation => {
    const [one = '', other = ''] = key.split(' ');
    const [own, theirs] = [sensesOf(one), new Set(sensesOf(other))];
    const meets = (indices: readonly number[] = []): boolean => indices.some((index) => theirs.has(index));
    const parents = new Set([...theirs].flatMap((sense) => synsets[sense]?.broader ?? []));
    return {
      alike: own.some((sense) => theirs.has(sense) || meets(synsets[sense]?.alike)),
      broader: [...theirs].some((sense) => {
        const above = broaderThan(sense);
        return own.some((mine) => above.has(mine));
      }),
      siblings: own.some(
        (sense) =>
          !theirs.has(sense) && (synsets[sense]?.broader ?? []).some((parent) => parents.has(parent)),
      ),
      opposite: own.some((sense) => meets(synsets[sense]?.opposite)),
    };
  };
  const relate = remember(MOST_KEPT, read);
  const fieldOf = remember(MOST_KEPT, (word: string): number | null => {
    const first = synsets[sensesOf(word)[0] ?? -1];
    return first?.part === 'n' ? first.file : null;
  });
  return {
    relate: (one, other) => relate(`${one} ${other}`),
    fieldOf,
    classOf(word) {
      const first = synsets[sensesOf(word)[0] ?? -1];
      if (first === undefined) return null;
      if (first.part === 'n') return THINGS.has(first.file) ? 'thing' : 'notion';
      return ({ v: 'verb', a: 'adjective', r: 'adverb' } as const)[first.part];
    },
  };
}
