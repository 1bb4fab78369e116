import { fold } from '../../../ingest/analysis/stem.ts';
import { factPatterns } from '../../../ingest/extract/fact-words/fact-patterns.ts';
import type { Availability, ProductFacts } from '../../../sql/document.ts';
import { sameColor } from '../catalog/color-words.ts';
import { namedValues } from '../catalog/named-values.ts';
import { readCells } from '../rank/labelled-line.ts';
import { readClosedWords } from '../verify/closed-classes.ts';
import { compareValues } from './compare-values.ts';
import { OTHERS } from './question-forms.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord } from './reading.ts';
import { wordsOf } from './shared-words.ts';

const YES = /^(?:yes|true|si|y)$/;
const NO = /^(?:no|false|n|none|not included|no incluid[oa]s?)$/;
const IN_STOCK =
  /\b(?:in stock|available|availability|en stock|disponibles?|existencias|queda[n]?|buy|comprar)\b/;
const SOLD_OUT = /\b(?:sold out|out of stock|unavailable|agotad[oa]s?|sin existencias)\b/;
const STOCK_WORD =
  /^(?:stock|stocks|sold|available|unavailable|disponibles?|existencias|agotad[oa]s?|quedan?|buy|comprar|size|talla|color|colour|version|inmediata?)$/;
/** Words of a label that a question need not have: `Dishwasher safe`, `Material`. */
const LABEL_REST =
  /^(?:safe|apto|apta|compatible|type|tipo|material|size|talla|color|colour|friendly|resistant|included|incluid[oa]s?)$/;
/** Words that ask for a value of an attribute without naming either. */
const VALUE_ASKS = /^(?:color|colour|size|talla|made|made_of|material|version|hech[oa])$/;
const COMES_IN = /\b(?:come|comes|available|have|has|got|get|made|in|en|viene|tiene|tienen|teneis|hay)\b/;
/** Colors that shops and shoppers may mean one by the other. */
const NEAR_COLORS = [
  'blue navy turquoise', 'green turquoise', 'red pink', 'red orange', 'orange yellow', 'pink purple', 'brown beige', 'white beige', 'gray black', 'black navy', 'purple blue',
].map((line) => line.split(' ').map((color) => `color:${color}`)); // biome-ignore format: a table

/** A question about one product: what is left of it beside the product's name. */
interface Asked {
  question: YesNoQuestion;
  text: string;
  topics: YesNoQuestion['topics'];
  locale: string;
}

/**
 * The word that a product's fact lines give: a yes or no of its own, a value that is listed or, the list being complete,
 * is not; stock; a price or measure that is the one asked for. Pure.
 * @returns null where the lines do not tell, or tell of another product.
 */
export function factWord(
  text: string,
  question: YesNoQuestion,
  lines: string,
  product: ProductFacts,
  { locale, quoteLocale }: { locale: string; quoteLocale: string },
): AnswerWord | null {
  if (OTHERS.test(fold(text))) return null;
  const name = wordsOf([product.name, product.brand, product.category].join('\n'), quoteLocale);
  const asked = { question, text, locale, topics: question.topics.filter((topic) => !name.has(topic)) };
  // "The Larch 4" is another product than the Larch 2.
  const numbers = question.claims.flatMap(({ key, bare }) =>
    /^number:/.test(key) && bare !== null ? [bare] : [],
  );
  const named = new Set([
    ...valueWords(product.name),
    ...[...namedValues(text, product).values()].flatMap((set) => [...set]),
  ]);
  if (numbers.some((number) => !named.has(number)) && !SIZE.test(fold(text))) return null;
  const stock = stockWord(asked, lines, product);
  if (stock !== null) return stock;
  const words = lines.split('\n').map((line) => lineWord(asked, line.trim(), product, quoteLocale));
  const said = new Set(words.filter((word) => word !== null));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

function stockWord({ text, topics }: Asked, lines: string, product: ProductFacts): AnswerWord | null {
  const folded = fold(text);
  const wantsGone = SOLD_OUT.test(folded);
  if (!wantsGone && !IN_STOCK.test(folded)) return null;
  if (
    !lines.split('\n').some((line) => factPatterns.availability.test(line) || factPatterns.soldOut.test(line))
  )
    return null;
  const named = namedValues(text, product);
  const values = new Set([...named.values()].flatMap((set) => [...set].flatMap(valueWords)));
  const rest = topics.filter(
    ({ word }) =>
      !STOCK_WORD.test(fold(word)) && ![word, ...sameColor(fold(word))].some((one) => values.has(fold(one))),
  );
  if (rest.length > 0) return null;
  const meant = product.variants.filter((variant) =>
    [...named].every(([attribute, wanted]) =>
      wanted.has((variant.attributes[attribute] ?? '').toLowerCase()),
    ),
  );
  if (named.size > 0 && meant.length === 0) return null;
  const states = named.size > 0 ? meant.map(({ availability }) => availability) : [product.availability];
  const isIn = states.includes('in_stock');
  const isGone = states.every((state) => GONE.includes(state));
  if (!isIn && !isGone) return null;
  return isIn !== wantsGone ? 'yes' : 'no';
}

const GONE: Availability[] = ['out_of_stock', 'discontinued'];
const valueWords = (value: string): string[] => fold(value).match(/[\p{L}\p{N}]+/gu) ?? [];

function lineWord(asked: Asked, line: string, product: ProductFacts, quoteLocale: string): AnswerWord | null {
  const [cell, ...more] = readCells(line) ?? [];
  if (cell === undefined || more.length > 0 || factPatterns.variantPrice.test(line)) return null;
  const label = wordsOf(cell.label, quoteLocale);
  const rest = asked.topics.filter((topic) => !label.has(topic) && !VALUE_ASKS.test(fold(topic.word)));
  const value = fold(cell.value);
  if (YES.test(value) || NO.test(value)) {
    const isAsked =
      rest.length === 0 &&
      asked.topics.some((topic) => label.has(topic)) &&
      label.tokens.every(
        (token) =>
          LABEL_REST.test(fold(token.word)) ||
          asked.topics.some((topic) => topic.lexeme === token.lexeme || topic.synonyms.has(token.lexeme)),
      );
    return isAsked && !asked.question.claims.some(({ key, bare }) => bare !== null && !/^number:/.test(key))
      ? YES.test(value)
        ? 'yes'
        : 'no'
      : null;
  }
  const size = sizeWord(asked, cell.label, cell.value);
  if (size !== undefined) return size;
  if (asked.question.claims.some(({ key, bare }) => bare !== null && !/^(?:number|code):/.test(key))) {
    return rest.length === 0 ? amountWord(asked, line, product) : null;
  }
  return rest.length > 0 || isColor(cell.label)
    ? listWord(asked, cell.label, line, product, quoteLocale, rest)
    : null;
}

function amountWord({ text }: Asked, line: string, product: ProductFacts): AnswerWord | null {
  if (factPatterns.price.test(line) && (product.priceMax ?? product.price) !== product.price) return null;
  const compared = compareValues(text, line.replace(/\s*\([^)]*\)$/, ''));
  if (compared === 'same' || compared === 'true') return 'yes';
  return compared === 'false' ? 'no' : null;
}

