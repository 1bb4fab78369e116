import { PICKING, type PickingConstants } from '../rank/answer-constants.ts';
import { branchHeading, shopHeading } from '../rank/branch-heading.ts';
import { carriesOn } from '../rank/carries-on.ts';
import { denyingHeading, sayUnder } from '../rank/denying-heading.ts';
import { sayRow } from '../rank/labelled-line.ts';
import { subjectOf } from '../rank/other-subjects.ts';
import type { RankedUnit } from '../rank/rank-units.ts';

const MOST_ITEMS = 10;
/** Rows of one table that answer alike. */
const MOST_ROWS = 6;
/** Lines of opening hours: of each branch those of the week and of the weekend. */
const MOST_HOURS = 12;
/** A row that speaks less than this of a word of the question is not the row that was asked for … */
const SPEAKS = 0.45;
/** … where the best one speaks of it, and by more than this. */
const LESS = 0.15;

/** Words of the question by which a line is of the very thing that is asked about. */
const SEVERAL = 2;
/** So well a unit states a condition that the question meets. */
const MEETS = 0.5;

/** A word of the question that is in a unit as it is, or by another name of it. */
const SAID = 0.9;

/** What only tells that something comes, or asks: "Bent it?" */
const ANNOUNCES = /^[^\d]*[:?]$/;

const BARE_WORD = /^(?:yes|no|sure|of course|absolutely|s[ií]|claro|por supuesto)[.!,]*$/iu;
/** By so much, in logits, the best one is clearly better than what stands before it. */
const CLEARLY = 0.5;
/** What begins so answers its heading's question, and what stands after it is said of that answer. */
const SAYS_YES = /^(?:yes|no|s[ií])[.,:;]/iu;
/** What `expected` is where the question does not tell what kind of thing it asks for. */
const UNTOLD = 0.5;

/** A unit to be said. */
export interface PickedUnit {
  unit: RankedUnit;
  /** A line of the list that a unit before it announces. */
  listed: boolean;
}

/** Chooses which of the ranked units to say: the best one, then the others in reading order, its document's first. Pure. */
export function pickUnits(
  ranked: RankedUnit[],
  constants: Readonly<PickingConstants> = PICKING,
): PickedUnit[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const said = new Set<RankedUnit>();
  const chosen = leadWith(best, groupByDocument(dropRepeats(choose(best, ranked, constants))), constants);
  const picked = chosen.flatMap((unit) => {
    // A line of a list may be picked for itself as well.
    if (said.has(unit)) return [];
    const items = itemsAfter(unit, ranked).filter((item) => !said.has(item));
    if (items.length === 0 && chosen.length > 1 && ANNOUNCES.test(unit.text)) return [];
    for (const one of [unit, ...items]) said.add(one);
    return [{ unit, listed: false }, ...items.map((item) => ({ unit: item, listed: true }))];
  });
  return underHeadings(picked);
}

function choose(best: RankedUnit, ranked: RankedUnit[], constants: Readonly<PickingConstants>): RankedUnit[] {
  if (best.hours === true) return allHours(best, ranked);
  if (best.tellsOfShops === true)
    return ranked.filter((unit) => unit.tellsOfShops === true).slice(0, MOST_ROWS);
  if (isUnderOwnHeading(best, constants)) return underSameHeading(best, ranked, constants.mostUnits);
  const near = [...ranked]
    .sort((a, b) => worth(b, best, constants) - worth(a, best, constants))
    .filter((unit) => unit === best || !isBareWord(unit) || asksOpenly(best))
    .slice(0, constants.mostUnits)
    .filter((unit) => unit === best || isSaidToo(unit, best, constants));
  if (best.evidence.shape !== 'rows') return near;
  const rows = ranked.filter((unit) => isSameTable(unit, best) && !lacks(unit, best)).slice(0, MOST_ROWS);
  // "Liquid chemistry goes by road only" is said with the row of the address.
  const beside = near.filter(
    (unit) => !isSameTable(unit, best) && (!lacks(unit, best) || added(unit, best) >= SEVERAL),
  );
  return [...rows, ...beside];
}

/**
 * What stands under "What we can't take back" means the opposite without it, hours are of one branch, and "Free pickup" is
 * told above the lines alone: the heading is said too, once for the lines that follow each other.
 */
