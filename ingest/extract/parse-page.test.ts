import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage } from './parse-page.ts';

describe('parsePage', () => {
  it.each([
    ['open elements', '<div>'.repeat(60_000)],
    ['elements that a slash does not close', '<div/>'.repeat(60_000)],
    ['end tags of what is not open', '<div></b>'.repeat(60_000)],
    ['end tags within a comment', '<div><!--</div>-->'.repeat(60_000)],
    ['end tags within a script', '<div><script></div></script>'.repeat(60_000)],
    ['open elements of unknown names', '<x-a>'.repeat(60_000)],
    ['open lists', '<ul>'.repeat(60_000)],
  ])('gives a shallow tree for %s, and keeps the text', (_, html) => {
    const $ = parsePage(`${html}<p>The end.`);
    let depth = 0;
    for (let node = $('p').last(); node.length > 0; node = node.parent()) depth += 1;
    expect(depth).toBeLessThan(400);
    expect($('p').last().text()).toBe('The end.');
  });

  it('keeps links and headings below any number of wrappers', () => {
    const $ = parsePage(`${'<div>'.repeat(1000)}<h2>Help</h2><a href="/returns">Returns</a>`);
    expect([$('h2').text(), $('a').attr('href')]).toEqual(['Help', '/returns']);
  });

  it('does not multiply formatting that is left open', () => {
    const $ = parsePage(Array.from({ length: 2000 }, (_, n) => `<p><b id="${n}">x</i></p>`).join(''));
    expect($('*').length).toBeLessThan(2000 * 70);
  });

  it('leaves out no tag of a page that forgets end tags or has many icons', () => {
    const lax = '<div><span>row</div>'.repeat(1000);
    const icons = `<svg>${'<g/><path d="M0 0"/>'.repeat(1000)}</svg>`;
    const $ = parsePage(`${lax}${icons}<h2>Returns</h2><section><b>Free</b></section>`);
    expect([$('div').length, $('g').length, $('h2').text(), $('section b').text()]).toEqual([
      1000,
      1000,
      'Returns',
      'Free',
    ]);
  });

  it('parses scripts and styles, however written, as the parser does by itself', () => {
    const long = `let text = "${'words and more '.repeat(30)}";`;
    const piece = fc.constantFrom(
      ...[
        '<script>',
        '<script src="a>b">',
        "<script data-a='<'>",
        '</script>',
        '</SCRIPT >',
        '</scripts>',
        '<!--',
        '-->',
      ],
      ...['<style>', '</style>', '<svg>', '</svg>', '<noscript>', '</noscript>', '<template>', '</template>'],
      ...[
        '<textarea>',
        '</textarea>',
        '<title>',
        '<table><tr>',
        '<select>',
        '<math>',
        '<p title="',
        '">',
        'a &amp; b',
      ],
      ...[
        '\r\n',
        '\0',
        '<b>',
        '</b>',
        '<plaintext>',
        '<frameset>',
        '</head>',
        '<body>',
        'aisle-raw-text-0',
        long,
        long,
        long,
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const html = pieces.join('');
        expect(parsePage(html).html()).toBe(load(html).html());
      }),
      { numRuns: 500 },
    );
  });

  it.each(['script', 'style'])('keeps the whole text of a <%s>', (name) => {
    const text = `a < b && "</p>" \r\n${'x'.repeat(1000)}`;
    const $ = parsePage(`<p>Before</p><${name}>${text}</${name}><p>After</p>`);
    expect($(name).text()).toBe(text.replace('\r', ''));
    expect($('p').text()).toBe('BeforeAfter');
  });
});
