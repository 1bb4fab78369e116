import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { listen } from '../listen.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { testGate, testKey } from './gate.fixture.ts';
import type { Gate } from './gate.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing)
  console.warn(`Skipping the tests of origins: no Chromium at ${executablePath}; set CHROMIUM_PATH.`);

describe.skipIf(missing)('in a browser', () => {
  let browser: Browser;
  const open: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const close of open.splice(0)) await close();
  });

  async function serveAisle(keys: ReturnType<typeof testKey>[], changes: Partial<Gate> = {}) {
    const logger = pino({ level: 'silent' });
    const app = makeApp({ ...makeFakeService().deps, logger, gate: testGate(keys, changes) });
    const server = await listen(app, 0, '127.0.0.1');
    open.push(() => server.close(0));
    return server.url;
  }

  /** An empty page of a shop, at an origin of its own. */
  async function openShop(): Promise<{ page: Page; origin: string }> {
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Shop</title>'),
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = await browser.newPage();
    await page.goto(origin);
    return { page, origin };
  }

  /** What a script of the page gets to read of an answer, or of a refusal. */
  const ask = (page: Page, url: string, key: string | null) =>
    page.evaluate(
      async ({ url, key }) => {
        const headers = {
          'content-type': 'application/json',
          ...(key && { authorization: `Bearer ${key}` }),
        };
        const body = JSON.stringify({ question: 'Can I return a worn jacket?' });
        try {
          const response = await fetch(`${url}/answer`, { method: 'POST', headers, body });
          const { status, type } = await response.json();
          return { status, type, left: response.headers.get('ratelimit') };
        } catch (error) {
          return { unreadable: (error as Error).name };
        }
      },
      { url, key },
    );

  test('a page of the key’s origin reads answers, what is left, and why it is refused', async () => {
    const { page, origin } = await openShop();
    const key = testKey('publishable', { origins: [origin], perMinute: 1 });
    const url = await serveAisle([key]);
    expect(await ask(page, url, null)).toMatchObject({ type: 'urn:aisle:problem:unauthorized' });
    expect(await ask(page, url, key.text)).toMatchObject({
      status: 'answered',
      left: expect.stringContaining('"minute";r=0'),
    });
    expect(await ask(page, url, key.text)).toMatchObject({ type: 'urn:aisle:problem:rate-limited' });
  });

  test('a page of another origin reads nothing, whatever key it has', async () => {
    const { page } = await openShop();
    const key = testKey('publishable');
    const secret = testKey('secret');
    const url = await serveAisle([key, secret]);
    for (const text of [key.text, secret.text, null])
      expect(await ask(page, url, text)).toEqual({ unreadable: 'TypeError' });
  });

  test('a page from elsewhere reads nothing of a service without keys on this machine', async () => {
    const { page } = await openShop();
    expect(await ask(page, await serveAisle([]), null)).toEqual({ unreadable: 'TypeError' });
  });

  test('the chat page works with PAGE_KEY, and says what it needs without', async () => {
    const key = testKey('publishable');
    const url = await serveAisle([key], { pageKey: key.text });
    const page = await browser.newPage();
    await page.goto(url);
    await page.locator('#examples li').first().waitFor();
    await page.fill('#question', 'Can I return a worn jacket?');
    await page.keyboard.press('Enter');
    await page.getByText("Worn items can't be returned").first().waitFor();

    await page.goto(await serveAisle([key]));
    expect(await page.locator('h1').textContent()).toBe('The chat page needs a key');
    expect(await page.textContent('body')).toContain('PAGE_KEY=');
  });
});
