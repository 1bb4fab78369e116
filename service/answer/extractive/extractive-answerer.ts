import { type Answerer, type AnswerTask, type DraftSentence, NO_USAGE } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import { readCells, sayRow } from '../rank/labelled-line.ts';
import type { RankedUnit } from '../rank/rank-units.ts';
import { answerWord } from '../yes-no/answer-word.ts';
import { withoutOwnYes } from '../yes-no/own-word.ts';
import { sayAnswerWord } from '../yes-no/say-answer-word.ts';
import { type PickedUnit, pickUnits } from './pick-units.ts';

/**
 * Answers in the store's own words: picks the sentences, table rows and facts that answer best and says them in reading
 * order, a yes-or-no question's word first. No model, no key, no network.
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
export function pickSentences({
  asked,
  locale,
  ranked,
}: Pick<AnswerTask, 'asked' | 'locale' | 'ranked'>): DraftSentence[] {
  const picked = pickUnits(ranked);
  const lead = findLead(asked, locale, picked);
  if (lead === null) return picked.map((one) => withoutOthersYes(draft(one, locale)));
  const { word, first } = lead;
  // A sentence now, even if it was a row.
  const { text, quotes } = draft(first, locale);
  return [
    { text: sayAnswerWord(word, text, locale), quotes },
    ...picked.filter((one) => one !== first).map((one) => withoutOthersYes(draft(one, locale))),
  ];
}

/**
 * The word that a yes-or-no question is answered by, and the unit that supports it. Null where none does, or where two say
 * the opposite: then the quotes speak for themselves.
 */
function findLead(
  question: string,
  locale: string,
  picked: PickedUnit[],
): { word: 'yes' | 'no'; first: PickedUnit } | null {
  const words = picked.flatMap((one) => {
    const word = one.listed || /:$/.test(one.unit.text) ? null : wordOf(one.unit, question, locale);
    return word === null ? [] : [{ word, first: one }];
  });
  const [lead] = words;
  return lead === undefined || words.some(({ word }) => word !== lead.word) ? null : lead;
}

function wordOf({ evidence, text }: RankedUnit, question: string, locale: string): 'yes' | 'no' | null {
  const { title, heading, product, voice, genre } = evidence;
  return answerWord(
    question,
    text,
    {
      headings: [title, ...heading],
      locale: evidence.locale,
      product,
      ...(voice && { voice }),
      ...(genre && { genre }),
    },
    locale,
  );
}

function draft({ unit, listed }: PickedUnit, locale: string): DraftSentence {
  const quotes = [{ evidence: unit.evidence.index, start: unit.start, end: unit.end }];
  const { shape, product, title, voice } = unit.evidence;
  if (voice === 'customer') return { text: sayOpinion(unit.text, locale), quotes };
  if (shape === 'rows') return { text: sayRow(unit.text), quotes, layout: 'item' };
  if (shape === 'facts' && readCells(unit.text)) {
    return { text: `${product?.name ?? title} – ${unit.text}`, quotes, layout: 'item' };
  }
  return { text: unit.text, quotes, ...(listed && { layout: 'item' as const }) };
}

/** "Yes, for orders from $90" says yes to the question that it stands under on its page, which need not be the shopper's. */
function withoutOthersYes({ text, ...rest }: DraftSentence): DraftSentence {
  return { ...rest, text: withoutOwnYes(text) };
}

/** What a customer wrote is said as theirs, in their words. */
function sayOpinion(text: string, locale: string): string {
  return `${messagesFor(locale).customerWrote} “${text.replace(/^["“«]|["”»]$/g, '')}”`;
}
