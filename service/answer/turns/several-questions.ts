import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Turn } from '../../../sql/answers.ts';
import { answerTurn } from '../answer-turn.ts';
import { makeAnswerBuilder } from '../compose/compose-answer.ts';
import { messagesFor } from '../compose/messages.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { expectedAnswer, showsExpected } from '../understand/expected-answer.ts';
import { withoutGreeting } from '../understand/intent.ts';
import { shopperMarket } from '../understand/shopper-market.ts';
import { type SplitMessage, splitQuestions } from '../understand/split-questions.ts';
import type { Understanding } from '../understand/understand.ts';
import { withoutAskingFrame } from '../understand/without-asking-frame.ts';
import type { TurnResult } from './plain-turns.ts';
import { type Rehearsed, rehearse, type UnderstandPart } from './rehearse.ts';

/** What was asked before counts as a story does that stands around a question. */
const MATTER_WEIGHT = 0.4;
/** What is told around a question weighs less. */
const ASKED = 0.8;
/** By this much less sure, the reading within the matter is the better one: more of it can be missing. */
const AS_SURE = 0.4;

type Terms = readonly Understanding['terms'][number][];
type Said = Rehearsed['said'][number];
/** A question of the message as it was answered, with its own words; null for the message as a whole. */
type Part = Rehearsed & { own: Terms | null };

/**
 * Answers a message that asks several things: each is understood, looked for and answered for itself, in order, and what
 * was not found is told for its part. Where taking it apart brings less than the message as a whole, the whole is answered.
 * @returns null, with nothing sent, where the message asks one thing or none of its parts is answered.
 */
export async function severalQuestionsTurn(
  context: TurnContext,
  understandPart: UnderstandPart,
): Promise<TurnResult | null> {
  const { request, understood } = context;
  const message = withoutGreeting(request.question);
  const split = splitQuestions(
    understood.locale === 'es' ? withoutAskingFrame(message) : message,
    understood.locale,
  );
  if (split === null) return null;
  const readings = await readParts(context, split, understandPart);
  const parts = await Promise.all(readings.map(rehearseBest));
  const answered: Part[] = parts.filter(({ said }) => said.length > 0);
  if (answered.length === 0) return null;
  const told = answered.flatMap(({ said }) => said);
  let missing = split.questions.filter((question, at) => {
    const part = parts[at];
    return part?.said.length === 0 && !isTold(question, part, told, understood.locale);
  });
  if (missing.length > 0) {
    const whole = await rehearse(context, answerTurn);
    if (whole.said.length > 0 && !saysNoMore(whole, answered)) {
      // What it says besides may well be of the part that found nothing by itself.
      answered.push({ ...whole, own: null });
      missing = [];
    }
  }
  context.onRetrieved?.(interleave(parts.map(({ passages }) => passages)));
  return merge(answered, missing, context);
}

/**
 * Each question with its story, as it may be read: one that leans on the question before it is made to stand alone as a
 * follow-up is, another one stands for itself or is of the same matter.
 */
async function readParts(
  context: TurnContext,
  { story, questions }: SplitMessage,
  understandPart: UnderstandPart,
): Promise<TurnContext[][]> {
  const readings: TurnContext[][] = [];
  let history = context.history;
  let before: Understanding | null = null;
  for (const [at, question] of questions.entries()) {
    const told = `${story} ${question}`.trim();
    const leaning = at === 0 ? null : await understandPart(question, history);
    const leans = leaning !== null && leaning.standalone !== question;
    const understood = leans ? leaning : await understandPart(told, context.history);
    const request = { ...context.request, question: leans ? question : told };
    const alone = { ...context, understood, request };
    readings.push(
      leans || before === null
        ? [alone]
        : [alone, { ...alone, understood: ofSameMatter(understood, before) }],
    );
    history = [...history, askedBefore(understood)];
    before ??= understood;
  }
  return readings;
}

/** "…, and is there interest?" is of the payment that was asked about first: its words count, though less. */
function ofSameMatter(understood: Understanding, before: Understanding): Understanding {
  const own = new Set(understood.terms.map(({ lexeme }) => lexeme));
  const cues = before.expected?.cues;
  const shared = before.terms
    .filter(({ lexeme }) => !own.has(lexeme) && !cues?.has(lexeme))
    .map((term) => ({ ...term, weight: term.weight * MATTER_WEIGHT }));
  return {
    ...understood,
    standalone: `${before.standalone} ${understood.standalone}`,
    terms: [...understood.terms, ...shared],
  };
}

/** The reading that is answered more surely; one within the matter has to speak of what is asked now as well. */
async function rehearseBest(readings: TurnContext[]): Promise<Part> {
  const own = (readings[0]?.understood.terms ?? []).filter(({ weight }) => weight >= ASKED);
  const rehearsed = await Promise.all(readings.map((reading) => rehearse(reading, answerTurn)));
  const best = rehearsed.reduce((best, one) =>
    one.said.some((said) => speaksOf(said, own)) &&
    (best.said.length === 0 || one.turn.confidence > best.turn.confidence - AS_SURE)
      ? one
      : best,
  );
  return { ...best, own };
}

