import { fold } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';

/** Letters that sound alike in most of the Spanish-speaking world, and so are written for each other. */
const ALIKE: [RegExp, string][] = [
  [/b/g, 'v'],
  [/v/g, 'b'],
  [/k(?=[ei])/g, 'qu'],
  [/k(?![ei])/g, 'c'],
  [/s/g, 'z'],
  [/z/g, 's'],
  [/s(?=[ei])/g, 'c'],
  [/c(?=[ei])/g, 's'],
  [/z(?=[ei])/g, 'c'],
  [/ll/g, 'y'],
  [/y(?=[aeiou])/g, 'll'],
  [/j(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'],
  [/n(?=[bp])/g, 'm'],
  [/m(?=v)/g, 'n'],
  [/^(?=[aeiou])/g, 'h'],
  [/^h(?=[aeiou])/g, ''],
  [/w(?=[ae])/g, 'gu'],
];
const SHORTEST = 4;
const MOST_CHANGES = 3;

/**
 * The Spanish word that one written by ear is meant for: `debolber` is "devolver", `keda` "queda". Pure.
 * @param word folded; not a word as it stands.
 * @returns that with the fewest letters changed; null where there is none.
 */
export function respell(word: string): string | null {
  if (word.length < SHORTEST) return null;
  const { spanishForms } = loadWordVectors();
  const isWord = (one: string): boolean => {
    const found = spanishForms.form(one);
    return (
      found !== null && (found.sure || found.lemmas.some((lemma) => fold(lemma).startsWith(one.slice(0, -1))))
    );
  };
  let tried = new Set([word]);
  for (let change = 0; change < MOST_CHANGES; change++) {
    const next = new Set([...tried].flatMap(changedOnce));
    for (const one of next) if (one !== word && isWord(one)) return one;
    tried = next;
  }
  return null;
}

function changedOnce(word: string): string[] {
  return ALIKE.flatMap(([letters, other]) =>
    [...word.matchAll(letters)].map(
      ({ 0: written, index }) => word.slice(0, index) + other + word.slice(index + written.length),
    ),
  );
}
