import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../extract/extract-page.ts';
import { parsePage } from '../extract/parse-page.ts';
import { recogniseBotCheck } from './bot-check.ts';
import { needsJavaScript } from './needs-javascript.ts';
import * as pages from './pages.fixture.ts';
import { readScriptSigns } from './script-signs.ts';

function need(html: string): string | null {
  const $ = parsePage(html);
  const signs = readScriptSigns($);
  const page = { url: 'https://shop.example/help', fetchedAt: '2026-01-01T00:00:00Z' };
  return needsJavaScript(signs, extractPage($, page)?.text ?? '');
}

describe('a page that shows nothing without scripts', () => {
  it.each([
    ['a React app made with Vite', pages.viteReact, '<div id="root"> is empty until scripts fill it'],
    ['a React app with a splash', pages.reactWithSplash, '<div id="root"> is empty until scripts fill it'],
    ['a Vue app with its noscript sentence', pages.vueCli, '<div id="app"> is empty until scripts fill it'],
    ['an Angular app', pages.angular, '<app-root> is empty until scripts fill it'],
    [
      'a Next page drawn by the client, with embedded state',
      pages.nextClientOnly,
      '<div id="__next"> is empty',
    ],
    [
      'a Nuxt page without server rendering',
      pages.nuxtClientOnly,
      '<div id="__nuxt"> is empty until scripts',
    ],
    [
      'a Hydrogen shell with a header, a footer and SEO data',
      pages.hydrogenShell,
      '<div id="root"> is empty',
    ],
    ['an app behind a cookie wall', pages.cookieWall, '<div id="root"> is empty until scripts fill it'],
    [
      'a theme whose products are placeholders',
      pages.skeletons,
      'placeholders stand where scripts put its text',
    ],
    ['React streamed into hidden parts', pages.streamed, 'its text is hidden until scripts put it in place'],
    ['a mount point that nobody knows', pages.unknownMount, 'it holds scripts and next to no text'],
    [
      'a page that asks for JavaScript',
      pages.asksForScripts,
      'it asks for JavaScript and shows next to nothing',
    ],
  ])('is %s', (_, html, reason) => {
    expect(need(html)).toContain(reason);
  });
});

describe('a page that needs no scripts', () => {
  it.each([
    ['a Next page with its text', pages.nextServerRendered],
    ['a Nuxt page with a short text', pages.nuxtShort],
    ['a Magento page that is short and warns in noscript', pages.magentoShort],
    ['a short page with an empty mount point for a chat', pages.shortWithWidget],
    ['an empty cart', pages.emptyCart],
    ['a gallery', pages.gallery],
    ['a page without scripts', '<!doctype html><title>Closed</title><div id="root"></div>'],
    ['an empty body', '<!doctype html><title>Nothing</title><body></body>'],
  ])('is %s', (_, html) => {
    expect(need(html)).toBeNull();
  });

  it('is one whose extracted text is long enough, wherever it comes from', () => {
    expect(needsJavaScript(readScriptSigns(parsePage(pages.viteReact)), 'word '.repeat(200))).toBeNull();
  });
});

describe('a bot check', () => {
  it.each([
    ['Cloudflare', pages.cloudflareChallenge],
    ['DataDome', pages.dataDomeChallenge],
    ['AWS WAF', pages.awsWafChallenge],
    ['Imperva', pages.incapsulaChallenge],
  ])('of %s is told from a page that needs scripts', (vendor, html) => {
    expect(recogniseBotCheck(parsePage(html))).toBe(`a bot check by ${vendor} in place of the page`);
  });

  it('is not seen in a page that carries the script of the vendor that let it through', () => {
    expect(recogniseBotCheck(parsePage(pages.behindCloudflare))).toBeNull();
    expect(recogniseBotCheck(parsePage(pages.aboutBotChecks))).toBeNull();
    expect(recogniseBotCheck(parsePage(pages.viteReact))).toBeNull();
  });
});

it('reads whatever HTML there is, and changes nothing of it', () => {
  const tag = fc.constantFrom('div', 'p', 'h1', 'script', 'noscript', 'main', 'app-root', 'img', 'header');
  const attributes = fc.constantFrom(
    '',
    ' id="root"',
    ' class="skeleton"',
    ' hidden id="S:0"',
    ' aria-busy="true"',
  );
  const piece = fc.oneof(
    fc.tuple(tag, attributes).map(([name, more]) => `<${name}${more}>`),
    tag.map((name) => `</${name}>`),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const $ = parsePage(pieces.join(''));
      const before = $.html();
      const signs = readScriptSigns($);
      recogniseBotCheck($);
      expect($.html()).toBe(before);
      expect(signs.mount?.ownText ?? 0).toBeLessThanOrEqual(signs.ownText);
      // What is long enough to answer from is never called empty.
      if (signs.ownText >= 250) expect(needsJavaScript(signs, '')).toBeNull();
    }),
  );
});
