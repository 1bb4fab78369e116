import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { remember } from '../../../ingest/analysis/remember.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { productFactLines } from '../../../ingest/extract/product-text.ts';
import { findOrders } from '../../../ingest/safety/find-orders.ts';
import type { Ground, Verdict, Verify } from '../answerer.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import { alignClauses } from './align/align-clauses.ts';
import { findMixture, isOfItsStatement } from './align/find-mixture.ts';
import { findOverreach } from './align/find-overreach.ts';
import { findTurnedDenial } from './align/find-turned-denial.ts';
import { findTurnedValue } from './align/find-turned-value.ts';
import { findUnsupported } from './align/find-unsupported.ts';
import { findAntonym } from './antonyms.ts';
import { findMixedStatements } from './belonging.ts';
import { findSwappedValue } from './binding.ts';
import { findBorrowedValue } from './borrowed.ts';
import { findFixedBound } from './bounds.ts';
import { type Claim, readClaims } from './claims.ts';
import { countriesOfUnion, weekdaysOfAll, weekdaysWithin } from './closed-classes.ts';
import { readComparison } from './comparison.ts';
import { findWrongCompound, readCompounds } from './compounds.ts';
import { findUncovered, type GroundText, readWords } from './coverage.ts';
import { withDerivedValues } from './derived.ts';
import { withClockHours, withQuotedValues } from './entailed.ts';
import { turnsOrder } from './event-order.ts';
import { findDroppedHedge } from './hedges.ts';
import { findTurnedInclusion } from './inclusion.ts';
import { measuresOfLabel, wordsOfDimension } from './measures.ts';
import { findMixedClauses } from './mixed-clauses.ts';
import { findTurnedModality } from './modality.ts';
import { findTurnedDay } from './open-days.ts';
import { isOtherTongue, otherLanguage, readSentence, readyToAlign } from './other-tongue.ts';
import { plainPhrases, withoutAnswerWord } from './plain-phrases.ts';
import { findContradiction } from './polarity.ts';
import { findDroppedRestriction } from './restrictions.ts';
import { keepRowsSpokenOf } from './rows.ts';
import { isSaidVerbatim } from './said-verbatim.ts';
import { findMisusedSource, readOpinion } from './sources.ts';
import { findStockContradiction, stockKeys } from './stock.ts';
import { loadTranslations, type Translations } from './translations.ts';
import { findWidenedSubject } from './widened.ts';

/** Quotes that are kept as read: the same sentences of a store are quoted again and again. */
const MOST_KEPT = 2_000;

const readOrders = remember(MOST_KEPT, findOrders);

/**
 * Returns the check that every sentence passes before it is sent, whichever model wrote it: its claims (numbers, prices,
 * dates, colors, codes, links) are all in its grounds and belong to the same things there, it does not contradict them or
 * drop what they hold under, and they cover its words. A sentence may be English where its grounds are Spanish, and the reverse.
 * @param translations asked for by the first sentence that is in another language than its grounds
 */
export function makeVerify(
  similarity: WordSimilarity,
  translations: () => Translations = loadTranslations,
): Verify {
  return (sentence, grounds) => {
    if (grounds.length === 0) return reject('it cites nothing');
    if (grounds.some(({ text }) => readOrders(text) !== null))
      return reject('its quote gives orders to whoever answers');
    const answer = withoutAnswerWord(sentence);
    const opinion = grounds.some(({ voice }) => voice === 'customer') ? readOpinion(answer) : null;
    const misused = findMisusedSource(afterNames(answer, grounds), grounds, opinion);
    if (misused !== null) return reject(misused);
    const said = opinion?.said ?? answer;
    // "No, only one a household." may be the store's own first word.
    if (isSaidVerbatim(said, grounds) || isSaidVerbatim(sentence, grounds)) return { ok: true };
    const quotes = grounds.map((ground) => plainGround(ground));
    const texts = quotes.map(({ text }) => text);
    const plain = withQuotedValues(
      withDerivedValues(plainPhrases(withClockHours(afterNames(said, grounds))), texts),
      texts,
    );
    if (!isOtherTongue(plain, grounds, translations)) return verify(plain, quotes, similarity, translations);
    const ready = (text: string, locale: string): string => readyToAlign(text, locale, translations());
    return verify(
      ready(plain, otherLanguage(grounds[0]?.locale ?? 'en')),
      quotes.map((quote) => ({
        ...quote,
        text: ready(quote.text, quote.locale),
        context: quote.context.map((one) => ready(one, quote.locale)),
      })),
      similarity,
      translations,
    );
  };
}

