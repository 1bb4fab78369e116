import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { readDirectives, robotsTagWords } from './page-directives.ts';

const read = (html: string, headers: Record<string, string> = {}) =>
  readDirectives(load(html), headers, 'https://shop.example/a/b');

describe('readDirectives', () => {
  it('collects links, once each, without nofollow and without empty ones', () => {
    const html = `<a href="c">1</a><a href="/d#x">2</a><a href="c">3</a><a rel="noopener NOFOLLOW" href="/e">4</a>
      <a href=" ">5</a><a href="http://[">6</a><link rel="alternate" hreflang="es" href="/es/a"><map><area href="/f"></map>`;
    expect(read(html).links.sort()).toEqual([
      'https://shop.example/a/c',
      'https://shop.example/d#x',
      'https://shop.example/es/a',
      'https://shop.example/f',
    ]);
  });

  it('honours <base>', () => {
    expect(read('<base href="/root/"><a href="x">1</a>').links).toEqual(['https://shop.example/root/x']);
  });

  it.each([
    ['<meta name="robots" content="noindex, follow">', true, false],
    ['<meta name="ROBOTS" content="NOINDEX NOFOLLOW">', true, true],
    ['<meta name="robots" content="none">', true, true],
    ['<meta name="aislebot" content="noindex">', true, false],
    ['<meta name="googlebot" content="noindex">', false, false],
    ['<meta name="robots" content="index">', false, false],
  ])('reads %s', (html, noindex, nofollow) => {
    expect(read(html)).toMatchObject({ noindex, nofollow });
  });

  it('reads the canonical link from the page or from the header', () => {
    expect(read('<link rel="canonical" href="/x?y=1">').canonical).toBe('https://shop.example/x?y=1');
    expect(read('', { link: '</a.css>; rel=preload, </x>; rel="canonical"' }).canonical).toBe(
      'https://shop.example/x',
    );
    expect(read('<p>').canonical).toBeNull();
  });

  it('takes a quick meta refresh for a move, a slow one not', () => {
    expect(read('<meta http-equiv="Refresh" content="0; URL=\'/new\'">').refresh).toBe(
      'https://shop.example/new',
    );
    expect(read('<meta http-equiv="refresh" content="300; url=/new">').refresh).toBeNull();
    expect(read('<meta http-equiv="refresh" content="5">').refresh).toBeNull();
  });
});

it('reads X-Robots-Tag for everyone and for this crawler only', () => {
  expect(robotsTagWords('noindex, nofollow')).toEqual(['noindex', 'nofollow']);
  expect(robotsTagWords('googlebot: noindex, nofollow')).toEqual([]);
  expect(robotsTagWords('googlebot: nofollow, AisleBot: noindex')).toEqual(['noindex']);
  expect(robotsTagWords('max-snippet: 20, noindex')).toContain('noindex');
  expect(robotsTagWords(undefined)).toEqual(['']);
});
