import type { JournalPost } from './types.ts';

/** The shop's blog. The tent post names prices of its year, which have changed since. */
export const journal: JournalPost[] = [
  {
    path: '/journal/first-backpacking-tent',
    title: 'Choosing your first backpacking tent',
    author: 'Joe Lindqvist',
    published: '2023-04-18',
    summary: 'Weight, room, price: you get to pick two. A look at three tents from our 2023 range.',
    sections: [
      {
        id: 'weight',
        heading: 'Start with weight',
        blocks: [
          'Split between two hikers, anything under 2 kg disappears in a pack. Above 3 kg you will leave it in the car.',
        ],
      },
      {
        id: 'three',
        heading: 'Three that we like',
        blocks: [
          'The Larch 2 is where most people start. At $259 it leaves money for a good pad, and it has two doors, so nobody climbs over anybody.',
          'If you walk alone, the Larch 1 at $219 is the one that our own staff carry.',
          'The Granite Dome is more tent than most of us need, and on the one night when you need it, it is worth every ounce.',
        ],
      },
      {
        id: 'pitch',
        heading: 'Pitch it at home first',
        blocks: [
          'Count the pegs. Find out which pole goes where while the light is good and no one is hungry. Our [shipping page](/pages/shipping) says when yours will arrive.',
        ],
      },
    ],
  },
  {
    path: '/journal/layering-for-winter',
    title: 'Layering for winter, without the jargon',
    author: 'Marisol Etxeberria',
    published: '2025-11-12',
    summary: 'Three layers, one rule: take it off before you sweat.',
    sections: [
      {
        id: 'base',
        heading: 'Next to the skin',
        blocks: ['Merino or a thin synthetic. Cotton holds water and will chill you the moment you stop.'],
      },
      {
        id: 'middle',
        heading: 'In the middle',
        blocks: [
          'A grid fleece such as the [Switchback](/products/switchback-grid-fleece) breathes on the way up. Keep a down jacket in the pack for the top.',
        ],
      },
      {
        id: 'shell',
        heading: 'On the outside',
        blocks: ['A shell keeps wind and wet out. In dry cold you may not need one at all.'],
      },
    ],
  },
];
