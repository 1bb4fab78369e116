import { fold } from '../../../ingest/analysis/stem.ts';
import { boundsIn, dimensionOf, likeness, placedValues, readBoundText, type TitledText } from './binding.ts';
import type { GroundText } from './coverage.ts';

/** What a comparative compares, as a pattern of dimensions; which way, and its words, folded. */
const COMPARATIVES = (
  [
    ['g|oz', 'less', 'lighter|weighs? less|mas ligeros?|mas ligeras?|pesan? menos'],
    ['g|oz', 'more', 'heavier|weighs? more|mas pesad[oa]s?|pesan? mas'],
    ['money .*', 'less', 'cheaper|less expensive|costs? less|lower in price|mas barat[oa]s?|mas economic[oa]s?|menos car[oa]s?|cuestan? menos|valen? menos'],
    ['money .*', 'more', 'dearer|more expensive|pricier|costs? more|mas car[oa]s?|cuestan? mas|valen? mas'],
    ['mm|in|mile', 'less', 'shorter|narrower|thinner|lower|shallower|mas cort[oa]s?|mas estrech[oa]s?|mas fin[oa]s?|mas baj[oa]s?'],
    ['mm|in|mile', 'more', 'longer|wider|thicker|taller|higher|deeper|mas larg[oa]s?|mas anch[oa]s?|mas grues[oa]s?|mas alt[oa]s?|mas profund[oa]s?'],
    ['minute', 'less', 'faster|quicker|sooner|shorter|takes? less(?: time)?|mas rapid[oa]s?|tardan? menos|mas cort[oa]s?'],
    ['minute', 'more', 'slower|longer|takes? longer|takes? more(?: time)?|lasts? longer|mas lent[oa]s?|tardan? mas|duran? mas|mas larg[oa]s?'],
    ['ml|gb|mb|mah|wh|w|lumen', 'less', 'smaller|mas pequen[oa]s?|less powerful'],
    ['ml|gb|mb|mah|wh|w|lumen', 'more', 'larger|bigger|mas grandes?|brighter|more powerful|mas potentes?'],
  ] as const
).map(([dimension, way, words]) => ({
  dimension: new RegExp(`^(?:${dimension})$`),
  way,
  pattern: new RegExp(`(?<!\\p{L})(?:${words})\\s(?:than|que)\\s(?!\\p{Sc}?\\d)`, 'u'),
})); // biome-ignore format: a table

/** A sentence without its comparison, where the quotes bear that out; `wrong` where they say otherwise. */
export type Compared = { text: string } | { wrong: string };

/**
 * Reads "A is lighter than B" against the values that the quotes give A and B. No word of a quote has to say it.
 * @returns null for a sentence that compares nothing, or nothing that the quotes give a value each. Pure.
 */
export function readComparison(sentence: GroundText, grounds: TitledText[]): Compared | null {
  const text = fold(sentence.text);
  // Offsets only hold where folding has kept the length.
  if (text.length !== sentence.text.length) return null;
  for (const { dimension: kind, way, pattern } of COMPARATIVES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [one, other] = [
      sentence.text.slice(0, match.index),
      sentence.text.slice(match.index + match[0].length),
    ];
    const dimensions = new Set(grounds.flatMap(placedValues).map(({ key }) => dimensionOf(key)));
    for (const dimension of dimensions) {
      if (!kind.test(dimension)) continue;
      const [a, b] = [one, other].map((part) => amountOf({ ...sentence, text: part }, grounds, dimension));
      if (a === undefined || b === undefined || a === null || b === null) continue;
      if (way === 'less' ? a < b : a > b)
        return { text: `${one.trimEnd()} ${sentence.locale.startsWith('es') ? 'y' : 'and'} ${other}` };
      return { wrong: match[0].trim() };
    }
  }
  return null;
}

/** The one value that the quotes give to what a text names, in the base unit; null where they give it none, or several. */
function amountOf(part: GroundText, grounds: TitledText[], dimension: string): number | null {
  const rivals = boundsIn(grounds, dimension);
  const named = readBoundText(part);
  const scores = rivals.map((rival) => likeness(named, rival, rivals));
  const best = Math.max(0, ...scores);
  const found = new Set(
    rivals
      .filter((_, at) => best > 0 && scores[at] === best)
      .flatMap(({ values }) => values.map(({ key }) => key)),
  );
  const [key] = found;
  return found.size === 1 && key !== undefined ? Number(key.slice(key.indexOf(':') + 1)) : null;
}
