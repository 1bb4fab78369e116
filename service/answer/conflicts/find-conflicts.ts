import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { Evidence } from '../answerer.ts';
import { readStatement, readValues, type Statement, topicsOf } from './read-statement.ts';

/** Why one of two statements holds: an article is true of its day; else the page that is newer, or a policy. */
export type ConflictReason = 'article' | 'newer' | 'policy';

/** Two statements of a store that cannot both hold. */
export interface Conflict {
  /** What is not to be quoted. */
  loser: Statement;
  /** What is answered from. */
  winner: Statement;
  reason: ConflictReason;
}

/** Pages that were changed within a day of each other were changed at once. */
const DAY_MS = 86_400_000;
/** A month is 30 days to one page and 31 to another. */
const SAME_DURATION = 1.05;
/** What rules are stated in. A bare number may be a step, a size or a count. */
const MEASURED = /^(?:money |duration$|percent$|working |time$)/;

const BOUNDS: [name: string, words: RegExp][] = [
  ['least', /\b(?:over|above|more than|at least|minimum|from|starting at|exceed\w*|or more|plus|superior\w* a|mas de|por encima de|al menos|minimo|a partir de|desde)\b/],
  ['most', /\b(?:under|below|less than|up to|at most|maximum|within|inferior\w* a|menos de|por debajo de|hasta|como maximo|maximo|dentro de)\b/],
  ['after', /\b(?:after|later than|despues de|pasados|tras)\b/],
  ['before', /\b(?:before|until|antes de)\b/],
]; // biome-ignore format: a table
const DENIALS =
  /\b(?:not?|never|cannot|without|except|unless|only|\w+n['’]?t|sin|nunca|excepto|salvo|solo)\b/g;
/** "This jacket", "these mugs": said of one thing. */
const STARTS_WITH_IT = /^\W*(?:this|these|it|its|they|that|those|est[aeo]s?|es[aeo]s?)\b/;
const OF_ONE_THING = /\b(?:this|these|it|its|est[aeo]s?|dich[oa]s?)\b/;

/**
 * Finds statements that say the same of the same thing but for their values, such as a limit of $50 on one page and of $75
 * on another, where it can be told which holds. Careful: whatever else differs (a country, a condition, a market, a
 * language, a heading that narrows) makes them statements on two things. Pure.
 */
export function findConflicts(evidence: readonly Evidence[]): Conflict[] {
  const groups = new Map<string, Statement[]>();
  for (const statement of evidence.flatMap(statementsOf)) {
    const key = [
      statement.topics,
      languageOf(statement.evidence.locale),
      statement.evidence.market ?? '',
      statement.evidence.shape,
    ].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), statement]);
  }
  const conflicts = [...groups.values()].flatMap(conflictsWithin);
  // What loses to one page is no reason to doubt another.
  const lost = new Set(conflicts.map(({ loser }) => loser));
  return uniqueLosers(conflicts.filter(({ winner }) => !lost.has(winner)));
}

function statementsOf(piece: Evidence): Statement[] {
  if (piece.shape === 'facts' || piece.voice === 'customer' || piece.suspect === true) return [];
  const isOfOneThing = piece.kind === 'product' ? OF_ONE_THING : STARTS_WITH_IT;
  return readStatements(piece.text, piece.locale).flatMap(({ start, end, folded, ...rest }) =>
    isOfOneThing.test(folded)
      ? []
      : [{ ...rest, evidence: piece, start: piece.start + start, end: piece.start + end }],
  );
}

/** Passages whose statements are kept. */
const MOST_KEPT = 2_000;

/** The statements of a passage, with their offsets there. */
const readStatements = remember(MOST_KEPT, (passage: string, locale: string) =>
  splitSentences(passage, locale).flatMap(({ start, end }) => {
    const text = passage.slice(start, end);
    const statement = readStatement(text, locale);
    return statement === null ? [] : [{ ...statement, start, end, folded: fold(text) }];
  }),
);

function conflictsWithin(statements: Statement[]): Conflict[] {
  const conflicts: Conflict[] = [];
  statements.forEach((one, index) => {
    for (const other of statements.slice(index + 1)) {
      const conflict = disagree(one, other) ? decide(one, other) : null;
      if (conflict !== null) conflicts.push(conflict);
    }
  });
  return conflicts;
}

function uniqueLosers(conflicts: Conflict[]): Conflict[] {
  const known = new Map<string, Conflict>();
  for (const conflict of conflicts) {
    const place = `${conflict.loser.evidence.documentId} ${conflict.loser.start}`;
    if (!known.has(place)) known.set(place, conflict);
  }
  return [...known.values()];
}

