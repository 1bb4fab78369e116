import { messagesFor } from '../answer/compose/messages.ts';
import { readHandoffSettings } from '../handoff/handoff-settings.ts';
import { offerPerson } from '../handoff/offer-person.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { Citation } from '../schemas/citation.ts';
import type { DocumentResponse } from '../schemas/document.ts';
import type { ProductCard } from '../schemas/product-card.ts';

/** When everything that is made up was fetched, and asked where times are fixed. */
export const AS_OF = '2026-03-01T09:00:00Z';

/** What would run if an answer were ever taken for markup. */
const SCRIPT = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';

const filler = Array.from({ length: 60 }, (_, at) => `Paragraph ${at + 1} of the returns page.`).join('\n');
const QUOTE = "We can't accept items that have been worn.";
const REST = 'Send the rest back within 30 days.';
const text = `Returns\n${filler}\nWhat we accept\n${QUOTE} ${REST}\n${filler}`;

/** The page that made-up answers quote: long, so that a quote has to be scrolled to. */
export const returnsPage: Omit<DocumentResponse, 'store'> = {
  id: 'doc_returns',
  url: 'https://shop.example/returns',
  title: 'Returns and exchanges',
  kind: 'policy',
  locale: 'en',
  text,
  contentHash: 'sha256-0',
  fetchedAt: AS_OF,
};

export function cite(id: number, words: string, changes: Partial<Citation> = {}): Citation {
  const start = text.indexOf(words);
  return {
    id,
    url: returnsPage.url,
    title: returnsPage.title,
    heading: ['Returns', 'What we accept'],
    quote: words,
    documentId: returnsPage.id,
    start,
    end: start + words.length,
    contentHash: returnsPage.contentHash,
    fetchedAt: AS_OF,
    answerSpans: [],
    link: `${returnsPage.url}#:~:text=${encodeURIComponent(words)}`,
    ...changes,
  };
}

export const jacket: ProductCard = {
  sku: 'J-1',
  name: 'Ridgeline rain jacket',
  url: 'https://shop.example/products/ridgeline',
  image: null,
  price: 129,
  listPrice: 159,
  currency: 'USD',
  availability: 'in_stock',
  attributes: { color: ['red', 'blue'], size: 'M' },
  asOf: AS_OF,
};
const tent: ProductCard = {
  ...jacket,
  sku: 'T-1',
  name: 'Two-person tent',
  price: 240,
  priceMax: 280,
  listPrice: null,
  availability: 'out_of_stock',
  attributes: {},
};

/** What of a response is particular to it. */
export type AnswerContent = Partial<AnswerResponse>;

/** Two sentences, each with its quote. */
export const answered: AnswerContent = {
  answer: "Worn items can't be returned [1]. Anything else can be sent back within 30 days [2].",
  citations: [
    cite(1, QUOTE, { answerSpans: [{ start: 0, end: 28 }] }),
    cite(2, REST, { answerSpans: [{ start: 34, end: 79 }] }),
  ],
  parts: [
    { text: "Worn items can't be returned.", citations: [1] },
    { text: 'Anything else can be sent back within 30 days.', citations: [2] },
  ],
  suggestions: ['How long do refunds take?'],
};

export const withProducts: AnswerContent = { ...answered, products: [jacket, tent] };

export const oneCitation: AnswerContent = {
  answer: "Worn items can't be returned [1].",
  citations: [cite(1, QUOTE, { answerSpans: [{ start: 0, end: 28 }] })],
  parts: [{ text: "Worn items can't be returned.", citations: [1] }],
};

export const abstained: AnswerContent = {
  status: 'abstained',
  answer: "I couldn't find that in the store's pages.",
  handoff: { reason: 'not-found', message: 'Our team can look into it.' },
  confidence: 0.2,
};

export const handedOff: AnswerContent = {
  status: 'handoff',
  answer: 'A person will help you with that.',
  handoff: { reason: 'asked', message: 'Leave us a way to reach you.' },
};

/** A person offered, as by a store with these hours, at a time. */
const offered = (hours: string, now: Date): AnswerContent => {
  const handoffOf = readHandoffSettings([
    { id: 'shop', timezone: 'Europe/Madrid', handoff: { hours, email: 'help@shop.example' } },
  ]);
  const handoff = offerPerson(handoffOf('shop'), 'en', 'asked-for-a-person', now);
  return { status: 'handoff', answer: handoff.message, handoff, confidence: 1 };
};

/** Somebody is there: an address is not needed. */
export const somebodyThere = (now: Date) => offered('daily 0:00-24:00', now);

/** Nobody is there today. */
export function nobodyThere(now: Date): AnswerContent {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Madrid' }).format(now);
  return offered(`Mon-Sun 9:00-18:00; ${today} closed`, now);
}

const { withPerson: passedOn } = messagesFor('en');
/** A person has the conversation. */
export const withPerson: AnswerContent = {
  status: 'handoff',
  answer: passedOn,
  handoff: { reason: 'taken', message: passedOn },
  confidence: 1,
};

const size = { attribute: 'size', question: 'Which size do you wear?', options: ['41', '42'] };
export const clarify: AnswerContent = { status: 'clarify', answer: size.question, clarify: size };

/** Found in another language than it was asked in, with a page that says otherwise. */
export const otherLanguage: AnswerContent = {
  answer: `I only found this in Spanish: "${QUOTE}" [1].`,
  sourceLocale: 'es',
  citations: [cite(1, QUOTE)],
  conflicts: [
    { url: 'https://shop.example/old', quote: 'Worn is fine.', wins: returnsPage.url, reason: 'newer' },
  ],
};

/** Markup and `javascript:` addresses wherever a page or a product could have brought them. */
export const hostile: AnswerContent = {
  answer: `${SCRIPT} [1].`,
  citations: [
    cite(1, QUOTE, { title: SCRIPT, heading: [SCRIPT], quote: SCRIPT, link: 'javascript:window.ran=true' }),
  ],
  products: [
    { ...jacket, name: SCRIPT, url: 'javascript:window.ran=true', image: 'javascript:window.ran=true' },
  ],
  suggestions: [SCRIPT],
};
