import { fold } from '../../../ingest/analysis/stem.ts';
import { readCells } from '../rank/labelled-line.ts';
import { measureAfter, measuresOfLabel } from '../verify/measures.ts';
import { readQuantities } from '../within/ranges.ts';

/** Dimensions that measure the same thing, so that an answer may be given in either. */
const ALIKE = [
  ['minute', 'month', 'second'],
  ['g', 'oz'],
  ['mm', 'in', 'mile'],
  ['ml', 'oz'],
  ['celsius', 'fahrenheit', 'degree'],
  ['gb', 'mb'],
];
const HOW_MANY = /\b(?:how many|cuant[oa]s)\s+(?=\p{L})/gu;

/** "What does it weigh", "how tall": the dimension without a unit. */
const OF_DIMENSION: [RegExp, readonly string[]][] = [
  [
    /\b(?:how heavy|(?:what|how much) (?:does|do|will|would) .{1,60} weigh|(?:weight|peso) (?:of|del?|de la) |(?:max(?:imum)?|total) (?:weight|load)|(?:weight|load) (?:limit|capacity)|peso maximo|carga maxima|cuanto pesan?|que peso tienen?)\b/u,
    ['g', 'oz'],
  ],
  [
    /\b(?:how (?:tall|wide|thick)|que (?:altura|anchura|grosor) tienen?|cuanto miden?)\b/u,
    ['mm', 'in', 'mile'],
  ],
];

/**
 * What "how many watts" and "cuántos litros" want: a quantity of those dimensions, which nothing else answers.
 * @returns null where no unit of measure is asked for. Pure.
 */
export function askedMeasure(question: string): readonly string[] | null {
  const folded = fold(question);
  for (const match of folded.matchAll(HOW_MANY)) {
    const measure = measureAfter(` ${folded.slice(match.index + match[0].length)}`);
    if (measure === null) continue;
    const dimension = measure.dimension.replace(/^working /, '');
    return [dimension, ...ALIKE.filter((group) => group.includes(dimension)).flat()];
  }
  return OF_DIMENSION.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/** Whether a text states a quantity of one of the dimensions ("12 MSI" are months without interest), or a cell under a column that is named by one. Pure. */
export function showsMeasure(text: string, dimensions: readonly string[]): boolean {
  return (
    (dimensions.includes('month') && /\d+ MSI\b/.test(text)) ||
    readQuantities(text).some(({ kind }) => dimensions.includes(kind)) ||
    (readCells(text) ?? []).some(
      ({ label, value }) =>
        /^\p{N}/u.test(value) &&
        measuresOfLabel(fold(label)).some(({ dimension }) => dimensions.includes(dimension)),
    )
  );
}
