import { diffWordsWithSpace } from 'diff';

/** `-` gone, `+` new, `=` in both. */
export type WordChange = [kind: '-' | '+' | '=', text: string];

/** Word by word is no help in longer answers, and takes its time. */
const LONGEST_COMPARED = 8000;

/** From the words of one answer to those of another; null where they are the same, or too long for it. Pure. */
export function diffAnswers(before: string, now: string): WordChange[] | null {
  if (before === now || before.length + now.length > LONGEST_COMPARED) return null;
  return diffWordsWithSpace(before, now).map(({ added, removed, value }) => [
    added ? '+' : removed ? '-' : '=',
    value,
  ]);
}
