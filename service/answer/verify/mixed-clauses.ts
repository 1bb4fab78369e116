import { fold } from '../../../ingest/analysis/stem.ts';
import type { TitledText } from './binding.ts';
import { readClaims } from './claims.ts';
import { readClosedWords } from './closed-classes.ts';
import { type GroundText, tokensOf } from './coverage.ts';
import { areSynonyms, needsNoQuote } from './generic-words.ts';
import { monthNumber } from './months.ts';

/** Ends of statements, and what sets one against another. */
const STRONG =
  /[;!?\n·|()]|(?<!\b[ap]\.?\s?m)\.(?=\s|$)|\s[—–]\s|,?\s(?:but|while|whereas|pero|mientras(?: que)?)\s/gu;
/** What joins two clauses, or two things of one clause. */
const WEAK = /,?\s(?:and|y|e)\s/gu;
/** A sentence gives its reasons and conditions from other clauses than it answers from. */
const ASIDE =
  /,\s|\s(?:because|since|so|which|when|if|once|after|before|porque|ya que|as[ií] que|cuando|si|antes de|despu[eé]s de)\s/gu;
/** A piece of fewer words is one of a list, not a clause. */
const LEAST_ITEMS = 2;
const PREPOSITION =
  /(?<!\p{L})(by|from|for|to|in|on|at|with|via|through|into|por|desde|para|en|con|mediante|a|al)\s(?:(?:the|an?|your|our|el|la|l[oa]s|un[oa]?|tu|su|nuestr[oa]s?)\s)?(?:[\p{L}\p{N}%$€£.,-]+\s)?$/u;
/** It says as much as a value. */
const NOTHING = /^(?:nothing|none|nada|ninguno|ninguna)$/;
/** Opening hours have checks of their own. */
const OPENS = /^(?:open|clos|abier|abr[ei]|cerra|cierr)/;
const TARGET = /^(?:to|for|para|a)$/;
/** What a clause may begin with before it names a thing. */
const LEAD =
  /^(?:(?:the|all|any|every|each|our|your|these|those|for|of|on|in|an?|tod[oa]s|l[oa]s|el|la|nuestr[oa]s?|para|de|en|sus?|tus?|un[oa]?|\d+)\s|[^\p{L}\p{N}])*$/u;

/** A word or a value of a clause. */
interface Item {
  key: string;
  word: string;
  /** What another of the same is a rival of: `country`, `minute`, `name`; null for a common word. */
  kind: string | null;
  preposition: string | null;
  /** The words before and after it, that name what it is a kind of: `carrot` and `lemon` before `cake`. */
  beside: string[];
  isHead: boolean;
  start: number;
}

interface Clause {
  items: Item[];
  keys: ReadonlySet<string>;
  /** Whether it stands on its own, or is only joined to the one before. */
  isStrong: boolean;
}

/**
 * Whether a clause of a sentence puts a thing of one clause of a quote with what another clause says of a rival of it: "the lemon
 * cake contains walnuts" of "the lemon cake contains egg; the carrot cake contains walnuts". Both clauses must have lost something
 * by it: the one its own thing, the other what it says.
 * @returns the word that was moved, or null. Pure.
 */
export function findMixedClauses(sentence: GroundText, grounds: TitledText[]): string | null {
  const said = cut(sentence.text, ASIDE).flatMap((text) => clausesOf({ ...sentence, text }));
  const saidKeys = new Set(said.flatMap(({ items }) => items.map(({ key }) => key)));
  for (const ground of grounds) {
    const clauses = clausesOf(ground);
    if (clauses.length < 2) continue;
    const titles = new Set(ground.titles.flatMap((title) => itemsOf(ground, title).map(({ key }) => key)));
    for (const { items } of said) {
      const own = items.filter(({ key }) => !titles.has(key));
      const moved = findMoved(own, clauses, saidKeys);
      if (moved !== null) return moved;
    }
  }
  return null;
}

function findMoved(said: Item[], clauses: Clause[], saidKeys: ReadonlySet<string>): string | null {
  const best = Math.max(...clauses.map(({ keys }) => said.filter(({ key }) => keys.has(key)).length));
  const together = (x: Item, y: Item): boolean =>
    clauses.some(({ keys }) => keys.has(x.key) && keys.has(y.key));
  for (const [a, one] of clauses.entries()) {
    const xs = said.filter(({ key }) => one.keys.has(key));
    if (xs.length === 0) continue;
    for (const [b, other] of clauses.entries()) {
      if (a === b) continue;
      const ys = said.filter(({ key }) => other.keys.has(key) && !one.keys.has(key));
      const own = xs.filter(({ key }) => !other.keys.has(key));
      if (ys.length === 0 || own.length === 0) continue;
      // Another clause says it all, or more of it.
      if (own.length + ys.length + (xs.length - own.length) <= best) continue;
      if (Math.max(xs.length, said.filter(({ key }) => other.keys.has(key)).length) < best) continue;
      const dropped = beyond(other, own, saidKeys);
      const lost = beyond(one, ys, saidKeys);
      // Who takes more of a clause than is left of it joins the two.
      if (dropped.length === 0 || lost.length < own.length) continue;
      const isStrong = clauses
        .slice(Math.min(a, b) + 1, Math.max(a, b) + 1)
        .some((clause) => clause.isStrong);
      const rivalled = (some: Item[], rivals: Item[], of: Clause, surely: boolean): Item | undefined =>
        some.find((item) => {
          const placed = of.items.find(({ key }) => key === item.key) ?? item;
          return rivals.some((rival) => !of.keys.has(rival.key) && areRivals(placed, rival, surely));
        });
      const y = rivalled(ys, lost, other, false);
      // Of statements apart the things must be rivals beyond doubt, of joined ones also what is said of them.
      if (y === undefined && !isStrong) continue;
      const x = rivalled(own, dropped, one, y === undefined);
      if (x === undefined) continue;
      const value = y ?? ys[0];
      if (value === undefined || own.some((thing) => ys.some((said) => together(thing, said)))) continue;
      return value.word;
    }
  }
  return null;
}