const SIZE =
  /(?<!\p{L})(?:sizes?|tallas?|numero|in|en|the|la)\s(?:an? |una? )?(x{0,4}s|m|x{0,4}l|\dxl|\d{1,2}(?:[.,]5)?)(?![\p{L}\p{N}%.,]|\s?(?:days?|dias?|cm|kg|l\b))/u;

/** @returns undefined where the line is none of sizes, or the question names none. */
function sizeWord({ text, topics }: Asked, label: string, value: string): AnswerWord | null | undefined {
  if (!/^(?:sizes?|tallas?)$/.test(fold(label))) return undefined;
  const [, size] = SIZE.exec(fold(text)) ?? [];
  if (size === undefined) return undefined;
  const others = topics.filter(({ word }) => fold(word) !== size && !VALUE_ASKS.test(fold(word)));
  const sizes = fold(value)
    .split(',')
    .map((one) => one.trim());
  if (others.length > 0 || !sizes.every((one) => /^(?:\d?x{0,4}[sml]|\d{1,2}(?:[.,]5)?)$/.test(one)))
    return null;
  return sizes.includes(size) ? 'yes' : 'no';
}

const isColor = (label: string): boolean => /^colou?r(?:es|s)?$/.test(fold(label));

function listWord(
  { text, question }: Asked,
  label: string,
  line: string,
  product: ProductFacts,
  locale: string,
  rest: YesNoQuestion['topics'],
): AnswerWord | null {
  const values = line.slice(line.indexOf(':') + 1);
  if (!COMES_IN.test(fold(text)) && question.form !== 'is') return null;
  const listed = wordsOf(values, locale);
  const isListed = (topic: YesNoQuestion['topics'][number]): boolean =>
    listed.has(topic) ||
    sameColor(fold(topic.word)).some((word) =>
      fold(values)
        .split(/[^\p{L}]+/u)
        .includes(word),
    );
  if (isColor(label)) return colorWord(text, values, rest, isListed, product);
  if (rest.length === 0 || !rest.every(isListed)) return null;
  // One value of several, or "wool, nylon": part of it is not all of it.
  return values.includes(',') && question.form === 'is' ? null : 'yes';
}

function colorWord(
  text: string,
  values: string,
  rest: YesNoQuestion['topics'],
  isListed: (topic: YesNoQuestion['topics'][number]) => boolean,
  product: ProductFacts,
): AnswerWord | null {
  const asked = colorsOf(text);
  const [color] = asked;
  if (color === undefined || asked.length > 1) return null;
  const isTheColor = rest.every(({ word }) => colorsOf(word).length > 0);
  if (!isTheColor) return null;
  if (rest.length > 0 && rest.every(isListed)) return 'yes';
  const each = values.split(',').map(colorsOf);
  const all = product.attributes.color?.length ?? 0;
  const isComplete = all === each.length && each.every((colors) => colors.length > 0);
  const isNear = each
    .flat()
    .some(
      (other) => other === color || NEAR_COLORS.some((pair) => pair.includes(other) && pair.includes(color)),
    );
  return isComplete && !isNear ? 'no' : null;
}

function colorsOf(text: string): string[] {
  return readClosedWords(text).flatMap(({ key }) => (key.startsWith('color:') ? [key] : []));
}
