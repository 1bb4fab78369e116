import { fold } from '../../../../ingest/analysis/stem.ts';
import { type GroundText, tokensOf } from '../coverage.ts';
import { hasDenial } from './cues.ts';
import { type Item, readItems } from './read-items.ts';
import { classOfWord } from './relate-words.ts';

/** A part of a sentence that says something of its own. */
export interface Clause {
  text: string;
  items: Item[];
}

const STRONG =
  /(?<=[;!?:])\s+|(?<=(?<!\b[ap]\.?\s?m)\.)\s+(?=\p{Lu})|,?\s+(?=(?:but|while|whereas|although|though|pero|mientras|aunque)\s)/giu;
const WEAK =
  /,\s+|\s+(?=(?:because|since|so|which|who|after which|unless|as long as|provided|even if|if|once|when|where|porque|ya que|salvo que|para que|siempre que|aunque|cuando|si|que|and|y|or(?! (?:more|less|over|under|older|younger|fewer|above|below))|o(?! (?:mas|más|menos|mayor))|then)\s)/giu;
const AUXILIARY =
  /(?<!\p{L})(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|will|must|should|may|gets?|es|son|esta|estan|hay|tiene[ns]?|puede[ns]?|debe[ns]?|se|te|haber)(?!\p{L})/u;
/** A part of fewer items says nothing of its own, unless it denies. */
const LEAST_ITEMS = 2;

/** Cuts a sentence into clauses; one with no verb or with too little goes with the one before. Pure. */
export function readClauses(sentence: GroundText): Clause[] {
  const found: Clause[] = [];
  for (const strong of parts(sentence.text, STRONG)) {
    for (const [at, text] of parts(strong, WEAK).entries()) {
      const items = readItems(sentence, text);
      const last = found.at(-1);
      const denies = hasDenial(fold(text));
      const isWhole = items.length >= LEAST_ITEMS || denies;
      const isOwn = at === 0 ? isWhole : denies || (isWhole && isTold(last) && isVerbal(sentence, text));
      if (last === undefined || isOwn) found.push({ text, items });
      else {
        last.text += ` ${text}`;
        last.items = readItems(sentence, last.text);
      }
    }
  }
  return found;
}

const isTold = (clause: Clause | undefined): boolean => (clause?.items.length ?? 0) >= LEAST_ITEMS;

function isVerbal(sentence: GroundText, text: string): boolean {
  return (
    AUXILIARY.test(fold(text)) ||
    tokensOf(sentence, text).some(({ word }) => classOfWord(fold(word), sentence.locale) === 'verb')
  );
}

const parts = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
