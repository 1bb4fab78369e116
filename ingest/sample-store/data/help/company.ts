import { shop } from '../shop.ts';
import type { HelpPage } from '../types.ts';

export const about: HelpPage = {
  path: '/pages/about',
  locale: 'en',
  title: 'About Tarn & Timber',
  description: 'Who we are and how a repair bench became a shop.',
  layout: 'article',
  updated: '2025-05-21',
  intro: [
    'Tarn & Timber began in 2009 as a repair bench in a Bend garage, run by Marisol Etxeberria and Joe Lindqvist.',
  ],
  sections: [
    {
      id: 'today',
      heading: 'Today',
      blocks: [
        'We are 64 people, own one shop and one warehouse, both in Bend, Oregon, and belong to our employees since 2021. We have no other shops.',
      ],
    },
    {
      id: 'brand',
      heading: 'Our own brand',
      blocks: [
        'Since 2013 we make jackets, fleece, packs and tents under our own name. They are designed in Bend and sewn in Portugal and Vietnam.',
      ],
    },
    {
      id: 'clubs',
      heading: 'Clubs and companies',
      blocks: ['Outfitting a school, a club or a crew? See [bulk orders](/pages/bulk-orders).'],
    },
  ],
};

export const sustainability: HelpPage = {
  path: '/pages/sustainability',
  locale: 'en',
  title: 'Sustainability',
  description: 'Materials, repair, and where one percent of our sales goes.',
  layout: 'article',
  updated: '2026-04-22',
  intro: [
    'The best jacket for the planet is the one you already own. That is why the repair bench came before the shop.',
  ],
  sections: [
    {
      id: 'repair',
      heading: 'Repair first',
      blocks: [
        'In 2025 our bench mended 11,400 items. Bring yours: see [repair prices](/help/warranty-repairs#repair-prices).',
      ],
    },
    {
      id: 'materials',
      heading: 'Materials',
      blocks: [
        {
          list: [
            '82 % of the fabric in our own brand is recycled.',
            'Every Tarn & Timber garment made since spring 2025 is free of PFAS.',
            'All down is certified to the Responsible Down Standard.',
            'All wool is mulesing-free.',
          ],
        },
      ],
    },
    {
      id: 'money',
      heading: 'One percent',
      blocks: ['We give 1 % of sales to trail crews: $312,000 in 2025.'],
    },
    {
      id: 'packaging',
      heading: 'Packaging',
      blocks: ['Parcels leave in paper mailers or reused boxes. We stopped using plastic mailers in 2022.'],
    },
  ],
};

export const rentals: HelpPage = {
  path: '/pages/rentals',
  locale: 'en',
  title: 'Gear Rentals in Bend',
  description: 'Tents, packs, bear canisters and snowshoes to rent by the day.',
  layout: 'article',
  updated: '2026-05-15',
  intro: ['Rent in our Bend shop. We do not ship rentals.'],
  sections: [
    {
      id: 'prices',
      heading: 'Rental prices',
      blocks: [
        {
          table: {
            head: ['Item', 'First day', 'Each extra day', 'Week', 'Deposit'],
            rows: [
              ['Two-person tent', '$28', '$10', '$75', '$150'],
              ['Four-person tent', '$40', '$14', '$105', '$200'],
              ['Sleeping bag (20 °F)', '$18', '$6', '$48', '$100'],
              ['Sleeping pad', '$9', '$3', '$24', '$40'],
              ['Backpack, 65 liters', '$20', '$7', '$55', '$120'],
              ['Bear canister', '$6', '$2', '$15', '$60'],
              ['Snowshoes with poles', '$22', '$12', '$80', '$100'],
            ],
          },
        },
      ],
    },
    {
      id: 'booking',
      heading: 'Booking and cancelling',
      blocks: [
        'Reserve online at least 48 hours ahead. Cancel up to 72 hours before pickup for a full refund; later we keep the first day’s price.',
      ],
    },
    {
      id: 'late',
      heading: 'Late, lost or damaged',
      blocks: [
        'Late gear costs one extra day plus $5 per item and day. Normal wear is fine; burns, broken poles and lost parts are taken from the deposit. Half of what you paid is taken off if you buy the same model within 30 days.',
      ],
    },
  ],
};

export const tradeIn: HelpPage = {
  path: '/pages/gear-trade-in',
  locale: 'en',
  title: 'Gear Again: Trade In Your Used Gear',
  description: 'Store credit for used jackets, packs, tents and boots.',
  layout: 'article',
  updated: '2026-03-02',
  intro: [
    'Send us what you no longer use. We clean it, mend it and sell it again, and you get store credit.',
  ],
  sections: [
    {
      id: 'credit',
      heading: 'What you get',
      blocks: [
        {
          table: {
            head: ['Condition', 'What it means', 'Credit, of our resale price'],
            rows: [
              ['Like new', 'No marks, all parts', '50 %'],
              ['Good', 'Signs of use, fully working', '35 %'],
              ['Fair', 'Needs a small repair', '20 %'],
            ],
          },
        },
        'Credit is in your account within 7 business days of the parcel reaching us, and does not expire. Items worth less than $10 in credit are donated.',
      ],
    },
    {
      id: 'accepted',
      heading: 'What we take',
      blocks: [
        'Jackets, fleece, packs, tents, boots and trekking poles of any brand, no older than 8 years.',
        'We do not take sleeping bags, socks, underwear, helmets, climbing gear, stoves or anything with a recall.',
      ],
    },
    {
      id: 'how',
      heading: 'How to send it',
      blocks: [`Ask for a free label in your account, or bring up to 5 items to ${shop.address}.`],
    },
  ],
};

export const bulkOrders: HelpPage = {
  path: '/pages/bulk-orders',
  locale: 'en',
  title: 'Bulk & Corporate Orders',
  description: 'Volume prices for clubs, schools and companies.',
  layout: 'article',
  updated: '2025-09-09',
  foundBy: 'links',
  intro: ['From 12 pieces of one model you get a volume price.'],
  sections: [
    {
      id: 'volume',
      heading: 'Volume prices',
      blocks: [
        {
          table: {
            head: ['Pieces of one model', 'Off the full price'],
            rows: [
              ['12–24', '8 %'],
              ['25–99', '12 %'],
              ['100 and more', '18 %'],
            ],
          },
        },
        'Logos can be embroidered from 24 pieces, for $7 each. Embroidered items cannot be returned.',
      ],
    },
    {
      id: 'time',
      heading: 'Time',
      blocks: ['Allow 3 weeks, or 5 with embroidery. Write to teams@tarnandtimber.example.'],
    },
  ],
};

export const gearSwap: HelpPage = {
  path: '/pages/gear-swap-day',
  locale: 'en',
  title: 'Gear Swap Day',
  description: 'Bring gear, swap gear: the first Saturday of May, in Bend.',
  layout: 'article',
  updated: '2026-02-28',
  foundBy: 'sitemap',
  intro: [
    'On the first Saturday of May our parking lot in Bend becomes a market for used gear, from 9 a.m. to 2 p.m.',
  ],
  sections: [
    {
      id: 'table',
      heading: 'Get a table',
      blocks: ['A table costs $10, which goes to the trail crew. Sign up by April 20; there are 60 tables.'],
    },
    {
      id: 'rules',
      heading: 'House rules',
      blocks: ['No climbing ropes, no helmets, no dealers. Dogs on a leash are welcome.'],
    },
  ],
};