/** `Fryer 55 – €69` is no range: the dash after a name is written as a colon. */
function afterNames(sentence: string, grounds: Ground[]): string {
  return grounds
    .flatMap(({ product, context }) => [...(product === null ? [] : [product.name]), ...context])
    .reduce((text, name) => text.replace(`${name} – `, () => `${name}: `), sentence);
}

function verify(
  text: string,
  cited: Ground[],
  similarity: WordSimilarity,
  translations: () => Translations,
  isCompared = false,
): Verdict {
  const whole = readSentence(text, cited.flatMap(textsOf), translations, similarity);
  const texts = keepRowsSpokenOf(whole, cited);
  const isCut = texts.some((one, at) => one !== cited[at]?.text);
  const grounds = isCut ? cited.map((ground, at) => ({ ...ground, text: texts[at] ?? '' })) : cited;
  const titled = grounds.map(({ text, locale, context, product }) => ({
    text,
    locale,
    titles: [...context, ...(product === null ? [] : [product.name])],
  }));
  const all = grounds.flatMap(textsOf);
  const sentence = isCut ? readSentence(text, all, translations, similarity) : whole;
  const compared = readComparison(sentence, titled);
  if (compared !== null)
    return 'wrong' in compared
      ? reject(`the quotes' values do not bear out "${compared.wrong}"`)
      : verify(compared.text, grounds, similarity, translations, true);
  const quotes = grounds.map(({ text, locale }) => ({ text, locale }));
  // A heading such as "What we don't accept" denies the lines below it, and a name may hold a "not".
  const headings = grounds.flatMap(({ context, locale }) => context.map((text) => ({ text, locale })));
  const names = grounds.flatMap(({ product, locale }) =>
    (product === null ? [] : [product.name, ...Object.values(product.attributes).flat()]).map((name) => ({
      text: plainPhrases(name),
      locale,
    })),
  );
  const claims = readClaims(text, sentence.locale);
  const known = knownClaims(all, grounds);
  const folded = fold(all.map((one) => one.text).join('\n'));
  // "Jersey de lana" is knitwear: a country's name counts as known in any case.
  const isCountry = (claim: Claim): boolean =>
    claim.key.startsWith('country:') && folded.includes(fold(claim.written));
  const unknown = claims.find((claim) => !known(claim.key, claim.bare) && !isCountry(claim));
  if (unknown) return reject(`"${unknown.written}" is not in the quotes`);
  const compound = findWrongCompound(sentence, all);
  if (compound !== null) return reject(`the quotes do not say "${compound}"`);
  const mixed = findMixedStatements(sentence, quotes);
  if (mixed !== null) return reject(`it mixes two statements and leaves out "${mixed}"`);
  const aligned = alignClauses(sentence, titled);
  const value = findSwappedValue(sentence, titled);
  // Two quotes may differ in their titles alone.
  const isOwn = value !== null && titled.length === 1 && isOfItsStatement(value, aligned);
  const swapped = isOwn ? null : value;
  const misplaced =
    swapped ?? findBorrowedValue(sentence, titled, similarity) ?? findMixedClauses(sentence, titled);
  if (misplaced !== null) return reject(`the quotes say "${misplaced}" of something else`);
  const contradiction =
    findContradiction(sentence, [...quotes, ...names], headings, aligned) ??
    findStockContradiction(text, grounds);
  if (contradiction !== null) return reject(contradiction);
  const day = findTurnedDay(sentence, quotes);
  if (day !== null) return reject(`it says the opposite of the quote for "${day}"`);
  if (turnsOrder(sentence, quotes)) return reject('it turns the order of the quote');
  const antonym = findAntonym(sentence, [...quotes, ...headings]);
  if (antonym !== null) return reject(`the quotes say the opposite of "${antonym}"`);
  const turned =
    findTurnedModality(sentence, quotes) ??
    findDroppedHedge(sentence, quotes) ??
    findTurnedInclusion(sentence, quotes);
  if (turned !== null) return reject(turned);
  const fixed = findFixedBound(sentence, quotes);
  if (fixed !== null) return reject(`the quotes bound "${fixed}"`);
  const widened = findWidenedSubject(
    sentence,
    quotes,
    titled.flatMap(({ titles }) => titles),
  );
  if (widened !== null) return reject(`it leaves out: ${widened}`);
  const dropped = findDroppedRestriction(aligned);
  if (dropped !== null) return reject(`it leaves out: ${dropped}`);
  // A comparison is of two quotes' things; what is said of a product's versions is checked by its facts.
  const isOfFacts = grounds.some(({ product }) => product !== null);
  const mixture = isCompared || isOfFacts ? null : findMixture(aligned);
  if (mixture !== null) return reject(`the quotes say "${mixture}" of something else`);
  const denial = isOfFacts ? null : findTurnedDenial(aligned);
  if (denial !== null) return reject(`it says the opposite of "${denial}"`);
  const turnedValue = findTurnedValue(aligned);
  if (turnedValue !== null) return reject(`the quotes have "${turnedValue}" otherwise`);
  const overreach = findOverreach(aligned);
  if (overreach !== null) return reject(overreach);
  const parts = readCompounds(text, sentence.locale).filter(({ key }) => key.startsWith('when:'));
  const claimed = new Set(
    [...claims, ...parts].flatMap(({ written }) => fold(written).split(/[^\p{L}\p{N}]+/u)),
  );
  for (const { key } of claims) for (const word of wordsOfDimension(key)) claimed.add(word);
  const missing = findUnsupported(findUncovered(sentence, readWords(all, similarity), claimed), aligned);
  return missing.length > 0 ? reject(`the quotes do not say: ${missing.join(', ')}`) : { ok: true };
}

