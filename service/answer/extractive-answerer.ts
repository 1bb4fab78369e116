import { type Answerer, type AnswerTask, type DraftSentence, NO_USAGE } from './answerer.ts';
import { readCells, sayRow } from './labelled-line.ts';
import type { RankedUnit } from './rank-units.ts';

/** An answer has this many sentences, rows or facts at most, list items that follow an introduction aside. */
const MOST_UNITS = 3;
const MOST_ITEMS = 10;
/**
 * A further sentence is said if it is at least this likely to be the answer as the best one: the scores are logits. The
 * answer to 9 in 10 of XQuAD's questions is among them, and two sentences are said on average.
 */
const LIKELY_TOO = 0.05;
/** All of a product's page is about the product, so that its lines come close without answering. */
const LIKELY_TOO_OF_PRODUCT = 0.3;
/** A heading that says most of what the question says is a question of the store's own: all under it answers. */
const HEADING_ANSWERS = 0.75;

/**
 * Answers in the store's own words: picks the sentences, table rows and facts that answer best and says them in reading
 * order. No model, no key, no network.
 */
export function makeExtractiveAnswerer(): Answerer {
  return {
    model: 'extractive',
    answer: (task) => sayDrafts(pickSentences(task)),
  };
}

/** An answer whose sentences are ready: no model is asked, so nothing is used. */
export function sayDrafts(drafts: DraftSentence[]): ReturnType<Answerer['answer']> {
  return { sentences: asAsync(drafts), usage: { ...NO_USAGE } };
}

async function* asAsync<T>(values: T[]): AsyncIterable<T> {
  yield* values;
}

/** Chooses what to say. Pure. */
export function pickSentences({ ranked }: Pick<AnswerTask, 'ranked'>): DraftSentence[] {
  const best = ranked[0];
  if (best === undefined) return [];
  const picked = dropRepeats(
    best.features.heading >= HEADING_ANSWERS && best.evidence.shape === 'prose'
      ? underSameHeading(best, ranked)
      : ranked.slice(0, MOST_UNITS).filter((unit) => unit === best || isSaidToo(unit, best)),
  );
  const said = new Set<RankedUnit>();
  return groupByDocument(picked).flatMap((unit) => {
    // A line of a list may be picked for itself as well.
    if (said.has(unit)) return [];
    const items = itemsAfter(unit, ranked).filter((item) => !said.has(item));
    for (const one of [unit, ...items]) said.add(one);
    return [draft(unit), ...items.map((item): DraftSentence => ({ ...draft(item), layout: 'item' }))];
  });
}

function isSaidToo(unit: RankedUnit, best: RankedUnit): boolean {
  const likely = Math.exp(unit.score - best.score);
  if (unit.evidence.kind !== 'product') return likely >= LIKELY_TOO;
  return unit.says && likely >= LIKELY_TOO_OF_PRODUCT;
}

/** The first sentences of the best unit's passage, and the best unit where it stands later. */
function underSameHeading(best: RankedUnit, ranked: RankedUnit[]): RankedUnit[] {
  const siblings = ranked
    .filter((unit) => unit.evidence.index === best.evidence.index)
    .sort((a, b) => a.position - b.position);
  const lead = siblings.slice(0, MOST_UNITS);
  return lead.includes(best) ? lead : [...lead.slice(0, MOST_UNITS - 1), best];
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

function draft(unit: RankedUnit): DraftSentence {
  const quotes = [{ evidence: unit.evidence.index, start: unit.start, end: unit.end }];
  const { shape, product, title } = unit.evidence;
  if (shape === 'rows') return { text: sayRow(unit.text), quotes, layout: 'item' };
  if (shape === 'facts' && readCells(unit.text)) {
    return { text: `${product?.name ?? title} – ${unit.text}`, quotes, layout: 'item' };
  }
  return { text: unit.text, quotes };
}
