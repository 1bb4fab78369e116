import type { Citation } from '../schemas/citation.ts';
import type { DocumentResponse } from '../schemas/document.ts';
import type { ProductCard } from '../schemas/product-card.ts';
import { type AnswerContent, AS_OF, cite, jacket } from './made-up.ts';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhalterung';
const LONG_ADDRESS = `https://shop.example/${'returns-and-exchanges/'.repeat(8)}form.pdf?token=${'0123456789abcdef'.repeat(6)}`;
const ROWS = [
  'Region: Canada; Time: 6–8 days; Price: $17; Carrier: Northern Parcel; Tracking: yes; Signature: on request',
  'Region: Spain; Time: 9–12 days; Price: $29; Carrier: Correos; Tracking: yes; Signature: always',
  'Region: Mexico; Time: 10–14 days; Price: $31; Carrier: Estafeta; Tracking: yes; Signature: always',
];
const HEBREW = 'מעיל גשם "רכס" – גרסה 2026';
const ARABIC = 'سترة المطر ريدج لاين (XL)';

const LINES = [
  `The part is called ${LONG_WORD}.`,
  `The form is at ${LONG_ADDRESS}`,
  ...ROWS,
  `${HEBREW} costs $129.`,
  `${ARABIC} costs $139.`,
  ...Array.from({ length: 5 }, (_, at) => `Rule ${at + 1}: keep the receipt for ${at + 2} weeks.`),
];
const text = LINES.join('\n');

/** A page with what is hard to show: long words and addresses, a table, two directions of writing. */
export const awkwardPage: Omit<DocumentResponse, 'store'> = {
  id: 'doc_awkward',
  url: LONG_ADDRESS,
  title: `Everything else: ${LONG_WORD}, ${HEBREW}, and what it costs to send it back`,
  kind: 'page',
  locale: 'en',
  text,
  contentHash: 'sha256-1',
  fetchedAt: AS_OF,
};

/** Twelve citations, each of a line that is hard to show. */
export function awkward(): AnswerContent {
  let answer = '';
  const citations: Citation[] = [];
  const parts: NonNullable<AnswerContent['parts']> = [];
  for (const [at, line] of LINES.entries()) {
    const [id, start] = [at + 1, answer.length];
    answer += `${line} [${id}]${at === LINES.length - 1 ? '' : at % 3 === 2 ? '\n\n' : '\n- '}`;
    parts.push({ text: line, citations: [id] });
    const begins = text.indexOf(line);
    citations.push(
      cite(id, line, {
        ...{ url: awkwardPage.url, title: awkwardPage.title, documentId: awkwardPage.id },
        ...{ contentHash: awkwardPage.contentHash, heading: ['Help', LONG_WORD, HEBREW] },
        ...{ start: begins, end: begins + line.length },
        ...{ answerSpans: [{ start, end: start + line.length }], link: awkwardPage.url },
      }),
    );
  }
  return { answer, parts, citations, suggestions: [`Where is the ${LONG_WORD}?`, `${HEBREW}?`] };
}

const NAMES = [
  'Ridgeline rain jacket',
  HEBREW,
  ARABIC,
  `${LONG_WORD} für Kinder`,
  'Two-person tent for four seasons with a porch, in sand, with poles of aluminium and a repair kit',
  'Mug',
  '💧 Bottle 1 l',
  'Chaqueta impermeable «Cumbre» para niñas y niños',
];

/** Eight cards without pictures, with names of every length and direction. */
export const manyProducts: AnswerContent = {
  answer: 'There are eight of them.',
  parts: [{ text: 'There are eight of them.', citations: [] }],
  products: NAMES.map(
    (name, at): ProductCard => ({
      ...jacket,
      ...{ name, sku: `N-${at + 1}`, url: `https://shop.example/products/${at + 1}` },
      ...{ price: at === 5 ? null : 12.5 * (at + 1) ** 3, listPrice: at === 4 ? 2_000 : null },
      availability: (['in_stock', 'out_of_stock', 'preorder', 'unknown'] as const)[at % 4] ?? 'unknown',
      attributes:
        at % 2 === 0 ? { color: ['red', 'blue', 'green'], size: ['S', 'M', 'L'], fabric: LONG_WORD } : {},
    }),
  ),
};
