import { fold } from '../../../ingest/analysis/stem.ts';
import type { ShownProduct } from '../../../sql/answers.ts';
import { sameColor } from '../catalog/color-words.ts';

/** Words that name a place in a list, from the first; −1 is the last. Folded. */
const PLACES: Record<string, number> = {
  first: 0, '1st': 0, primero: 0, primera: 0, primer: 0,
  second: 1, '2nd': 1, segundo: 1, segunda: 1,
  third: 2, '3rd': 2, tercero: 2, tercera: 2, tercer: 2,
  fourth: 3, '4th': 3, cuarto: 3, cuarta: 3,
  fifth: 4, '5th': 4, quinto: 4, quinta: 4,
  sixth: 5, '6th': 5, sexto: 5, sexta: 5,
  last: -1, ultimo: -1, ultima: -1,
}; // biome-ignore format: a table
const PLACE_WORDS = Object.keys(PLACES).join('|');
/** What may follow "the second" where it means one of a list: not "the second order", but "the second one is …". */
const THING =
  '(?: (?:one|option|product|item|result|choice|opcion|producto|articulo|de la lista|on the list|you (?:showed|listed)))?';
const AFTER =
  '(?=\\s*(?:[?.!,;]|$)|\\s(?:is|are|was|has|have|come|comes|cost|costs|weigh|weighs|in|and|or|vs|versus|made|available|waterproof|work|works|fit|fits|es|esta|tiene|viene|cuesta|pesa|en|y|o|lleva|mide|vale)\\b)';
const ORDINAL = new RegExp(`\\b(?:(?:the|el|la|lo) )?(${PLACE_WORDS})${THING}${AFTER}`, 'u');
const NUMBERED = new RegExp(
  `(?:\\b(?:the )?(?:number|no\\.?|option|numero|opcion) |#)(\\d)${AFTER}|\\b(?:el|la) (?:numero )?(\\d)(?=\\s*(?:[?.!,;]|$))`,
  'u',
);
const OTHER = new RegExp(`\\b(?:the other|el otro|la otra)${THING}${AFTER}`, 'u');
const CHEAPEST =
  /\b(?:the cheap(?:er|est)(?: one| of them| of those)?|(?:el|la) mas barat[oa]|(?:el|la) mas economic[oa])(?=\s*(?:[?.!,;]|$)|\s(?:is|has|come|in|es|tiene|viene|en)\b)/u;
const DEAREST =
  /\b(?:the (?:(?:more|most) expensive|dearer|dearest|priciest)(?: one| of them| of those)?|(?:el|la) mas car[oa])(?=\s*(?:[?.!,;]|$)|\s(?:is|has|come|in|es|tiene|viene|en)\b)/u;
const COLORED = /\b(?:the|el|la) (\p{L}+)(?: one)?(?=\s*(?:[?.!,;]|$))/u;
const FIRST_FEW =
  /\b(?:the )?(?:first|last) (two|three)\b|\b(?:l[oa]s )?(?:dos|tres) (?:primer|ultim)[oa]s\b|\b(?:l[oa]s )?(?:primer|ultim)[oa]s (dos|tres)\b/u;
const COUNTS: Record<string, number> = { two: 2, three: 3, dos: 2, tres: 3 };

/** A part of a message that stands for shown products. */
export interface Reference {
  /** UTF-16 offsets into the folded message. */
  start: number;
  end: number;
  products: ShownProduct[];
}

/**
 * Finds which of the products that were shown a message means: "the second one", "la última", "the other one". Pure.
 * @param folded the message. @param shown the list that was shown last, in its order.
 * @param spokenOf names of the products that the question before was about.
 */
export function findReference(
  folded: string,
  shown: ShownProduct[],
  spokenOf: readonly string[],
): Reference | null {
  if (shown.length === 0) return null;
  const few = FIRST_FEW.exec(folded);
  if (few !== null && shown.length > 1) {
    const count = COUNTS[few[1] ?? few[2] ?? /dos|tres/.exec(few[0])?.[0] ?? ''] ?? 2;
    const products = /last|ultim/.test(few[0]) ? shown.slice(-count) : shown.slice(0, count);
    return refer(few, products);
  }
  const single = (match: RegExpExecArray | null, product: ShownProduct | undefined): Reference | null =>
    match === null || product === undefined ? null : refer(match, [product]);
  const ordinal = ORDINAL.exec(folded);
  const numbered = NUMBERED.exec(folded);
  const others = shown.filter(({ name }) => !spokenOf.includes(name));
  return (
    single(ordinal, shown.at(PLACES[ordinal?.[1] ?? ''] ?? shown.length)) ??
    single(numbered, shown[Number(numbered?.[1] ?? numbered?.[2] ?? 0) - 1]) ??
    single(OTHER.exec(folded), shown.length > 1 && others.length === 1 ? others[0] : undefined) ??
    (shown.length > 1
      ? (single(CHEAPEST.exec(folded), byPrice(shown)[0]) ??
        single(DEAREST.exec(folded), byPrice(shown).at(-1)))
      : null) ??
    colored(folded, shown)
  );
}

function refer({ 0: match, index }: RegExpExecArray, products: ShownProduct[]): Reference {
  return { start: index, end: index + match.length, products };
}

function byPrice(shown: ShownProduct[]): ShownProduct[] {
  return shown.filter(({ price }) => price !== null).sort((a, b) => (a.price ?? 0) - (b.price ?? 0));
}

/** "The red one", where just one is red. */
function colored(folded: string, shown: ShownProduct[]): Reference | null {
  const match = COLORED.exec(folded);
  const color = match?.[1] ?? '';
  if (match === null || shown.length < 2 || sameColor(color).length === 0) return null;
  const names = [color, ...sameColor(color)];
  const having = shown.filter(({ attributes }) =>
    Object.values(attributes)
      .flat()
      .some((value) => names.includes(fold(value))),
  );
  return having.length === 1 ? refer(match, having) : null;
}
