import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openShop } from './shop-page.fixture.ts';

/** Where Chromium is, or null, which is said aloud. */
export function findChromium(path = '/usr/bin/chromium'): string | null {
  if (existsSync(path)) return path;
  console.warn(`Skipping the widget's tests: no Chromium at ${path}; set CHROMIUM_PATH.`);
  return null;
}

/** The latest answer. */
export const lastAnswer = '.answer >> nth=-1';

/**
 * A browser for the tests of one file, to be called within their `describe`. Each test ends with a check that the page's policy has
 * refused nothing, and that no error went uncaught.
 */
export function useWidget(executablePath: string | null) {
  let browser: Browser;
  const shops: Awaited<ReturnType<typeof openShop>>[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
    browser = await chromium.launch({ executablePath: executablePath ?? '', args });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const shop of shops.splice(0)) await shop.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  async function visit(options: Parameters<typeof openShop>[0] = {}, context: BrowserContextOptions = {}) {
    const shop = await openShop(options);
    shops.push(shop);
    const opened = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...context });
    const page = await opened.newPage();
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(shop.url);
    await page.waitForFunction(() => customElements.get('aisle-chat') !== undefined);
    return { shop, page, record: shop.record };
  }

  async function open(...given: Parameters<typeof visit>) {
    const visited = await visit(...given);
    await visited.page.locator('.bubble').click();
    await visited.page.locator('.panel').waitFor();
    return visited;
  }
  return { visit, open };
}

/** Asks, and waits for the answer's end. */
export async function ask(page: Page, question: string) {
  const before = await page.locator('.answer').count();
  await page.locator('#question').fill(question);
  await page.locator('#question').press('Enter');
  await page.locator('.answer').nth(before).and(page.locator('[aria-busy="false"]')).waitFor();
}

/** What axe finds wrong. */
export async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page: page as never }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What has the focus within the element. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const node = document.querySelector('aisle-chat')?.shadowRoot?.activeElement;
    return (node && (node.id || node.ariaLabel || node.textContent)) ?? document.activeElement?.tagName;
  });
