/** Words of one language, each with its equivalents in another, the most usual first. */
export type WordList = ReadonlyMap<string, readonly string[]>;

/**
 * Reads bilingual word lists: lines of `word<TAB>equivalents`, these apart by spaces or commas. A word of several lists
 * has the equivalents of all, those of the first list first.
 * @param files their names, for errors, and their texts
 * @throws Error naming the file and the line that is none of these.
 */
export function readWordLists(files: readonly { name: string; text: string }[]): WordList {
  const list = new Map<string, string[]>();
  for (const { name, text } of files) {
    text.split('\n').forEach((line, index) => {
      if (line === '') return;
      const [word = '', equivalents = '', ...more] = line.split('\t');
      const words = equivalents.split(/[\s,]+/).filter((one) => one !== '');
      if (!/^\p{L}+$/u.test(word) || words.length === 0 || more.length > 0) {
        throw new Error(
          `${name}:${index + 1}: expected a word, a tab and its equivalents, found ${JSON.stringify(line)}`,
        );
      }
      list.set(word, [...new Set([...(list.get(word) ?? []), ...words])]);
    });
  }
  return list;
}
