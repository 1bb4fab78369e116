import { fold } from '../../../ingest/analysis/stem.ts';
import { foldNumbers } from './fold-numbers.ts';
import { readNumbers, valueKey } from './numbers.ts';

/** What may stand between a bound and its value. */
const GAP = String.raw`\s(?:(?:us)?\s?[$€£¥]\s?)?$`;
/** A price that only begins there; "orders from $50" are a condition. */
const FROM = new RegExp(
  String.raw`(?<!\b(?:orders?|purchases?|baskets?|pedidos?|compras?)\s(?:of\s|de\s)?)\b(?:from|(?:starts?|starting|begins?|beginning)(?: at| from)?|desde|(?:empiezan?|parten?|comienzan?) (?:en|de|desde))${GAP}`,
  'u',
);
const LOWER =
  /\b(?:from|start\w*|begin\w*|at least|minimum|or more|and up|upwards|over|more than|depend\w*|desde|a partir|empiez\w+|parten?|al menos|minim\w+|o mas|como poco|segun)\b/;
/** A time that is at least so. */
const AT_LEAST = new RegExp(
  String.raw`\b(?:at least|(?:a )?minimum(?: of)?|more than|from|al menos|(?:un )?minimo(?: de)?|mas de|desde|a partir de)${GAP}`,
  'u',
);
/** A discount or a time that is at most so; "hold up to 20 kg" is what a thing can bear, whole or not. */
const UP_TO = new RegExp(String.raw`\b(?:up to|as much as|hasta(?: un)?)${GAP}`, 'u');
const UPPER =
  /\b(?:up to|as much as|as long as|at most|no more than|less than|under|within|max\w*|hasta|como mucho|menos de|en un plazo|no mas de|(?<!\d\s)may(?!\s\d)|might|can|could|pueden?|podrian?)\b/;
const LASTS =
  /\b(?:takes?|taking|lasts?|runs?|arrives?|arrive|delays?|range|tardan?|tardar|demoran?|duran?|durar|llevar|autonomia|llegan?|life|wait|lead time|turnaround|espera|vida|plazo|retras\w+)\b/;

/** Where a text has a value, and what stands around it. */
interface Placed {
  key: string;
  written: string;
  before: string;
  isRange: boolean;
}

function valuesOf(text: string): Placed[] {
  const folded = foldNumbers(text);
  return readNumbers(folded).map((number) => ({
    key: valueKey(number),
    written: `${number.written}${number.measure?.written ?? ''}`,
    before: folded.slice(Math.max(0, number.start - 40), number.start),
    isRange: number.rangeEnd !== null,
  }));
}

/**
 * Whether a sentence gives as a fixed value what its quotes give as a bound alone: "costs $18" of "from $18", "40% off" of "up to 40%
 * off", "takes two weeks" of "can take up to two weeks".
 * @returns the value as written, or null. Pure.
 */
export function findFixedBound(sentence: { text: string }, grounds: { text: string }[]): string | null {
  const said = fold(sentence.text);
  const stated = grounds.flatMap(({ text }) =>
    valuesOf(text).map((value) => ({ ...value, text: fold(text) })),
  );
  for (const { key, written, isRange } of valuesOf(sentence.text)) {
    if (isRange) continue;
    const same = stated.filter((one) => one.key === key);
    if (same.length === 0 || same.some((one) => one.isRange)) continue;
    if (key.startsWith('money') && !LOWER.test(said) && same.every(({ before }) => FROM.test(before)))
      return written;
    const isShare = key.startsWith('percent:');
    const isTime = /^(?:(?:working )?(?:minute|month)|mm|mile):/.test(key);
    if (
      isTime &&
      !LOWER.test(said) &&
      LASTS.test(said) &&
      same.every(({ before, text }) => AT_LEAST.test(before) && LASTS.test(text))
    )
      return written;
    if (
      (isShare || isTime) &&
      !UPPER.test(said) &&
      same.every(({ before, text }) => UP_TO.test(before) && (isShare || LASTS.test(text))) &&
      (isShare || LASTS.test(said))
    )
      return written;
  }
  return null;
}
