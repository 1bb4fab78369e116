import { rules, shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const warranty: HelpPage = {
  path: '/help/warranty-repairs',
  locale: 'en',
  title: 'Warranty & Repairs',
  description: 'What our warranty covers, how to claim, and what repairs cost.',
  layout: 'article',
  updated: '2026-08-02',
  translation: '/es/ayuda/garantia-reparaciones',
  intro: [
    'Most gear that comes to our bench goes back out. Whether that costs you anything depends on why it broke.',
  ],
  sections: [
    {
      id: 'coverage',
      heading: 'What is covered, and for how long',
      blocks: [
        {
          table: {
            head: ['Brand or type', 'Warranty'],
            rows: [
              ['Tarn & Timber (our own brand)', 'Lifetime of the product, for the first owner'],
              ['Northfell clothing and tents', '5 years'],
              ['Oskari boots', '2 years'],
              ['Brackenline packs', '10 years'],
              ['Lumo headlamps and electronics', '3 years'],
              ['All other brands', '1 year'],
            ],
          },
        },
        'The warranty covers faults in material and workmanship. It does not cover normal wear, accidents, damage by animals, or washing against the care label.',
      ],
    },
    {
      id: 'claim',
      heading: 'How to make a claim',
      blocks: [
        {
          list: [
            'Clean and dry the item. We send back muddy gear unopened.',
            'Fill in the claim form with two photos and proof of purchase.',
            'We answer within 3 business days and send a free label if it looks like a fault.',
            'We repair it, replace it, or refund what you paid, in that order.',
          ],
          ordered: true,
        },
        'From the day the item reaches us, a claim takes 10–15 business days.',
      ],
    },
    {
      id: 'repair-prices',
      heading: 'Repair prices',
      blocks: [
        'For damage that the warranty does not cover, whichever brand it is and wherever you bought it:',
        {
          table: {
            caption: 'Bench prices, materials included',
            head: ['Repair', 'Price', 'Turnaround'],
            rows: [
              ['Zipper slider replacement', '$12', rules.repairTime],
              ['Full zipper replacement, jacket', '$38', rules.repairTime],
              ['Full zipper replacement, tent door', '$54', rules.repairTime],
              ['Patch up to 3 inches', '$9', rules.repairTime],
              ['Patch 3 to 8 inches', '$18', rules.repairTime],
              ['Seam tape, per seam', '$16', rules.repairTime],
              ['Down refill, 50 g', '$30', rules.repairTime],
              ['Wash and waterproofing', '$15', '1 week'],
              ['Boot resole, pair', '$95', '6 weeks'],
              ['Tent pole section', '$14', '1 week'],
              ['Buckle replacement', '$6', '1 week'],
            ],
          },
        },
        'In March, April and May the bench is full: add two weeks to every turnaround.',
        'Sending a repair back to you costs $7.95, and nothing for Summit members.',
      ],
    },
    {
      id: 'not-repairable',
      heading: 'What we do not repair',
      blocks: [
        'We do not repair inflatable boats, climbing harnesses, ropes, helmets, stoves or electric devices.',
      ],
    },
    {
      id: 'contact',
      heading: 'Ask the bench',
      blocks: [
        `Write to repairs@tarnandtimber.example or call ${shop.phone} and ask for the bench, Tuesday to Friday.`,
      ],
    },
  ],
};
