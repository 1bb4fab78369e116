import type { SourceDocument } from '../../../ingest/extract/source-document.ts';
import { makePage, makeProduct } from '../../answer/made-up-store.fixture.ts';

const JACKETS = [
  'Kestrel',
  'Merlin',
  'Osprey',
  'Harrier',
  'Goshawk',
  'Hobby',
  'Kite',
  'Buzzard',
  'Sparrowhawk',
];
const COLORS = ['red', 'blue', 'green'];

/** The store that the recorded conversations are held with. */
export const recordedStore: SourceDocument[] = [
  makePage('returns', 'Returns', {
    'How long you have':
      'Unworn items can be returned within 45 days of delivery. Keep the tags on the item, and put the receipt into the parcel.',
    'Sale items': 'Sale items can be exchanged, but not refunded.',
    'What we do not take back': "We can't accept swimwear that has been worn. Gift cards are final sale.",
    Refunds: 'Refunds take 5 business days. They go to the card that you paid with.',
  }),
  makePage(
    'delivery',
    'Delivery abroad',
    {
      'Prices and times':
        'Region: Canada; Time: 6–8 days; Price: $17\nRegion: Spain; Time: 9–12 days; Price: $29\nRegion: Mexico; Time: 10–14 days; Price: $31',
    },
    { shape: 'rows' },
  ),
  makePage('gifts', 'Gifts 🎁', {
    'Gift wrapping 🎀': '🎁 Gift wrapping costs $4 per order 👩‍👩‍👧. We tie it with a ribbon 🎀 of linen.',
    'Gift cards': 'Gift cards 💳 are valid for 3 years 🗓️.',
  }),
  makePage('care', 'Caring for your jacket', {
    Washing:
      'Wash the jacket at 30 °C with a liquid detergent. Close all zips before you wash it. Do not use fabric softener, for it clogs the membrane.',
    Drying: 'Tumble dry the jacket on low heat for 20 minutes. The heat makes it repel water again.',
    Proofing: 'Proof the jacket with a spray after every tenth wash. Let it dry for 24 hours.',
  }),
  makePage(
    'es/garantia',
    'Garantía',
    {
      Plazo: 'La garantía de las tiendas de campaña dura 3 años. Cubre los defectos de fabricación.',
      Reparaciones: 'Las reparaciones cuestan 18 € y tardan dos semanas.',
    },
    { locale: 'es' },
  ),
  makeProduct('Dipper Tent', { price: 310, category: 'Camping > Tents', colors: { green: true } }),
  makeProduct('Larch Tent', { price: 259, category: 'Camping > Tents', colors: { red: true } }),
  ...JACKETS.map((name, at) =>
    makeProduct(`${name} Jacket`, {
      price: 89 + 20 * at,
      category: 'Clothing > Jackets',
      colors: { [COLORS[at % COLORS.length] ?? 'red']: true },
    }),
  ),
];

/** What is recorded, by name: the questions of one conversation. */
export const recordedQuestions: Record<string, [first: string, ...followUps: string[]]> = {
  'two-citations': ['Can I return unworn items, and what about sale items?'],
  products: ['Do you have red jackets under $150?'],
  clarify: ['Do you have jackets?', 'The blue ones', 'How much is the second one?'],
  abstained: ['Do you repair espresso machines?'],
  'off-topic': ['Who won the 1998 World Cup?'],
  handoff: ['I want to talk to a person'],
  spanish: ['¿Cuánto dura la garantía de una tienda de campaña?', '¿Y cuánto cuestan las reparaciones?'],
  'other-language': ['How much do repairs cost?'],
  emoji: ['How much is gift wrapping 🎁?', 'For how long are gift cards valid?'],
  long: [
    'How long do I have to return unworn items? How long do refunds take? Are gift cards final sale? What does delivery to Canada cost?',
  ],
  'follow-up': ['Do you ship to Spain?', 'How long does that take?', 'And to Mexico?'],
  greeting: ['Hello!'],
};
