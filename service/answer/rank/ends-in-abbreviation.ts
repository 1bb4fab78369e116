import { abbreviationRules } from '../../../ingest/abbreviations.ts';

/** Those that are written with a point at the end of a sentence too, and are no words of their own ("no", "min"). */
const ALSO_LAST = new Set(['etc', 'approx', 'incl']);
const LAST_WORD = /(?<![\p{L}\p{N}.])((?:\p{L}+\.)*\p{L}+)\.$/u;
/** "A board of 4 ft.": a unit has no point of its own. */
const MEASURE = /\d\s*\p{L}+\.$/u;
/** `p.m`, `U.S`, `EE.UU`: letters apart. */
const LETTERS = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

/** Whether a text's last point belongs to its last word: "until 5 p.m.", "plugs, etc.", "Lumora Inc.", "EE. UU.". Pure. */
export function endsInAbbreviation(text: string): boolean {
  const word = LAST_WORD.exec(text)?.[1]?.normalize('NFC');
  if (word === undefined || (MEASURE.test(text) && !LETTERS.test(word))) return false;
  const key = word.toLowerCase();
  return LETTERS.test(word) || ALSO_LAST.has(key) || abbreviationRules.get(key) === 'unless-starter';
}
