/**
 * Words of ASCII letters that are one token, after a space, of a byte-pair encoding; in lower case.
 * @param ranks tiktoken's `bpe_ranks`: lines of `! FIRST_RANK TOKEN TOKEN …`, tokens in base64.
 */
export function frequentTokens(ranks: string): Set<string> {
  const words = new Set<string>();
  for (const line of ranks.split('\n')) {
    for (const token of line.split(' ').slice(2)) {
      const word = /^ ([a-z]{2,})$/i.exec(Buffer.from(token, 'base64').toString('utf8'))?.[1];
      if (word) words.add(word.toLowerCase());
    }
  }
  return words;
}
