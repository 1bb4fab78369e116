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

/** How near what a word mostly means is to what another one does: one sense of both, or derived from it or similar. */
type Nearness = 'same' | 'derived' | null;

/** What a word mostly names; null for a word that is not known. */
export type WordClass = 'thing' | 'notion' | 'verb' | 'adjective' | 'adverb' | null;

export interface WordNet {
  relate(one: string, other: string): WordRelation;
  /**
   * Holds many words against one, by the commonest senses of both alone: `sax` is `saxophone`, `rental` is derived from
   * `rent`. Null for what is the opposite in one of them.
   */
  nearTo(word: string): (other: string) => Nearness;
  classOf(word: string): WordClass;
  /** WordNet's field of what a noun mostly names (`food`, `person`), as a number; null for no noun. */
  fieldOf(word: string): number | null;
}

/** lexnames(5WN): animals, artifacts, bodies, food, groups, places, objects, persons, plants, possessions, quantities, substances, times. */
const THINGS = new Set([5, 6, 8, 13, 14, 15, 17, 18, 20, 21, 23, 27, 28]);
const LEVELS = 3;
/** So many senses of each part of speech, the commonest first, are what a word mostly means. */
const COMMON_SENSES = 2;
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
  /** The senses of a word in any form, at most so many of each part of speech. */
  const readSenses = (word: string, most: number): readonly number[] => {
    const found = new Set<number>();
    const add = (form: string, part: string | null): void => {
      const had: Record<string, number> = {};
      for (const sense of words.get(form) ?? []) {
        const own = synsets[sense]?.part ?? '';
        had[own] = (had[own] ?? 0) + 1;
        if ((part === null || part === own) && (had[own] ?? 0) <= most) found.add(sense);
      }
    };
    add(word, null);
    add(baseVerb(word) ?? '', null);
    for (const [part, ending, base] of ENDINGS) {
      if (!word.endsWith(ending) || word.length - ending.length < LEAST_BASE) continue;
      const stem = word.slice(0, -ending.length);
      // "Stopped" is of "stop".
      for (const form of [stem + base, stem.replace(/(.)\1$/, '$1') + base]) add(form, part);
    }
    return [...found];
  };
  const sensesOf = remember(MOST_KEPT, (word: string) => readSenses(word, Number.POSITIVE_INFINITY));
  const commonSenses = remember(MOST_KEPT, (word: string) => readSenses(word, COMMON_SENSES));
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
  const nearTo = (word: string): ((other: string) => Nearness) => {
    const own = new Set(commonSenses(word));
    const ofThem = (kind: 'alike' | 'opposite'): Set<number> =>
      new Set([...own].flatMap((sense) => synsets[sense]?.[kind] ?? []));
    const [alike, opposite] = [ofThem('alike'), ofThem('opposite')];
    return (other) => {
      const senses = own.size === 0 ? [] : commonSenses(other);
      if (senses.some((sense) => opposite.has(sense))) return null;
      if (senses.some((sense) => own.has(sense))) return 'same';
      return senses.some((sense) => alike.has(sense)) ? 'derived' : null;
    };
  };
  const fieldOf = remember(MOST_KEPT, (word: string): number | null => {
    const first = synsets[sensesOf(word)[0] ?? -1];
    return first?.part === 'n' ? first.file : null;
  });
  return {
    relate: (one, other) => relate(`${one} ${other}`),
    nearTo,
    fieldOf,
    classOf(word) {
      const first = synsets[sensesOf(word)[0] ?? -1];
      if (first === undefined) return null;
      if (first.part === 'n') return THINGS.has(first.file) ? 'thing' : 'notion';
      return ({ v: 'verb', a: 'adjective', r: 'adverb' } as const)[first.part];
    },
  };
}
