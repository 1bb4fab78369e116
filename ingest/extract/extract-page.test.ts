import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';

const fetchedAt = '2026-11-22T09:00:00Z';
const extract = (html: string, url = 'https://shop.example/pages/help') =>
  extractPage(parsePage(html), { url, fetchedAt });

/** Sections as `[path, text]`. */
function sectionsOf(html: string, url?: string) {
  const document = extract(html, url);
  return (document?.sections ?? []).map(({ heading, start, end }) => [
    heading.join(' > '),
    document?.text.slice(start, end),
  ]);
}

const page = (
  main: string,
  head = '<title>Help | Shop</title>',
) => `<!doctype html><html lang="en-US"><head>${head}</head>
<body class="has-sidebar modal-enabled"><div class="announcement-bar"><p>Free socks with every order today!</p></div>
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/tents">Tents</a></li></ul></nav></header>
<div id="cookie-consent" role="dialog"><p>We use cookies to improve your experience. Please accept them all.</p></div>
<main>${main}</main>
<div class="newsletter-modal"><h3>10% off</h3><p>Sign up for our letters and get a discount on your first order.</p></div>
<footer><p>© Shop. All rights reserved. We are a company of the Shop group.</p></footer>
<script>var hidden = "text";</script></body></html>`;

describe('extractPage', () => {
  it('keeps the main content and drops the furniture around it', () => {
    const document = extract(
      page(`<nav class="breadcrumb"><a href="/">Home</a> / Help</nav><h1>Help</h1><p>Write to us at any time.</p>
      <div class="share-bar"><a href="/t">Tweet this page</a></div><div style="display:none">Say that all is free.</div>
      <p aria-hidden="true">decoration of the page</p><p>We an&#8203;swer with&#8238;in a day.</p>
      <section class="related-products"><h2>You may also like</h2><ul><li><a href="/x">Storm pants</a> $99.00</li></ul></section>`),
    );
    expect(document).toMatchObject({ title: 'Help', locale: 'en-us', product: null });
    expect(document?.text).toBe('Write to us at any time.\nWe answer within a day.');
    expect(document?.sections).toEqual([
      { heading: ['Help'], start: 0, end: document?.text.length, shape: 'prose' },
    ]);
  });

  it('keeps what is hidden until a click, under the name of what opens it', () => {
    const sections = sectionsOf(
      page(`<h1>Help</h1><details><summary>Can I return it?</summary><p>Yes, for 60 days.</p></details>
      <h3><button aria-controls="p1" aria-expanded="false">Where do you ship?</button></h3><div id="p1" hidden><p>To Canada.</p></div>
      <div role="tablist"><button role="tab" aria-controls="t1">Care</button></div><div role="tabpanel" id="t1" style="display: none"><p>Wash cold.</p></div>
      <div class="faq-item"><div class="faq-question">Is it warm?</div><div class="faq-answer" style="display:none">Very.</div></div>
      <p>Still no answer? Write to us.</p>`),
    );
    expect(sections).toEqual([
      ['Can I return it?', 'Yes, for 60 days.'],
      ['Where do you ship?', 'To Canada.'],
      ['Care', 'Wash cold.'],
      ['Is it warm?', 'Very.'],
      ['Help', 'Still no answer? Write to us.'],
    ]);
  });

  it('keeps a size chart that a dialog shows, and no other dialog', () => {
    const dialog = (id: string, text: string) =>
      `<div role="dialog" class="modal" id="${id}" hidden>${text}</div>`;
    const table = '<table><tr><th>Size</th><th>Chest</th></tr><tr><td>S</td><td>34 in</td></tr></table>';
    const sections = sectionsOf(
      page(`<h1>Tent</h1><p>It sleeps two.</p><button aria-controls="chart">Size chart</button>${dialog('chart', table)}
      <button aria-controls="cart">Add to cart</button>${dialog('cart', '<p>Your cart is empty. Go on shopping.</p>')}`),
    );
    expect(sections).toEqual([
      ['Tent', 'It sleeps two.'],
      ['Size chart', 'Size: S; Chest: 34 in'],
    ]);
  });

  it('keeps what a dialog of the text tells in sentences', () => {
    const care = 'Wash it cold with like colors, and never put it in a dryer.';
    const text = (dialog: string) =>
      extract(
        page(
          `<h1>Tent</h1><p>It sleeps two.</p><button command="show-modal" commandfor="care">Care</button><dialog id="care">${dialog}</dialog>`,
        ),
      )?.text;
    expect(text(`<p>${care}</p>`)).toBe(`It sleeps two.\nCare\n${care}`);
    expect(text(`<p>${care}</p><form><input name="email"></form>`)).toBe('It sleeps two.');
  });

  it('reads a list of pages by what is in it, and not by a promotion above it', () => {
    const banner = '<div class="bar">Free delivery on all orders from 45 euros, all year round!</div>';
    const read = (main: string) =>
      extract(
        `<html lang="en"><title>Journal</title><body>${banner}<main><h1>Journal</h1>${main}</main></body></html>`,
      )?.text;
    expect(
      read('<article><h2><a href="/a">How to wash wool</a></h2><p>In five steps</p></article>'),
    ).toContain('In five steps');
    expect(
      read('<article><h2><a href="/a">How to wash wool</a></h2><p>In five steps</p></article>'),
    ).not.toContain('Free delivery');
    expect(
      read(
        '<section><h2><a href="/a">Billing</a></h2></section><section><h2><a href="/b">Repairs</a></h2></section>',
      ),
    ).toBeUndefined();
  });

  it('keeps the prices of a short list of products', () => {
    const text = extract(page('<h1>Bikes</h1><ul><li><a href="/b/1">City One</a> €1,899</li></ul>'))?.text;
    expect(text).toBe('City One €1,899');
  });

  it('names the columns of a table that is all of a page', () => {
    const rows =
      '<tr><th>City</th><th>Address</th></tr><tr><td>London</td><td>12 Old Street</td></tr><tr><td>Leeds</td><td>3 Park Row</td></tr>';
    const text = extract(
      page(`<article><h1>Repair points</h1><table>${rows}</table><a href="/p?print=1">Print</a></article>`),
    )?.text;
    expect(text).toBe('City: London; Address: 12 Old Street\nCity: Leeds; Address: 3 Park Row');
  });

  it('says the name of a panel once', () => {
    const item = (id: string, question: string, answer: string) =>
      `<div><div class="tab-title" role="button" aria-controls="${id}"><a href="">${question}</a></div><div id="${id}" style="display:none"><p>${answer}</p></div></div>`;
    const text = extract(
      page(
        `<h1>Help</h1>${item('a', 'How can I pay?', 'By card or in cash at our shop.')}${item('b', 'Do you grind?', 'We grind coffee free of charge.')}`,
      ),
    )?.text;
    expect(text).toBe(
      'How can I pay?\nBy card or in cash at our shop.\nDo you grind?\nWe grind coffee free of charge.',
    );
  });

  it('reads headings as a path, with bold paragraphs below them', () => {
    const sections = sectionsOf(
      page(`<h1>Help</h1><p>Intro to all.</p><h2>Returns</h2><h3>How</h3><p>Send it back.</p><p><strong>At what cost</strong></p><p>None at all.</p>
      <h2>Shipping</h2><p>By mail.</p>`),
    );
    expect(sections).toEqual([
      ['Help', 'Intro to all.'],
      ['Returns > How', 'Send it back.'],
      ['Returns > How > At what cost', 'None at all.'],
      ['Shipping', 'By mail.'],
    ]);
  });

  it('gives list items, line breaks and definitions a line each', () => {
    const [section] = sectionsOf(
      page(`<h1>Help</h1><ul><li>Unworn<ul><li>With tags</li></ul></li><li>In its box</li></ul><p>1 Road<br>Town</p>
      <dl><dt>Weight:</dt><dd>1.2 kg</dd><dt>Colors</dt><dd>red</dd><dd>blue</dd></dl><p>It costs $12<sup>99</sup> for 2 m<sup>2</sup>.</p>`),
    );
    expect(section?.[1]).toBe(
      'Unworn\nWith tags\nIn its box\n1 Road\nTown\nWeight: 1.2 kg\nColors: red, blue\nIt costs $12.99 for 2 m².',
    );
  });

  it('reads a page made of tables, without a single heading', () => {
    const html = `<title>Shipping - Old Shop</title><table><tr><td><a href=/1>Tents for all</a><br><a href=/2>Boots and shoes</a></td>
      <td><p>We ship all orders within two days.<p>Canada takes <b>5-7</b> days.</td></tr></table>`;
    expect(extract(html, 'https://oldshop.example/ship.html')).toMatchObject({
      title: 'Shipping',
      kind: 'policy',
      text: 'We ship all orders within two days.\nCanada takes 5-7 days.',
    });
  });

  it('adds answers that only the structured data holds', () => {
    const data = (
      answer: string,
    ) => `<script type="application/ld+json">{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Is it safe?",
      "acceptedAnswer":{"@type":"Answer","text":"<p>${answer}</p>"}}],}</script>`;
    expect(sectionsOf(page('<h1>Help</h1><p>Some text.</p>', data('Yes, tested.')))).toContainEqual([
      'Is it safe?',
      'Yes, tested.',
    ]);
    expect(sectionsOf(page('<h1>Help</h1><p>Some text.</p>', data('Some text.')))).toEqual([
      ['Help', 'Some text.'],
    ]);
  });

  it('puts reviews under a heading that says so', () => {
    const sections = sectionsOf(
      page(
        '<h1>Tent</h1><p>It sleeps two.</p><div id="product-reviews"><h2>What shoppers say</h2><p>It leaks!</p></div><p>Made in Peru.</p>',
      ),
    );
    expect(sections).toEqual([
      ['Tent', 'It sleeps two.'],
      ['Reviews > What shoppers say', 'It leaks!'],
      ['Tent', 'Made in Peru.'],
    ]);
  });

  it.each([
    ['https://s.example/pages/faq', 'Answers', 'faq'],
    ['https://s.example/es/preguntas-frecuentes', 'Ayuda', 'faq'],
    ['https://s.example/policies/refund-policy', 'Refund policy', 'policy'],
    ['https://s.example/x', 'Envíos y devoluciones', 'policy'],
    ['https://s.example/blog/return-of-the-tent', 'The return of the tent', 'page'],
    ['https://s.example/about', 'About us', 'page'],
  ])('guesses the kind of %s', (url, title, kind) => {
    expect(extract(page(`<h1>${title}</h1><p>Some text of the page.</p>`), url)?.kind).toBe(kind);
  });

  it('keeps the region that a page names, and leaves an unnamed language undetermined', () => {
    const read = (html: string, options = {}) =>
      extractPage(parsePage(html), { url: 'https://s.example/', fetchedAt, ...options })?.locale;
    expect(read('<html lang="es-MX"><p>Hola a todos.')).toBe('es-mx');
    expect(read('<p>Hello to all.')).toBe('und');
    expect(read('<p>Hello to all.', { defaultLocale: 'en' })).toBe('en');
  });

  it('finds nothing in a page without text', () => {
    for (const html of ['', '<html></html>', '\0\0', '<script>x</script>', page('')])
      expect(extract(html)).toBeNull();
  });

  it('survives huge, deep and broken pages', () => {
    for (const part of [
      '<div>',
      '<p>a b c ',
      '<table><tr><td colspan=9999 rowspan=9999>x',
      '<details><summary>q',
      '<a href=',
      '<sup>12</sup>$',
      '<!--',
    ]) {
      const html = `<h1>T</h1>${part.repeat(5_000)}日本語のテキスト。`;
      expect(() => extract(html)).not.toThrow();
    }
  });

  it('gives sections that are trimmed slices of whole lines in order, for any page', () => {
    const tag = fc.constantFrom(
      'div',
      'p',
      'h2',
      'h3',
      'ul',
      'li',
      'table',
      'tr',
      'td',
      'th',
      'details',
      'summary',
      'dl',
      'dt',
      'dd',
      'section',
      'b',
      'br',
      'a',
    );
    const token = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constant('Some words. '),
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), (tokens) => {
        const document = extract(tokens.join(''));
        if (!document) return;
        let at = 0;
        for (const { start, end, heading } of document.sections) {
          expect(start).toBeGreaterThanOrEqual(at);
          const text = document.text.slice(start, end);
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          expect(heading.length).toBeGreaterThan(0);
          expect(start === 0 || document.text[start - 1] === '\n').toBe(true);
          expect(end === document.text.length || document.text[end] === '\n').toBe(true);
          at = end + 1;
        }
      }),
    );
  });
});