function underHeadings(picked: PickedUnit[]): PickedUnit[] {
  let before: string | null = null;
  const ofHours = picked.filter(({ unit }) => unit.hours === true);
  const isToldAbove = picked[0]?.unit.shownAbove === true && picked.every(({ unit }) => !shows(unit));
  const several = new Set(ofHours.map(({ unit }) => unit.evidence.heading.join('\n'))).size > 1;
  return picked.map((one) => {
    const { text, evidence } = one.unit;
    const above = one.listed
      ? null
      : (denyingHeading(text, evidence) ??
        (isToldAbove && one.unit.shownAbove === true ? evidence.heading.at(-1) : undefined) ??
        (one.unit.tellsOfShops === true
          ? shopHeading(text, evidence)
          : branchHeading(text, evidence, several)));
    const isSaid = above === before;
    before = above;
    if (above === null || isSaid) return one;
    const line = evidence.shape === 'rows' ? sayRow(text) : text;
    return { ...one, unit: { ...one.unit, text: sayUnder(above, line) } };
  });
}

/** Whether it holds what kind of thing is asked for. */
function shows({ features }: RankedUnit): boolean {
  return features.expected === 1;
}

/** A question for the hours of no branch in particular is answered by those of each. */
function allHours(best: RankedUnit, ranked: RankedUnit[]): RankedUnit[] {
  return ranked
    .filter(
      (unit) =>
        unit.hours === true &&
        unit.evidence.documentId === best.evidence.documentId &&
        unit.elsewhere === best.elsewhere &&
        (!lacks(unit, best) || adds(unit, best)),
    )
    .slice(0, MOST_HOURS);
}

/** "All shops are closed on Sundays" tells what the row of the branch that was asked for leaves open. */
function adds(unit: RankedUnit, best: RankedUnit): boolean {
  return added(unit, best) > 0;
}

/** How many words of the question it speaks of that the best unit leaves open. */
function added(unit: RankedUnit, best: RankedUnit): number {
  return best.matches.filter((match, term) => match < SPEAKS && (unit.matches[term] ?? 0) >= SAID).length;
}

function isSaidToo(unit: RankedUnit, best: RankedUnit, constants: Readonly<PickingConstants>): boolean {
  if ((unit.elsewhere === true && best.elsewhere !== true) || isOverruled(unit, best)) return false;
  // What a dated article tells was so on its day; the store's own page says what holds.
  if (unit.evidence.genre === 'article' && best.evidence.genre !== 'article') return false;
  const likely = Math.exp(worth(unit, best, constants) - best.score);
  if (unit.evidence.kind !== 'product') return likely >= leastLikely(unit, best, constants);
  if (!unit.says || likely < constants.likelyTooOfProduct) return false;
  // Beside a page of the store's, "Category: Lamps" adds nothing to what is said of a broken one.
  return best.evidence.kind === 'product' || !lacks(unit, best);
}

/** How likely a further unit of the store's pages must be. */
function leastLikely(unit: RankedUnit, best: RankedUnit, constants: Readonly<PickingConstants>): number {
  if (unit.evidence.documentId === best.evidence.documentId) return constants.likelyToo;
  if (shows(best) && unit.features.expected === 0) return constants.likelyOfOtherKind;
  return isBeside(unit, best) ? constants.likelyBeside : constants.likelyToo;
}

/** Its score; the sentence right after the best one goes on with what that tells. */
function worth(unit: RankedUnit, best: RankedUnit, { nextGain }: PickingConstants): number {
  const isNext =
    unit.evidence.shape === 'prose' &&
    unit.evidence.index === best.evidence.index &&
    unit.position === best.position + 1;
  return unit.score + (isNext ? nextGain : 0);
}

/** Of what was "bought in November" the rule for November is told, and not the general one that stands beside it. */
function isOverruled(unit: RankedUnit, best: RankedUnit): boolean {
  return (
    unit !== best &&
    unit.evidence.index === best.evidence.index &&
    (best.met ?? 0) >= MEETS &&
    (unit.met ?? 0) === 0 &&
    !adds(unit, best)
  );
}

