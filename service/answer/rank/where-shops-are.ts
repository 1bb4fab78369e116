import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { asksOfShops } from '../understand/asks-of-shops.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { liesIn, readPlaces } from '../within/places.ts';
import { holdsAddress } from '../within/street-address.ts';
import type { RankedUnit } from './rank-units.ts';

/** Whether there is one, and not when it opens or what it has. English and Spanish, folded. */
const ASKS_IF =
  /(?<!\p{L})(?:(?:is|are) there|any|(?:do|does|have) (?:you|ya|u)(?: guys)?(?: have| got)?|you(?: guys)? (?:have|got)|got an?|where(?: is| are|'s|s)|are you|hay|habra|tienen|tienes|teneis|tenes|cuentan con|donde|algun[oa]?)(?!\p{L})/u;
const SHOPS =
  '(?:shops?|stores?|showrooms?|branch(?:es)?|outlets?|boutiques?|tiendas?|sucursal(?:es)?|local(?:es)?)(?! credit)';
const OF_SHOPS = new RegExp(
  String.raw`(?<!\p{L})(?:${SHOPS}|visit|find us|contact|about|locations?|visitanos|contacto|sobre nosotros|quienes somos)(?!\p{L})`,
  'u',
);
/** How many there are, or that they are the store's own. */
const TELLS = new RegExp(
  String.raw`(?<!\p{L})(?:our|own|one|two|three|four|five|six|single|only|\d+|nuestr[oa]s?|unic[oa]s?|un[oa]?|dos|tres|cuatro|cinco|seis)\s(?:\p{L}+\s){0,2}${SHOPS}(?!\p{L})`,
  'u',
);
const SAYS_WHERE = /(?<!\p{L})(?:in|at|on|en)\s(?:the\s)?\p{Lu}\p{L}/u;
/** That there are no more. */
const NO_OTHERS = new RegExp(
  String.raw`(?<!\p{L})(?:no|ningun[oa]?|sin)\s(?:other|more|further|otr[oa]s?|mas)\s(?:\p{L}+\s)?${SHOPS}(?!\p{L})|(?<!\p{L})(?:only|unic[oa]s?)\s(?:\p{L}+\s)?${SHOPS}(?!\p{L})`,
  'u',
);
/** "We have no other shops", and not "bring it to our shop in Bend". */
const STATES =
  /(?<!\p{L})(?:we|we're|is|are|have|own|open(?:ed|s)?|somos|tenemos|hay|contamos|es|son|estan?|abrimos)(?!\p{L})/u;
const SPEAKS_TO = /(?<!\p{L})(?:you|your|te|tu|tus|puedes|podeis|puede)(?!\p{L})/u;
/** At the end of a question, of a place that no list has. */
const IN_A_PLACE = /(?<!\p{L})(?:in|near|around|en|cerca de|por)\s(\p{L}{4,})(?:\s\p{L}{4,})?[\s?!.]*$/u;
const SAYS_SHOP = new RegExp(String.raw`(?<!\p{L})${SHOPS}(?!\p{L})`, 'u');
const SEVERAL = 2;
/** In logits. */
const AHEAD = 0.1;
/** Words of language at large name no place: below this a word is one of them. */
const TELLING = 0.55;
/** A match below this is no word of the question. */
const LEAST = 0.3;

/**
 * Asked whether there is a shop in a place that no line about the store's shops names, the lines that say where its shops are
 * come first: they are all there is to tell. Pure.
 * @returns the same units where something else is asked, or nothing says where the shops are.
 */
export function tellWhereShopsAre(
  units: RankedUnit[],
  terms: readonly QuestionTerm[],
  { standalone, locale }: { standalone: string; locale: string },
): RankedUnit[] {
  if (!asksOfShops([...terms]) || !ASKS_IF.test(fold(standalone))) return units;
  const places = readPlaces(standalone).filter(({ key }) => key !== 'worldwide');
  const asked =
    places.length > 0
      ? new Set(places.flatMap(({ written }) => written.split(' ')))
      : unknownPlace(standalone, terms, units);
  if (asked.size === 0 || !asksForShop(standalone, terms, asked)) return units;
  const telling = units.filter(
    (unit) => languageOf(unit.evidence.locale) === languageOf(locale) && saysWhere(unit),
  );
  // In Oregon there is one, which is no shop in Portland.
  const isNamed = ({ text, evidence }: RankedUnit): boolean =>
    readPlaces([text, ...evidence.heading].join('\n')).some(({ key }) =>
      places.some((place) => liesIn(key, place.key)),
    );
  if (!telling.some(isPlaced) || telling.some(isNamed)) return units;
  const most = Math.max(...units.map(({ score }) => score));
  // A table that has a row for each shop is told as a whole.
  const isOfShops = (unit: RankedUnit): boolean =>
    telling.filter((one) => isSameTable(unit, one)).length >= SEVERAL;
  const told = new Set([...telling, ...units.filter(isOfShops)]);
  return units.map((unit) =>
    told.has(unit) ? { ...unit, score: most + AHEAD * (1 + unit.score / most), tellsOfShops: true } : unit,
  );
}

/** Where a question ends in the name of a place that nothing which was found speaks of: its word. */
function unknownPlace(
  question: string,
  terms: readonly QuestionTerm[],
  units: readonly RankedUnit[],
): ReadonlySet<string> {
  const word = IN_A_PLACE.exec(fold(question))?.[1];
  const at = terms.findIndex((term) => fold(term.word) === word);
  const term = terms[at];
  const isUnknown =
    term !== undefined &&
    term.synonyms.size === 0 &&
    term.rarity >= TELLING &&
    units.every(({ matches }) => (matches[at] ?? 0) < LEAST);
  return new Set(isUnknown && word !== undefined ? [word] : []);
}

/** All that is asked is the shop and the place: not its hours, nor what it sells. */
function asksForShop(question: string, terms: readonly QuestionTerm[], named: ReadonlySet<string>): boolean {
  return (
    SAYS_SHOP.test(fold(question)) &&
    terms.every(
      ({ word, need, weight, synonyms }) =>
        need < 1 || weight < 1 || named.has(fold(word)) || synonyms.has('showroom'),
    )
  );
}

function saysWhere(unit: RankedUnit): boolean {
  const folded = fold(unit.text);
  return isPlaced(unit) || (isOwnPage(unit) && NO_OTHERS.test(folded) && STATES.test(folded));
}

function isPlaced(unit: RankedUnit): boolean {
  if (!isOwnPage(unit)) return false;
  const { text, evidence } = unit;
  const folded = fold(text);
  const isPlace = SAYS_WHERE.test(text) || readPlaces(text).length > 0;
  if (isPlace && TELLS.test(folded) && STATES.test(folded) && !SPEAKS_TO.test(folded)) return true;
  return holdsAddress(text) && OF_SHOPS.test(fold([evidence.title, ...evidence.heading].join('\n')));
}

function isSameTable({ evidence: a }: RankedUnit, { evidence: b }: RankedUnit): boolean {
  return (
    a.shape === 'rows' &&
    b.shape === 'rows' &&
    a.documentId === b.documentId &&
    a.heading.join('\n') === b.heading.join('\n')
  );
}

function isOwnPage({ evidence: { kind, genre, voice } }: RankedUnit): boolean {
  return kind !== 'product' && genre !== 'article' && voice !== 'customer';
}
