/** A sense that several words may share. */
export interface Synset {
  /** Noun, verb, adjective or adverb. */
  part: 'n' | 'v' | 'a' | 'r';
  /** WordNet's lexicographer file, lexnames(5WN): 6 is artifacts, 18 persons, 28 times. */
  file: number;
  /** Indices of what it is a kind of. */
  broader: readonly number[];
  /** Of what is derived from it, and of what is similar. */
  alike: readonly number[];
  opposite: readonly number[];
}

/** The part of WordNet that comes with Aisle. */
export interface WordNetData {
  synsets: readonly Synset[];
  /** The senses of each English word, as indices of `synsets`: those of its commonest part of speech first, in each the commonest. */
  words: ReadonlyMap<string, readonly number[]>;
}

const RADIX = 36;
const writeList = (indices: readonly number[]): string =>
  indices.map((index) => index.toString(RADIX)).join('.');
const readList = (text = ''): number[] =>
  text === '' ? [] : text.split('.').map((one) => Number.parseInt(one, RADIX));

/** A line a synset (`n6 broader,alike,opposite`), an empty line, and a line a word; indices in base 36. */
export function encodeWordNet({ synsets, words }: WordNetData): string {
  const first = synsets.map(({ part, file, broader, alike, opposite }) =>
    `${part}${file} ${[broader, alike, opposite].map(writeList).join(',')}`.replace(/[ ,]+$/, ''),
  );
  return [...first, '', ...[...words].map(([word, senses]) => `${word} ${writeList(senses)}`), ''].join('\n');
}

/** @throws Error when a line is not as {@link encodeWordNet} writes it */
export function decodeWordNet(text: string): WordNetData {
  const [first = '', second = ''] = text.split('\n\n');
  const synsets = first.split('\n').map((line, index): Synset => {
    const [, part, file, lists = ''] = /^([nvar])(\d+)(?: (\S*))?$/.exec(line) ?? [];
    if (part === undefined)
      throw new Error(
        `Expected a synset in line ${index + 1} of word-net.txt, found "${line.slice(0, 80)}".`,
      );
    const [broader, alike, opposite] = lists.split(',').map(readList);
    return {
      part: part as Synset['part'],
      file: Number(file),
      broader: broader ?? [],
      alike: alike ?? [],
      opposite: opposite ?? [],
    };
  });
  const words = new Map(
    second
      .trimEnd()
      .split('\n')
      .map((line): [string, number[]] => {
        const [word = '', senses] = line.split(' ');
        return [word, readList(senses)];
      }),
  );
  return { synsets, words };
}
