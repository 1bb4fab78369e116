import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';

const SAID = 'It kept me dry through three days of rain in Wales.';
const POLICY = 'You may return it within thirty days of delivery.';

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Which of a page's lines are whose: the line of a customer and the line of the store. */
function voices(markup: string, head = ''): Record<string, string> {
  const document = extractPage(
    parsePage(
      `<html lang="en"><head><title>Jacket</title>${head}</head><body><main><h1>Jacket</h1><p>${POLICY}</p><p>A jacket of waxed cotton with four pockets and a warm collar.</p>${markup}<p>${'We wax it again for you whenever you like.'}</p></main></body></html>`,
    ),
    { url: 'https://shop.example/products/jacket', fetchedAt: '2026-11-22T09:00:00Z' },
  );
  return Object.fromEntries(
    (document?.sections ?? []).flatMap(({ start, end, voice }) =>
      (document?.text.slice(start, end).split('\n') ?? []).map((line) => [line, voice ?? 'store']),
    ),
  );
}

const product = jsonLd({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: 'Jacket',
  sku: 'J-1',
  offers: { '@type': 'Offer', price: 99, priceCurrency: 'USD' },
});

const marked: [string, string, string?][] = [
  ['a section of reviews', `<section class="product-reviews"><p>${SAID}</p></section>`],
  ['Yotpo', `<div class="yotpo yotpo-main-widget"><div class="yotpo-review"><p>${SAID}</p></div></div>`],
  [
    'Judge.me',
    `<div class="jdgm-widget jdgm-review-widget"><div class="jdgm-rev__body"><p>${SAID}</p></div></div>`,
  ],
  ['Bazaarvoice', `<div data-bv-show="reviews"><p>${SAID}</p></div>`],
  ['Bazaarvoice questions', `<div id="BVQAContainer"><p>${SAID}</p></div>`],
  ['Trustpilot', `<div class="trustpilot-widget"><p>${SAID}</p></div>`],
  ['Loox', `<div id="looxReviews"><p>${SAID}</p></div>`],
  [
    'Shopify Product Reviews',
    `<div class="spr-container"><p class="spr-review-content-body">${SAID}</p></div>`,
  ],
  [
    'WooCommerce',
    `<div id="reviews" class="woocommerce-Reviews"><ol class="commentlist"><li><p>${SAID}</p></li></ol></div>`,
  ],
  ['comments on a product', `<div class="product-comments"><p>${SAID}</p></div>`, product],
  [
    'testimonials in a slider',
    `<div class="testimonial-slider"><blockquote><p>${SAID}</p></blockquote></div>`,
  ],
  ['opiniones', `<div class="opiniones"><p>${SAID}</p></div>`],
  [
    'microdata',
    `<div itemscope itemtype="https://schema.org/Review"><p itemprop="reviewBody">${SAID}</p></div>`,
  ],
  ['microdata of comments', `<div itemscope itemtype="http://schema.org/UserComments"><p>${SAID}</p></div>`],
  ['RDFa', `<div typeof="schema:Review"><p>${SAID}</p></div>`],
  [
    "answers on a page of customers' questions",
    `<div itemscope itemtype="https://schema.org/QAPage"><div itemscope itemtype="https://schema.org/Question"><p>Is it dry?</p><div itemscope itemtype="https://schema.org/Answer"><p>${SAID}</p></div></div></div>`,
  ],
  ['JSON-LD alone', `<div class="x1"><p>${SAID}</p></div>`, jsonLd({ '@type': 'Review', reviewBody: SAID })],
  [
    'JSON-LD of a page of questions',
    `<div class="x1"><p>${SAID}</p></div>`,
    jsonLd({
      '@type': 'QAPage',
      mainEntity: { '@type': 'Question', name: 'Dry?', acceptedAnswer: { '@type': 'Answer', text: SAID } },
    }),
  ],
];

describe('what customers wrote', () => {
  it.each(marked)('is kept and told from the store by %s', (_, markup, head) => {
    const said = voices(markup, head);
    expect(said[SAID]).toBe('customer');
    expect(said[POLICY]).toBe('store');
    expect(said['We wax it again for you whenever you like.']).toBe('store');
  });

  const stores: [string, string, string?][] = [
    [
      'a FAQ',
      `<div itemscope itemtype="https://schema.org/FAQPage"><div itemscope itemtype="https://schema.org/Question"><h3>Dry?</h3><div itemscope itemtype="https://schema.org/Answer"><p>${SAID}</p></div></div></div>`,
    ],
    [
      'a FAQ in JSON-LD',
      `<p>${SAID}</p>`,
      jsonLd({
        '@type': 'FAQPage',
        mainEntity: [
          { '@type': 'Question', name: 'Dry?', acceptedAnswer: { '@type': 'Answer', text: SAID } },
        ],
      }),
    ],
    ['the review of an order', `<div class="order-review"><p>${SAID}</p></div>`],
    ['a policy on reviews', `<div class="reviews-policy"><p>${SAID}</p></div>`],
    ['a layout without reviews', `<div class="no-reviews"><p>${SAID}</p></div>`],
  ];
  it.each(stores)('is not %s', (_, markup, head) => {
    expect(voices(markup, head)[SAID]).toBe('store');
  });
});