function speaksOf({ sentence, evidence }: Said, own: Terms): boolean {
  return sentence.quotes.some((quote) => {
    const piece = evidence[quote.evidence];
    if (piece === undefined) return false;
    const quoted = piece.text.slice(quote.start - piece.start, quote.end - piece.start);
    const words = lexemes([piece.title, ...piece.heading, quoted].join('\n'), piece.locale);
    return words.some((word) => own.some(({ lexeme, synonyms }) => lexeme === word || synonyms.has(word)));
  });
}

/**
 * Whether what was said of the other questions speaks of all that one asks and shows what it asks for: "the cheapest shipping,
 * and how long does it take" is answered by one row.
 */
function isTold(question: string, { own }: Part, told: readonly Said[], locale: string): boolean {
  const expected = expectedAnswer(question, locale);
  const asks = (own ?? []).filter(({ lexeme, need }) => need === 1 && expected?.cues.has(lexeme) !== true);
  if (expected === null && asks.length === 0) return false;
  return told.some(
    (said) =>
      (expected === null || showsExpected(said.sentence.text, expected.kind)) &&
      asks.every((term) => speaksOf(said, [term])),
  );
}

function askedBefore({ standalone, locale, intent }: Understanding): Turn {
  return {
    question: standalone,
    standalone,
    answer: '',
    status: 'answered',
    locale,
    intent,
    products: [],
    clarify: null,
  };
}

function saysNoMore(whole: Rehearsed, parts: Rehearsed[]): boolean {
  const quoted = new Set(parts.flatMap(({ turn }) => turn.citations.map(keyOf)));
  return whole.turn.citations.every((citation) => quoted.has(keyOf(citation)));
}

function keysOf({ sentence, evidence }: Said): string[] {
  return sentence.quotes.map(({ evidence: at, start, end }) => `${evidence[at]?.documentId} ${start} ${end}`);
}

function keyOf({ documentId, start, end }: TurnResult['citations'][number]): string {
  return `${documentId} ${start} ${end}`;
}

async function merge(parts: Part[], missing: string[], context: TurnContext): Promise<TurnResult> {
  const { emit, understood, request } = context;
  const evidence = parts.flatMap(({ said }) => said[0]?.evidence ?? []);
  const builder = makeAnswerBuilder(evidence, request.store, understood.locale, shopperMarket(request));
  const quoted = new Set<string>();
  let offset = 0;
  for (const { said, own } of parts) {
    const fresh = said.filter((one) => !keysOf(one).every((key) => quoted.has(key)));
    // Where what answers it was mostly said before, the rest is what stood behind that.
    const isSaid = own !== null && quoted.size > 0 && fresh.length * 2 <= said.length;
    const added = isSaid ? fresh.filter((one) => speaksOf(one, own)) : fresh;
    for (const [at, { sentence, ...one }] of added.entries()) {
      for (const key of keysOf({ sentence, ...one })) quoted.add(key);
      const quotes = sentence.quotes.map((quote) => ({ ...quote, evidence: quote.evidence + offset }));
      const { delta, citations } = builder.add({ ...sentence, quotes }, at === 0);
      await emit({ type: 'delta', text: delta });
      for (const citation of citations) await emit({ type: 'citation', citation });
    }
    offset += said[0]?.evidence.length ?? 0;
  }
  const suffix = missing
    .map(
      (question) =>
        `\n\n${messagesFor(understood.locale).partNotFound.replace('{question}', () => bare(question))}`,
    )
    .join('');
  if (suffix !== '') await emit({ type: 'delta', text: suffix });
  const products = [
    ...new Map(parts.flatMap(({ turn }) => turn.products.map((card) => [card.url, card]))).values(),
  ];
  if (products.length > 0) await emit({ type: 'products', products });
  const turns = parts.map(({ turn }) => turn);
  const [first] = turns as [TurnResult];
  const result = builder.result();
  return {
    ...first,
    ...result,
    answer: result.answer + suffix,
    status: 'answered',
    clarify: null,
    handoff: null,
    products,
    conflicts: turns.flatMap(({ conflicts }) => conflicts),
    confidence: Math.max(...turns.map(({ confidence }) => confidence)),
    suggestions: [...new Set(turns.flatMap(({ suggestions }) => suggestions))].slice(
      0,
      first.suggestions.length || 3,
    ),
    timings: {
      embed: greatest(turns, 'embed'),
      search: greatest(turns, 'search'),
      generate: greatest(turns, 'generate'),
      verify: greatest(turns, 'verify'),
    },
  };
}

/** The parts are taken at the same time. */
function greatest(turns: TurnResult[], name: 'embed' | 'search' | 'generate' | 'verify'): number {
  return Math.max(...turns.map(({ timings }) => timings[name]));
}

function bare(question: string): string {
  return question.replace(/^[\s¿¡]+|[\s?!.,]+$/gu, '');
}

/** The best of each before the second best of any. */
function interleave<T>(lists: T[][]): T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
