import { analyze } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { kindAt } from './kind-words.ts';

/** What is made for a thing and called after it: a knife block, a guitar stand. */
const ACCESSORY =
  /^(?:blocks?|cases?|bags?|stands?|holders?|covers?|straps?|racks?|stools?|chargers?|cables?|filters?|cleaners?|refills?|batter(?:y|ies)|mats?|lids?|trays?|sleeves?|liners?|pads?|boxes|parts?|accessories|care|tools?|hooks?|mounts?|sharpeners?|sheaths?|humidifiers?|poles?|pegs?|repair|wax|polish|spray)$/;
/** After these a thing is only what another one is for, of or with. */
const OF_ANOTHER =
  /(?<!\p{L})(?:for|with|of|in|from|de|del|para|con|sin|a)\s+(?:la\s|el\s|los\s|las\s|the\s|an?\s)?$/u;

/**
 * How plainly a product is of one of the kinds: 2 where its name or a level of its category is of such a thing, 1 where that
 * only stands in front of what it is ("Knife Block", "Gig Bag for Guitar"), 0 where neither has it. In English the last
 * noun says what a thing is, in Spanish the first. Pure.
 * @param kinds lexemes as the product's locale has them.
 */
export function calledAs(
  { name, category }: { name: string; category: string | null },
  locale: string,
  kinds: ReadonlySet<string>,
): 0 | 1 | 2 {
  const levels = (category ?? '').split(/\s*>\s*/);
  const own = new Set(levels.flatMap((level) => analyze(level, locale).map(({ lexeme }) => lexeme)));
  const byName = placeOf(name, locale, kinds, own);
  // A knife block is no knife, though it is among Knives.
  if (byName !== 0 && byName !== 'before a kind') return byName;
  const places = levels.map((level, depth) => {
    const place = placeOf(level, locale, kinds);
    // "Amplifiers > Guitar": what a kind of thing is for stands in the singular below it.
    const isFor = depth > 0 && !/s$/.test(level) && isKind(levels[depth - 1] ?? '') && isKind(level);
    // "A mirrorless" is short for what the store has a category of; "a knife" is not short for a knife block.
    const isShort = place === 'before a kind' && [...kinds].every((one) => kindAt([one], 0) === null);
    return place === 0 ? 0 : (place === 2 || isShort) && !isFor ? 2 : 1;
  });
  return Math.max(byName === 0 ? 0 : 1, ...places) as 0 | 1 | 2;

  function isKind(level: string): boolean {
    const [only, ...more] = analyze(level, locale);
    return only !== undefined && more.length === 0 && kindAt([only.lexeme], 0) !== null;
  }
}

function placeOf(
  text: string,
  locale: string,
  kinds: ReadonlySet<string>,
  own: ReadonlySet<string> = new Set(),
): 0 | 1 | 2 | 'before a kind' {
  const tokens = analyze(text, locale);
  const folded = fold(text);
  const spanish = languageOf(locale) === 'es';
  let best: 0 | 1 | 2 | 'before a kind' = 0;
  tokens.forEach((token, at) => {
    if (!kinds.has(token.lexeme) || best === 2) return;
    const next = tokens.find(({ start }) => start > token.start);
    const follower =
      !spanish &&
      next !== undefined &&
      /^\s$/.test(text.slice(token.end, next.start)) &&
      !kinds.has(next.lexeme)
        ? next
        : null;
    if (at > 0 && OF_ANOTHER.test(folded.slice(0, token.start))) best = 1;
    else if (follower !== null && ACCESSORY.test(fold(follower.word))) best = 1;
    else if (follower !== null && (own.has(follower.lexeme) || kindAt([follower.lexeme], 0) !== null))
      best = 'before a kind';
    else best = 2;
  });
  return best;
}
