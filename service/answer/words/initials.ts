import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { isRealWord } from '../understand/is-real-word.ts';

/** Two letters at least, for "A4" and "M8" are sizes. */
const SHORT = /^\p{L}{2,5}\d{0,4}$/u;

/** Whether a word of a question may be the initials of a name: "ps3" or "hf", but not "us". Pure. */
export function mayBeInitials(word: string, locale: string): boolean {
  return SHORT.test(word) && (/\d/.test(word) || (word.length <= 4 && !isRealWord(word, locale)));
}

/** Words in capitals that stand together, "and" and "of" between them, a number at their end: "Harrow & Finch". */
const NAME =
  /(?<!\p{L})\p{Lu}[\p{L}\p{M}]*(?:(?:\s(?:&|and|of|the|y|de|la))*[\s-]\p{Lu}[\p{L}\p{M}]*)*(?:\s\d{1,4}(?![\d.,]*\d))?/gu;
/** The first letter of a word, and those that stand for words within it, as in PlayStation. */
const INITIAL = /\p{Lu}(?=\p{Ll})|\d+/gu;
const MOST_KEPT = 2_000;

/** The initials of a text's names, folded, the number behind a name as it is: "ps3" of "PlayStation 3". Pure. */
export const initialsOf: (text: string) => ReadonlySet<string> = remember(
  MOST_KEPT,
  (text: string) =>
    new Set(
      [...text.matchAll(NAME)].flatMap(([name]) => {
        const initials = fold((name.match(INITIAL) ?? []).join(''));
        return initials.length > 1 ? [initials] : [];
      }),
    ),
);
