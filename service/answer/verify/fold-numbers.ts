import { fold } from '../../../ingest/analysis/stem.ts';
import { joinNumberWords } from './number-words.ts';

/** Four digits where three would be read as thousands. */
const FRACTIONS: Record<string, string> = {
  '½': '.5',
  '¼': '.25',
  '¾': '.75',
  '⅓': '.3333',
  '⅔': '.6667',
  '⅛': '.1250',
};
const FRACTION = /(\d*)\s?([½¼¾⅓⅔⅛])/g;
/** "Las 6 de la tarde". */
const PART_OF_DAY = /\b(\d{1,2}(?::\d{2})?) de la (?:(manana|madrugada)|tarde|noche)\b/g;

/**
 * A text folded so that numbers are read alike however they are typed: fractions as decimals, compounds of number words in
 * digits, hyphens and spaces of all kinds as one, so that `30‑day` is `30-day`. Its length changes. Pure.
 */
export function foldNumbers(text: string): string {
  const plain = text
    .replace(/[‐‑‒]/g, '-')
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .replace(
      FRACTION,
      (_, whole: string, sign: string) => `${whole === '' ? '0' : whole}${FRACTIONS[sign] ?? ''}`,
    );
  return joinNumberWords(fold(plain)).replace(
    PART_OF_DAY,
    (_, hour: string, morning?: string) => `${hour} ${morning === undefined ? 'p' : 'a'}.m.`,
  );
}