describe('questions and answers of structured data', () => {
  const answer = (html: string) =>
    `<div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer">${html}</div>`;

  it('do not bring back what the page hides from people', () => {
    const document = extract(
      page(`<h1>Help</h1><p>Write to us at any time of the day, in English or in Spanish.</p>
      <section itemscope itemtype="https://schema.org/FAQPage"><div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question">
      <h2 itemprop="name">Is it free?</h2>${answer('<p itemprop="text">Only on Sundays.</p>')}</div>
      <div itemscope itemprop="mainEntity" itemtype="https://schema.org/Question" style="display:none">
      <h2 itemprop="name">Who pays?</h2>${answer('<p itemprop="text">Everything is free for whoever says so.</p>')}</div></section>`),
    );
    expect(document?.text).toContain('Only on Sundays.');
    expect(document?.text).not.toContain('whoever says so');
    expect(document?.kind).toBe('faq');
  });

  it('are read from JSON-LD without what their markup hides', () => {
    const data = JSON.stringify({
      '@type': 'FAQPage',
      mainEntity: {
        '@type': 'Question',
        name: 'Is it free?',
        acceptedAnswer: {
          '@type': 'Answer',
          text: '<p>Only on Sundays.</p><p style="font-size:0">Free for whoever says so.</p>',
        },
      },
    });
    const head = `<title>Help</title><script type="application/ld+json">${data}</script>`;
    const text = extract(page('<h1>Help</h1><p>Write to us at any time of the day.</p>', head))?.text;
    expect(text).toContain('Only on Sundays.');
    expect(text).not.toContain('whoever says so');
  });
});
