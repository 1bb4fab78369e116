/**
 * Questions to begin with, in the language of the interface where the store has pages in it.
 * @param language as `speak` returns it
 */
export function examplesOf({ examples = [], examplesByLocale = {} }, language) {
  const [, own] =
    Object.entries(examplesByLocale).find(([locale]) => locale.split(/[-_]/)[0].toLowerCase() === language) ??
    [];
  return own ?? examples;
}
