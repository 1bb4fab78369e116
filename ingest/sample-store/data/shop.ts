import type { CategorySlug } from './types.ts';

/** The shop's name and the ways to reach it, said the same on every page. */
export const shop = {
  name: 'Tarn & Timber',
  tagline: 'Gear for the long way round',
  email: 'help@tarnandtimber.example',
  privacyEmail: 'privacy@tarnandtimber.example',
  phone: '1-800-555-0142',
  spanishPhone: '1-800-555-0179',
  address: '2140 Larkspur Mill Road, Bend, OR 97702',
  currency: 'USD',
} as const;

/** Rules that several pages repeat; written once so that the pages cannot disagree. */
export const rules = {
  returnDays: 60,
  electronicsReturnDays: 30,
  returnLabel: '$5.95',
  freeShippingOver: '$75',
  standardShipping: '$6.95',
  standardTime: '3–5 business days',
  shipsBy: '1 p.m. Pacific',
  refundDays: '5 business days',
  priceMatchDays: 14,
  cancelMinutes: 60,
  repairTime: '2–3 weeks',
  holidayFrom: 'November 1',
  holidayTo: 'December 24',
  holidayUntil: 'January 31',
} as const;

/** The collections, in the order of the menu. */
export const categories: { slug: CategorySlug; name: string; blurb: string; menu: string }[] = [
  {
    slug: 'jackets',
    name: 'Jackets',
    menu: 'Clothing',
    blurb: 'Shells, rain jackets and down for wet and cold.',
  },
  {
    slug: 'fleece',
    name: 'Fleece',
    menu: 'Clothing',
    blurb: 'Midlayers that breathe on the way up and warm at the top.',
  },
  { slug: 'gloves', name: 'Gloves', menu: 'Clothing', blurb: 'Liners, work gloves and mitts.' },
  { slug: 'socks', name: 'Socks', menu: 'Clothing', blurb: 'Merino from ankle to knee.' },
  {
    slug: 'boots',
    name: 'Hiking Boots',
    menu: 'Footwear',
    blurb: 'Leather and light boots, most of them resoleable.',
  },
  { slug: 'shoes', name: 'Trail Shoes', menu: 'Footwear', blurb: 'Low shoes for running and approach.' },
  {
    slug: 'backpacks',
    name: 'Backpacks',
    menu: 'Packs & Shelter',
    blurb: 'From 18-liter daypacks to 65-liter haulers.',
  },
  {
    slug: 'tents',
    name: 'Tents',
    menu: 'Packs & Shelter',
    blurb: 'One person to six, three seasons to four.',
  },
  {
    slug: 'sleeping-bags',
    name: 'Sleeping Bags',
    menu: 'Packs & Shelter',
    blurb: 'Down and synthetic bags and quilts.',
  },
  {
    slug: 'sleeping-pads',
    name: 'Sleeping Pads',
    menu: 'Packs & Shelter',
    blurb: 'Inflatable and closed-cell pads.',
  },
  { slug: 'stoves', name: 'Stoves', menu: 'Camp', blurb: 'Canister stoves and cook systems.' },
  { slug: 'bottles', name: 'Bottles & Filters', menu: 'Camp', blurb: 'Carry water, or make it safe.' },
  { slug: 'headlamps', name: 'Headlamps', menu: 'Camp', blurb: 'Light for camp and for long nights.' },
  {
    slug: 'trekking-poles',
    name: 'Trekking Poles',
    menu: 'Camp',
    blurb: 'Carbon and aluminum, folding and telescoping.',
  },
  { slug: 'kids', name: 'Kids', menu: 'Kids & Dogs', blurb: 'Small sizes, same trails.' },
  { slug: 'dog-gear', name: 'Dog Gear', menu: 'Kids & Dogs', blurb: 'Packs and coats for four legs.' },
];
