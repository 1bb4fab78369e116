import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';
import type { SourceDocument } from './source-document.ts';

/** What the shop's pages repeat, in elements whose names tell nothing. */
export const BOXES = {
  delivery:
    'Free shipping on orders over $50, delivered to your door in 3 to 5 business days by our own carriers.',
  payment: 'Secure payment by card, PayPal or invoice at checkout, whichever suits you best.',
  whyUs: 'We have been a family business since 1974, and everybody who works here weaves at home.',
  newsletter:
    'Join 20,000 weavers: sign up for our newsletter and get new patterns in your inbox every second Friday.',
  locator: 'Visit your nearest store and feel the wool for yourself; our staff will make you a coffee.',
};

const COLORS = ['Ash', 'Birch', 'Cedar', 'Dune', 'Ember', 'Fern', 'Gorse', 'Heather'];
const THINGS = ['blanket', 'scarf', 'cushion'];
const TOWNS = [
  'Austin',
  'Boston',
  'Chicago',
  'Denver',
  'Eugene',
  'Fresno',
  'Gary',
  'Houston',
  'Irvine',
  'Joliet',
];
const TOPICS = [
  'felting',
  'carding',
  'spinning',
  'dyeing',
  'warping',
  'darning',
  'blocking',
  'storing',
  'mending',
];
const POLICIES = ['shipping', 'returns', 'privacy', 'payment', 'warranty'];

/** A weaver's shop of 60 pages, read as the crawler reads them: 24 products, towns, stories, policies, and a home page. */
export function repeatingShop(): SourceDocument[] {
  const pages = [
    page(
      '/',
      'Loom & Ley',
      `<p>We weave wool in Oregon, on eleven looms, in a mill from 1891.</p>${locator}`,
    ),
    ...COLORS.flatMap((color, at) =>
      THINGS.map((thing, kind) => product(color, thing, at * THINGS.length + kind)),
    ),
    ...TOWNS.map((town, at) =>
      page(
        `/stores/${town.toLowerCase()}`,
        `Our store in ${town}`,
        `<p>You find us at ${at + 12} Main Street, ${town}. Ring ${at + 1} times, the bell is weak.</p>
         <p>Open Monday to Saturday from ten in the morning to eight in the evening.</p>
         ${at % 3 === 0 ? '' : '<p>Free in-store pickup of what you ordered on this website.</p>'}`,
      ),
    ),
    ...TOPICS.map((topic) =>
      page(
        `/journal/${topic}`,
        `All about ${topic}`,
        `<p>Everyone who begins with ${topic} asks the same question: how long does ${topic} take?</p>
         <h2>Patience</h2><p>For ${topic}, an evening is enough, if the wool is dry.</p>${locator}`,
      ),
    ),
    ...POLICIES.map((policy, at) =>
      page(
        `/${policy}`,
        `${policy.charAt(0).toUpperCase()}${policy.slice(1)}`,
        `<p>This is how we see to ${policy}: within ${at + 2} days, whatever the weather.</p>
         ${policy === 'shipping' ? `<p>${BOXES.delivery}</p>` : ''}`,
      ),
    ),
    ...Array.from({ length: 11 }, (_, at) =>
      page(
        `/guides/care-${at + 1}`,
        `Care guide number ${at + 1}`,
        `<p>Wool of grade ${at + 1} is brushed ${at + 2} times and aired over night.</p>`,
      ),
    ),
  ];
  return pages.flatMap((document) => (document === null ? [] : [document]));
}

const locator = `<div class="c-41"><p>${BOXES.locator}</p></div>`;

function product(color: string, thing: string, at: number) {
  const name = `${color} ${thing}`;
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name,
    sku: `LL-${at}`,
    material: 'Wool',
    offers: {
      '@type': 'Offer',
      price: 40 + at,
      priceCurrency: 'USD',
      availability: 'https://schema.org/InStock',
    },
  };
  return page(
    `/products/${color.toLowerCase()}-${thing}`,
    name,
    `<p>The ${name} is woven from the fleece of flock ${at + 1}, on loom ${(at % 11) + 1}.</p>
     <div class="c-7"><p>${BOXES.delivery}</p><p>${at % 12 === 5 ? 'Final sale' : '30-day returns'}</p><p>${BOXES.payment}</p></div>
     <h2>Details</h2><p>Pattern: ${color} twill</p><p>Fringe: knotted by hand</p>
     <h2>Care</h2><p>Machine wash cold with like colors and dry flat in the shade.</p>
     <h2>Why buy from us</h2><p>${BOXES.whyUs}</p>`,
    `<script type="application/ld+json">${JSON.stringify(facts)}</script>`,
  );
}

function page(path: string, title: string, main: string, head = ''): SourceDocument | null {
  const html = `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>
    ${main}<section class="c-9"><p>${BOXES.newsletter}</p></section></main></body></html>`;
  return extractPage(parsePage(html), {
    url: `https://shop.example${path}`,
    fetchedAt: '2026-11-01T00:00:00Z',
  });
}