/** A row of another page's table, or any line there, that lacks a word of the question which the best unit has. */
function isBeside(unit: RankedUnit, best: RankedUnit): boolean {
  return unit.evidence.documentId !== best.evidence.documentId && lacks(unit, best) && !adds(unit, best);
}

function isSameTable(a: RankedUnit, b: RankedUnit): boolean {
  return (
    a.evidence.shape === 'rows' &&
    a.evidence.documentId === b.evidence.documentId &&
    a.evidence.heading.join('\n') === b.evidence.heading.join('\n')
  );
}

/** Of a table, the rows for other regions than the one that was asked for are no answer. */
function lacks(row: RankedUnit, best: RankedUnit): boolean {
  return best.matches.some((match, term) => match >= SPEAKS && (row.matches[term] ?? 0) < match - LESS);
}

function isUnderOwnHeading(
  { features, evidence, headed }: RankedUnit,
  constants: Readonly<PickingConstants>,
): boolean {
  return (features.heading >= constants.headingAnswers || headed === true) && evidence.shape === 'prose';
}

/** The first sentences of the best unit's passage, and the best unit where it stands later. */
function underSameHeading(best: RankedUnit, ranked: RankedUnit[], mostUnits: number): RankedUnit[] {
  const siblings = ranked
    .filter((unit) => unit.evidence.index === best.evidence.index)
    .filter((unit) => !isOverruled(unit, best))
    .filter((unit) => unit === best || !isBareWord(unit) || asksOpenly(best))
    .sort((a, b) => a.position - b.position);
  // What the heading leaves open ("if it is stolen?") is told by whichever of them speaks of it.
  // "What payment methods do you accept?" is answered by the whole list.
  if (
    asksOpenly(best) &&
    siblings.length >= SEVERAL &&
    siblings.every(({ text }) => subjectOf(text) !== null)
  )
    return siblings.slice(0, MOST_ROWS);
  const telling = siblings.filter((unit) => unit !== best && adds(unit, best)).slice(0, mostUnits - 1);
  const lead = siblings.filter((unit) => unit !== best && !telling.includes(unit));
  const said = new Set([best, ...telling, ...lead].slice(0, mostUnits));
  const first = siblings.slice(0, mostUnits);
  return telling.every((unit) => first.includes(unit)) && first.includes(best)
    ? first
    : siblings.filter((unit) => said.has(unit));
}

/** The "Yes." that answers a heading's question answers no other one. */
function isBareWord({ text }: RankedUnit): boolean {
  return BARE_WORD.test(text);
}

/** No amount, time or name is asked for: perhaps a yes or no. */
function asksOpenly({ features }: RankedUnit): boolean {
  return features.expected === UNTOLD;
}

/** What an introduction announces ("We accept:") are the lines after it. */
function itemsAfter(unit: RankedUnit, ranked: RankedUnit[]): RankedUnit[] {
  if (!/:$/.test(unit.text)) return [];
  return ranked
    .filter((other) => other.evidence.index === unit.evidence.index && other.position > unit.position)
    .sort((a, b) => a.position - b.position)
    .slice(0, MOST_ITEMS);
}

/** The same words on two pages are said once. */
function dropRepeats(units: RankedUnit[]): RankedUnit[] {
  const seen = new Set<string>();
  return units.filter((unit) => {
    const key = unit.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The best unit's document first, and each document's units in reading order. */
function groupByDocument(units: RankedUnit[]): RankedUnit[] {
  const order = [...new Set(units.map((unit) => unit.evidence.documentId))];
  return [...units].sort(
    (a, b) =>
      order.indexOf(a.evidence.documentId) - order.indexOf(b.evidence.documentId) || a.start - b.start,
  );
}

/** What answers is said first, where it can be understood without what stands before it on its page. */
function leadWith(
  best: RankedUnit,
  units: RankedUnit[],
  constants: Readonly<PickingConstants>,
): RankedUnit[] {
  const [first = best] = units;
  const isClear =
    best.score - first.score >= CLEARLY && (!isUnderOwnHeading(first, constants) || lacks(first, best));
  const isInOrder =
    best.hours === true ||
    best.tellsOfShops === true ||
    best.special === true ||
    carriesOn(best.text) ||
    SAYS_YES.test(first.text);
  return isClear && !isInOrder ? [best, ...units.filter((unit) => unit !== best)] : units;
}
