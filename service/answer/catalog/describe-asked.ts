import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { isGeneric } from '../verify/generic-words.ts';
import { askedUnits } from './asked-unit.ts';
import { type FactRow, namesOfFact } from './describe-facts.ts';
import { isPlainly, PROPERTIES } from './measure-words.ts';
import { asksAvailability } from './product-availability.ts';
import { readQuantities } from './units.ts';

/** What a question asks of products: facts by their keys, and the words of it that do so. */
export interface AskedFacts {
  /** Keys of rows, those named most plainly first. */
  keys: string[];
  /** Words of the question that ask for them, folded. */
  words: ReadonlySet<string>;
}

/** What tells how big a thing is, where it has a number in it. */
const SIZE_OF = /^(?:sizes?|dimensions?|measurements|medidas|dimensiones|tamano)$/;

/** How shoppers ask for facts whose name they do not say, folded: what names of facts it means, and the words. English and Spanish. */
const MEANT: [names: RegExp, said: RegExp][] = [
  [
    /^(?:price|precio)$/,
    /\b(?:prices?|priced|costs?|how much (?:is|are|for)|cheaper|cheapest|(?:more|less|most|least) expensive|dearer|pricier|pricey|on sale|sales?|discounted|reduced|rebajad[oa]s?|oferta|precios?|cuanto (?:cuestan?|valen?|es|son)|cuestan?|valen?|barat[oa]s?|car[oa]s?|economic[oa]s?)\b/,
  ],
  [
    /^(?:rating|valoracion)$/,
    /\b(?:rating|rated|ratings|reviews?|reviewed|stars|valorad[oa]s?|valoracion(?:es)?|opiniones|puntuacion|estrellas)\b/,
  ],
  [
    /\b(?:material|materiales|fabric|tejido|composition|composicion)\b/,
    /\b(?:made (?:of|from|out of)|materials?|fabrics?|cloth|composition|hech[oa]s? de|(?:de )?que (?:tela|material|tejido)|tela|tejido|materiales|composicion)\b/,
  ],
  [/^(?:colou?rs?|color|colores)$/, /\b(?:colou?rs?|colores|shades?|tonos?)\b/],
  [/^(?:size|sizes|talla|tallas)$/, /\b(?:sizes?|tallas?|numeros?)\b/],
  [/^(?:brand|marca)$/, /\b(?:brands?|marcas?|who makes|manufacturer|fabricante)\b/],
  [
    /^(?:authors?|writers?|composers?|artists?|autor(?:a|es)?|compositor(?:a|es)?|artistas?)$/,
    /\b(?:who (?:wrote|writes|composed|illustrated|(?:is|are) (?=.{2,60} by\b))|(?:written|composed|illustrated) by|by whom|authors?|writers?|composers?|quien(?:es)? (?:escribio|escribe|compuso|(?:es|son) (?:el|la|los) autor\w*)|autor(?:a|es)?)\b/,
  ],
  [/^(?:sku|gtin)$/, /\b(?:sku|gtin|ean|barcode|(?:model|item|article|part) number|codigo de barras|referencia)\b/],
  [
    /\b(?:capacity|load|carga|capacidad|volume|volumen)\b/,
    /\b(?:carry|carries|hold|holds|fits? in|haul|hauls|caben?|aguantan?|soportan?|cargan?)\b/,
  ],
  // What a vessel of a product holds is its capacity: "how big is the water tank?"
  [
    /\b(?:capacity|capacidad|volume|volumen)\b/,
    /\b(?:how (?:big|large) (?:is|are)(?:\s|\b(?:the|its|their|s|water|milk|bean|dust|fuel|waste)\b|')*|(?:size|capacity|volume) of(?:\s|\b(?:the|its|water|milk|bean|dust|fuel|waste)\b)*|que (?:tamano|capacidad) tiene (?:el|la|su) )(?:tank|reservoir|hopper|canister|carafe|jug|dustbin|drum|bowl|deposito|tanque|tolva|jarra|tambor|cubeta)s?\b|\b(?:tank|reservoir|hopper|canister|carafe|jug|dustbin|drum|bowl) (?:size|capacity|volume)\b/,
  ],
  // How big a thing is its size tells, or its measures.
  [
    SIZE_OF,
    /\b(?:how (?:big|large)|dimensions|measurements|(?:de )?que tamano|(?:que|cuales son (?:sus|las)) medidas|cuanto miden?(?! de )|que tan grandes?)\b/,
  ],
  [/\b(?:range|autonomia)\b/, /\b(?:farther|further|how far|distance|distancia|mas lejos|miles|kilometros)\b/],
  [
    /\b(?:maturity|harvest|madurez|cosecha)\b/,
    /\b(?:ripens?|ripe|matures?|harvest|maduran?|cosechar?|cosecha)\b/,
  ],
  [/\b(?:boil time|tiempo de ebullicion)\b/, /\b(?:boils?|hierven?)\b/],
  [
    /\b(?:temperature|comfort|temperatura|confort)\b/,
    /\b(?:warm|warmer|warmest|cold|colder|calid[oa]s?|calienta|abriga[ns]?|frio)\b/,
  ],
  [/\b(?:brightness|lumens|brillo|lumenes)\b/, /\b(?:bright|brighter|brightest|luminos[oa]s?|alumbran?)\b/],
  [/\b(?:noise|ruido)\b/, /\b(?:loud|louder|quiet|quieter|noisy|noisier|silencios[oa]s?|ruidos[oa]s?)\b/],
  [/\b(?:power|potencia)\b/, /\b(?:powerful|stronger|potentes?)\b/],
  [/\b(?:battery|battery life|autonomia|bateria)\b/, /\b(?:lasts? longer|longer lasting|dura mas|duran mas)\b/],
  [/\b(?:waterproof|water resistance|impermeable|impermeabilidad)\b/, /\b(?:waterproof|water ?resistant|impermeables?)\b/],
]; // biome-ignore format: a table

/** What is put into a thing and that it holds are one word for its capacity: "how much water does it hold". */
const HOLDS =
  /\b(?:how (?:much|many)|cuant[oa]s?)\s(\p{L}+)\s(?:.*\s)?(holds?|fits?|takes?|carr(?:y|ies)|supports?|bears?|caben?|aguantan?|soportan?|admiten?|cargan?)\b/u;
const CAPACITY = /\b(?:capacity|load|carga|capacidad|volume|volumen|limit|limite)\b/;
/** The weight that a thing bears is not its own. */
const WEIGHT_BORNE =
  /\b(?:(?:(?:how much|what|max(?:imum)?) (?:weight|load)|how many (?:pounds|lbs?|kilos?|kg))\b.*\b(?:takes?|holds?|supports?|carr(?:y|ies)|bears?|handles?|hauls?|lifts?)|weight (?:limit|capacity)|(?:cuanto|que) peso\b.*\b(?:aguant|soport|admit|carg|resist)\p{L}*)(?!\p{L})/u;
const OWN_WEIGHT = /^(?:(?:packed |net |gross )?weight|peso(?: neto| bruto)?)$/;

/** What a fact is that is meant and is called so; a `fill weight` is not what a thing weighs. */
const PLAINLY = 1.2;

/**
 * Reads which facts of products a question asks for: by a word of their name, or by what shoppers say for it ("how heavy",
 * "de qué tela"). Pure.
 * @param rows of the products that it is about; @param names lexemes of the question that are parts of their names.
 */
export function askedFacts(
  question: string,
  rows: FactRow[],
  locale: string,
  names: ReadonlySet<string> = new Set(),
): AskedFacts {
  const all = analyze(question, locale);
  const tokens = all.filter((token) => !names.has(token.lexeme));
  const folded = fold(
    without(
      question,
      all.filter((token) => names.has(token.lexeme)),
    ),
  ).replace(/[¿?¡!]/g, ' ');
  const spoken = new Set(tokens.filter((token) => !token.stop).map((token) => token.lexeme));
  const hits: { key: string; score: number; said: string }[] = [];
  const units = askedUnits(folded);
  const holds = HOLDS.exec(folded);
  const isBorne = WEIGHT_BORNE.test(folded);
  const add = (key: string, score: number, said: string): void => {
    hits.push({ key, score, said });
  };
  for (const row of rows) {
    const called = namesOfFact(row);
    if (isBorne && (called.some((name) => OWN_WEIGHT.test(name)) || !isMass(row.value, locale))) continue;
    for (const unit of units)
      if (row.key.startsWith('attribute:') && unit.states(row.value, locale))
        add(row.key, PLAINLY, unit.word);
    if (holds !== null && called.some((name) => CAPACITY.test(name)))
      add(row.key, PLAINLY, holds.slice(1).join(' '));
    for (const name of called) {
      const parts = analyze(name, locale).filter((part) => !part.stop && !isGeneric(fold(part.word)));
      const said = parts.filter((part) => spoken.has(part.lexeme));
      // "Weight" says more of a "fill weight" than "fill" alone would of another thing.
      const heard = tokens.filter((token) => said.some(({ lexeme }) => lexeme === token.lexeme));
      if (said.length > 0)
        add(row.key, 1 + said.length / parts.length, heard.map(({ word }) => fold(word)).join(' '));
    }
    for (const [fact, said] of MEANT) {
      if (!called.some((name) => fact.test(name))) continue;
      if (fact === SIZE_OF && !/\d/.test(row.value)) continue;
      for (const [match] of folded.matchAll(new RegExp(said, 'gu'))) add(row.key, PLAINLY, match);
    }
    for (const property of PROPERTIES) {
      const fitting = called.filter((name) => property.names.test(name));
      if (fitting.length === 0) continue;
      const score = fitting.some((name) => isPlainly(name, property)) ? PLAINLY : 1;
      for (const said of [property.said, property.most, property.least]) {
        const match = said?.exec(folded) ?? null;
        if (match !== null) add(row.key, score, match[0]);
      }
    }
  }
  if (asksAvailability(question) && rows.some(({ key }) => key === 'availability'))
    hits.push({ key: 'availability', score: 1, said: '' });
  // "How many pounds" wants pounds, or what they can be converted from.
  const measures = units.filter(({ isMeasure }) => isMeasure);
  const inUnit = new Set(
    rows.flatMap(({ key, value }) => (measures.every((unit) => unit.states(value, locale)) ? [key] : [])),
  );
  // Each word means the fact that is named most plainly by it: "weight" the weight, not the fill weight.
  const meant = hits.filter(({ said, score }) =>
    hits.every((other) => other.said !== said || other.score <= score),
  );
  const fits = ({ key }: { key: string }): boolean => measures.length === 0 || inUnit.has(key);
  return {
    keys: [...new Set(meant.filter(fits).map(({ key }) => key))],
    words: new Set(hits.flatMap(({ said }) => said.match(/[\p{L}\p{N}]+/gu) ?? [])),
  };
}

function isMass(value: string, locale: string): boolean {
  return readQuantities(fold(value), locale).some(({ unit }) => unit.factors.mass !== undefined);
}

/** A text without some of its words: a "Front Light" asks for no weight. */
function without(text: string, tokens: { start: number; end: number }[]): string {
  return tokens.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}