const ONE = /(?<!\p{L})(?:one|an?|un[oa]?)(?!\p{L})/iu;
const DEGREES = ['celsius', 'fahrenheit'];

/** Tells which claims the grounds have. */
function knownClaims(texts: GroundText[], grounds: Ground[]): (key: string, bare: string | null) => boolean {
  const stated = texts.flatMap(({ text, locale }) => readClaims(text, locale));
  const keys = new Set(stated.map(({ key }) => key));
  const bares = new Set(stated.map(({ bare }) => bare));
  for (const { text } of texts) {
    for (const key of [...weekdaysWithin(text), ...weekdaysOfAll(text), ...countriesOfUnion(text)])
      keys.add(key);
    for (const key of labelledKeys(text)) keys.add(key);
  }
  for (const key of stockKeys(grounds)) keys.add(key);
  for (const key of keys)
    if (key.startsWith('money ')) keys.add(`currency:${key.slice(6, key.indexOf(':'))}`);
  const hasOne = texts.some(({ text }) => ONE.test(text));
  const isMetric = texts.every(({ locale }) => languageOf(locale) === 'es');
  return (key, bare) => {
    if (keys.has(key)) return true;
    // "One point for every pound": a number only in digits.
    if (key === 'number:1' && hasOne) return true;
    if (key.startsWith('degree:') && DEGREES.some((scale) => keys.has(key.replace('degree', scale))))
      return true;
    // In Spanish, degrees are Celsius.
    if (key.startsWith('celsius:') && isMetric && keys.has(key.replace('celsius', 'degree'))) return true;
    if (key.startsWith('age:')) return bares.has(bare);
    // A price that was is no price that is; but what a quote states may be said to have been so.
    if (key.startsWith('was ') && keys.has(key.slice(4))) return true;
    // "Visitors under 14" are 14 years old.
    const years = key.startsWith('month:') ? Number(key.slice('month:'.length)) / 12 : null;
    if (years !== null && keys.has(`age:${years}`)) return true;
    // A number without a unit may be one that the quote gives a unit ("size 10", "the 40 pack").
    return key.startsWith('number:') && bares.has(bare);
  };
}

/** Numbers that stand without a unit beside a label that has it: `Time (days): 5–7`, `Price (EUR): 12`. */
function labelledKeys(text: string): string[] {
  return text.split(/\n|;\s/).flatMap((cell) => {
    const [, label, value] = /^([^:]{1,80}):\s+(.+)$/s.exec(cell) ?? [];
    if (label === undefined || value === undefined) return [];
    const measures = measuresOfLabel(fold(label));
    return readClaims(value)
      .filter(({ key }) => key.startsWith('number:'))
      .flatMap(({ key }) =>
        measures.map(
          ({ dimension, factor }) => `${dimension}:${Number(key.slice('number:'.length)) * factor}`,
        ),
      );
  });
}

function plainGround(ground: Ground): Ground {
  return {
    ...ground,
    text: plainPhrases(withClockHours(ground.text)),
    context: ground.context.map(plainPhrases),
  };
}

/** What a ground states: its words, what stands above them, and the product's current facts. */
function textsOf({ text, context, locale, product }: Ground): GroundText[] {
  const facts =
    product === null
      ? []
      : [product.name, ...productFactLines(product), ...productFactLines(product, locale)];
  return [text, ...context, ...facts].map((one) => ({ text: one, locale }));
}

function reject(reason: string): Verdict {
  return { ok: false, reason };
}
