import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { makeFakeApp } from '../openapi/fake-app.fixture.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing)
  console.warn(`Skipping the reference page's tests: no Chromium at ${executablePath}; set CHROMIUM_PATH.`);

const MANY_SCHEMAS = '.schema ~ .schema ~ .schema ~ .schema ~ .schema';

describe.skipIf(missing)('the reference page', () => {
  let browser: Browser;
  let server: Listening;

  beforeAll(async () => {
    server = await listen(makeFakeApp(), 0, '127.0.0.1');
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close(0);
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
  });

  async function open(options: BrowserContextOptions = {}) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    await page.goto(`${server.url}/docs`);
    return { page, errors };
  }

  test.each<[string, BrowserContextOptions]>([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 360, height: 700 }, isMobile: true }],
  ])('has nothing that axe finds, and nothing wider than the window: %s', async (_name, options) => {
    const { page, errors } = await open(options);
    await page
      .locator('details')
      .first()
      .evaluate((one) => one.setAttribute('open', ''));
    // Schemas are all drawn by one function, and axe takes a while for each.
    const { violations } = await new AxeBuilder({ page }).exclude(MANY_SCHEMAS).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
    expect(errors).toEqual([]);
  });

  test('its styles apply, and its links lead to what they name', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(back).toBe('rgb(20, 23, 26)');
    await page.getByRole('navigation').getByRole('link', { name: '/feedback' }).click();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('#giveFeedback')?.getBoundingClientRect().top))
      .toBeLessThan(60);
  });
});