function disagree(one: Statement, other: Statement): boolean {
  if (one.evidence.documentId === other.evidence.documentId) return false;
  // Two products differ in whatever they like.
  if (one.evidence.kind === 'product' && other.evidence.kind === 'product') return false;
  if (one.topicCount === 1 && !one.isRule) return false;
  const [a, b] = [fold(one.text), fold(other.text)];
  if (denials(a) !== denials(b) || boundsDiffer(a, b) || scope(one) !== scope(other)) return false;
  return valuesDiffer(one, other);
}

function denials(text: string): string {
  return [...text.matchAll(DENIALS)]
    .map(([word]) => (/n['’]?t$|^(?:no|cannot)$/.test(word) ? 'not' : word))
    .sort()
    .join(' ');
}

/** "Over" and "up to"; where one says neither they may be the same. */
function boundsDiffer(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) =>
    BOUNDS.filter(([, words]) => words.test(text))
      .map(([name]) => name)
      .join(' '),
  );
  return one !== '' && other !== '' && one !== other;
}

/** What the headings narrow a statement to: "Canada", "Sale items". Rules' own names narrow nothing. */
function scope({ evidence, topics }: Statement): string {
  const said = new Set(topics.split(' '));
  const lines = evidence.heading.filter((line) => evidence.genre !== 'article' || line !== evidence.title);
  if (evidence.genre !== 'article' && evidence.kind !== 'product') lines.push(evidence.title);
  const names = lines.flatMap((line) => [...topicsOf(line, evidence.locale).names]);
  return [...new Set(names.filter((name) => !said.has(name) && !PAGE_WORDS.test(name)))].sort().join(' ');
}

/** Names of rules, and stems that titles have whatever they are about. */
const PAGE_WORDS =
  /^(?:=(?:return|refund|exchange|delivery|parcel|cancel|discount|warranty|repair|installments|payment|contact|hours|devolver|reembolso|cambio|envio|paquete|cancelar|descuento|garantia|reparar|financiar|pago|contactar|horario)|faqs?|help|center|centr|question|frequent|frequently|ask|answer|guid|guide|support|term|condit|condition|rule|overview|about|sobr|long|much|mani|work|time|rate|charg|free|ayud|pregunt|frecuent|guia|condicion|termin|tiemp|cuant|gratis|tarif)$/;

function valuesDiffer(one: Statement, other: Statement): boolean {
  const [a, b] = [readValues(one.text), readValues(other.text)];
  if (a === null || b === null || a.fixed !== b.fixed || a.numbers.size !== b.numbers.size) return false;
  let differ = false;
  for (const [what, values] of a.numbers) {
    const others = b.numbers.get(what);
    if (others === undefined) return false;
    if (areSame(values, others, what)) continue;
    if (!MEASURED.test(what)) return false;
    // "5–7 days" and "6 days" may both hold.
    if (values.length !== others.length && overlap(values, others)) return false;
    differ = true;
  }
  return differ;
}

function areSame(values: readonly number[], others: readonly number[], what: string): boolean {
  if (values.length !== others.length) return false;
  const most = what === 'duration' ? SAME_DURATION : 1;
  return values.every((value, index) => {
    const other = others[index] ?? 0;
    return Math.max(value, other) <= Math.min(value, other) * most;
  });
}

function overlap(a: readonly number[], b: readonly number[]): boolean {
  return Math.max(...a) >= Math.min(...b) && Math.max(...b) >= Math.min(...a);
}

const KINDS = ['policy', 'faq', 'page', 'file', 'product'];

/** @returns null where neither page is newer or more of a policy: then both are quoted, each with its source. */
function decide(one: Statement, other: Statement): Conflict | null {
  const [a, b] = [one.evidence, other.evidence];
  const compared: [ConflictReason, number][] = [
    ['article', Number(a.genre === 'article') - Number(b.genre === 'article')],
    ['newer', laterBy(b, a)],
    ['policy', KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)],
  ];
  const [reason, order] = compared.find(([, value]) => value !== 0) ?? [];
  if (reason === undefined || order === undefined) return null;
  const [winner, loser] = order < 0 ? [one, other] : [other, one];
  return { winner, loser, reason };
}

function laterBy(one: Evidence, other: Evidence): number {
  if (!one.modifiedAt || !other.modifiedAt) return 0;
  const difference = Date.parse(one.modifiedAt) - Date.parse(other.modifiedAt);
  return Math.abs(difference) < DAY_MS ? 0 : difference;
}