/** What a sentence leaves out of a clause; nothing where it says it in another word. */
function beyond({ items }: Clause, moved: Item[], said: ReadonlySet<string>): Item[] {
  const left = items.filter(({ key }) => !said.has(key));
  return left.filter(({ word }) => !moved.some((one) => areSynonyms(one.word, word)));
}

function areRivals(one: Item, other: Item, surely: boolean): boolean {
  if (one.kind !== null && one.kind === other.kind) return true;
  if (one.kind !== null && other.kind !== null) return false;
  // "Assembly applies to wardrobes", "Desks …": what it is for.
  if (one.isHead && TARGET.test(other.preposition ?? '')) return true;
  if (!surely && one.preposition !== null && one.preposition === other.preposition) return true;
  if (one.beside.some((word) => other.beside.includes(word))) return true;
  return one.isHead && other.isHead;
}

function clausesOf(whole: GroundText): Clause[] {
  const clauses: Clause[] = [];
  for (const part of cut(whole.text, STRONG)) {
    let isStrong = true;
    let items: Item[] = [];
    const pieces = cut(part, WEAK).map((piece) => itemsOf(whole, piece));
    for (const [at, own] of pieces.entries()) {
      items = [...items, ...(items.length === 0 ? own : own.map((item) => ({ ...item, isHead: false })))];
      const rest = pieces.slice(at + 1);
      if (items.length === 0) continue;
      if (rest.length > 0 && (items.length < LEAST_ITEMS || (rest[0]?.length ?? 0) < LEAST_ITEMS)) continue;
      clauses.push({ items, keys: new Set(items.map(({ key }) => key)), isStrong });
      items = [];
      isStrong = false;
    }
  }
  return clauses;
}

const cut = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function itemsOf(whole: GroundText, part: string): Item[] {
  const closed = readClosedWords(part).filter(({ key }) => !key.startsWith('stock:'));
  const named = new Set(closed.flatMap(({ written }) => fold(written).split(' ')));
  const folded = fold(part);
  const claims = readClaims(part, whole.locale).filter(
    ({ bare, key }) => bare !== null || key.startsWith('time:'),
  );
  for (const { written } of claims) for (const word of fold(written).split(/\P{L}+/u)) named.add(word);
  const tokens = tokensOf(whole, part).filter(({ stop, word }) => !stop || NOTHING.test(word));
  const besideOf = (start: number): string[] => {
    const at = tokens.findIndex((token) => token.start === start);
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    return [
      ...(before === undefined ? [] : [`${before.lexeme} _`]),
      ...(after === undefined ? [] : [`_ ${after.lexeme}`]),
    ];
  };
  const words = tokens
    .filter((token) => {
      const word = fold(token.word);
      return (
        /^\p{L}{2,}$/u.test(word) &&
        !needsNoQuote(word, whole.locale) &&
        !named.has(word) &&
        !OPENS.test(word) &&
        monthNumber(word) === 0
      );
    })
    .map((token) => {
      const written = part.slice(token.start, token.end);
      const word = fold(token.word);
      const isName = token.start > 0 && /^\p{Lu}/u.test(written);
      return {
        key: token.lexeme,
        word,
        kind: isName ? 'name' : null,
        preposition:
          folded.length === part.length
            ? (PREPOSITION.exec(folded.slice(0, token.start))?.[1] ?? null)
            : null,
        beside: besideOf(token.start),
        start: token.start,
        isHead: false,
      };
    });
  const [head] = words;
  // What "we" or a condition stands before is no thing that the clause speaks of.
  if (head !== undefined && LEAD.test(folded.slice(0, head.start))) head.isHead = true;
  const values = [...claims, ...closed].map(({ key, written }) => ({
    key,
    word: written,
    kind: key.slice(0, key.indexOf(':')).replace(/^working /, ''),
    preposition: null,
    beside: [],
    start: -1,
    isHead: false,
  }));
  return [...words, ...values];
}
