import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import { pino } from 'pino';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { type FakeRecord, makeFakeService } from '../mock/fake-service.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const missing = !existsSync(executablePath);
if (missing)
  console.warn(`Skipping the chat page's tests: no Chromium at ${executablePath}; set CHROMIUM_PATH.`);

const phone = { viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true };
const lastAnswer = '.answer:last-child';

describe.skipIf(missing)('the chat page', () => {
  let browser: Browser;
  const servers: ServerType[] = [];

  beforeAll(async () => {
    const quiet = [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ];
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  async function open(options: BrowserContextOptions = {}, fake: Parameters<typeof makeFakeService>[0] = {}) {
    const { deps, record } = makeFakeService(fake);
    const limits = { resumeGraceMs: 50 };
    const app = makeApp({ ...deps, limits, logger: pino({ level: 'silent' }) });
    const server = await new Promise<ServerType>((resolve) => {
      const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(made));
    });
    servers.push(server);
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForSelector('#examples li');
    return { page, record };
  }

  async function ask(page: Page, question: string) {
    const before = await page.locator('.answer').count();
    await page.fill('#question', question);
    await page.keyboard.press('Enter');
    await page.locator('.answer').nth(before).and(page.locator('[aria-busy="false"]')).waitFor();
  }

  async function axe(page: Page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test('asks, streams the answer, and shows its citations, products and suggestions', async () => {
    const { page } = await open({}, { delayMs: 40 });
    await page.fill('#question', 'Can I return a worn jacket?');
    await page.keyboard.press('Enter');
    const text = page.locator(`${lastAnswer} .text`);
    await page.locator(`${lastAnswer}[aria-busy="true"] .text`, { hasText: 'Worn' }).waitFor();
    expect(await text.textContent()).not.toContain('30 days');
    await page.locator(`${lastAnswer}[aria-busy="false"]`).waitFor();
    expect(await text.textContent()).toBe(
      "Worn items can't be returned\u00a01. Anything else can be sent back within 30 days\u00a02.",
    );
    const source = page.locator(`${lastAnswer} .citation`).first();
    expect(await source.locator('blockquote').textContent()).toBe(
      "We can't accept items that have been worn.",
    );
    expect(await source.locator('.path').textContent()).toBe('Returns › What we accept');
    expect(await source.locator('time').textContent()).toBe('Retrieved Mar 1, 2026');
    const link = source.getByRole('link');
    expect(await link.getAttribute('href')).toContain('https://shop.example/returns#:~:text=');
    expect(await link.getAttribute('rel')).toContain('noopener');
    const cards = page.locator('.product');
    expect(await cards.first().locator('.price').textContent()).toContain('$129.00');
    expect(await cards.first().locator('.price s').textContent()).toBe('Previous price $159.00');
    expect(await cards.last().locator('.price').textContent()).toBe('$240.00 – $280.00');
    expect(await cards.last().locator('.stock').textContent()).toBe('Out of stock');
    expect(await page.locator('#status').textContent()).toBe('Answer ready, 2 sources.');
  });

  test('a mark leads to its source, which opens in the stored text at the quote', async () => {
    const { page } = await open();
    await ask(page, 'Can I return it?');
    await page.getByRole('button', { name: 'Source 2: Returns and exchanges' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('2');
    const show = page.getByRole('button', { name: 'Show in text' }).first();
    await show.click();
    const quote = page.locator('dialog mark');
    expect(await quote.textContent()).toBe("We can't accept items that have been worn.");
    expect(await page.locator('.document').evaluate((node) => node.scrollTop)).toBeGreaterThan(0);
    expect(await quote.evaluate((mark) => mark.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').isVisible()).toBe(false);
    expect(await show.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('works by keyboard alone', async () => {
    const { page, record } = await open();
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    const tabTo = async (name: RegExp) => {
      for (let tries = 0; tries < 25; tries += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const node = document.activeElement as HTMLElement;
          return {
            tag: node.tagName,
            name: node.ariaLabel ?? node.textContent ?? '',
            outline: getComputedStyle(node).outlineStyle,
          };
        });
        if (focused.tag !== 'BODY' && name.test(focused.name)) return focused.outline;
      }
      throw new Error(`no focusable ${name}`);
    };
    expect(await tabTo(/Skip to the question/)).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Can I');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('return it?');
    await page.keyboard.press('Enter');
    await page.locator(`${lastAnswer}[aria-busy="false"]`).waitFor();
    expect(record.questions[0]?.question).toBe('Can I\nreturn it?');
    await page.locator('.mark').first().focus();
    await page.keyboard.press('Enter');
    expect(await tabTo(/Show in text/)).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.locator('dialog mark').waitFor();
    await page.keyboard.press('Escape');
    expect(await tabTo(/How long do refunds/)).not.toBe('none');
    await page.keyboard.press('Enter');
    await page.locator('.answer').nth(1).waitFor();
    expect(record.questions[1]?.question).toContain('How long do refunds');
  });

  test('a conversation goes on, and ends with a new chat', async () => {
    const { page, record } = await open();
    await page.getByRole('button', { name: 'How long does shipping take?' }).click();
    await page.locator(`${lastAnswer}[aria-busy="false"]`).waitFor();
    await ask(page, 'And to Spain?');
    await page.getByRole('button', { name: 'New chat' }).click();
    expect(await page.locator('.answer').count()).toBe(0);
    await ask(page, 'Something else?');
    expect(record.questions.map(({ conversationId }) => conversationId)).toEqual([
      undefined,
      'cnv_1',
      undefined,
    ]);
  });

  test('clarifies by options, and asks for the one that is chosen', async () => {
    const { page, record } = await open();
    await ask(page, 'shoes');
    await page.getByRole('button', { name: '42' }).click();
    await page.locator('.answer').nth(1).waitFor();
    expect(record.questions[1]).toMatchObject({ question: '42', conversationId: 'cnv_1' });
  });

  test('shows what is only known in another language as such, and no conflict between pages', async () => {
    const { page } = await open();
    await ask(page, 'Is it in Spanish?');
    const text = page.locator(`${lastAnswer} .text`);
    expect(await text.textContent()).toContain('I only found this in Spanish');
    expect(await text.getAttribute('lang')).toBe('en');
    expect(await page.locator(`${lastAnswer} blockquote`).getAttribute('lang')).toBe('es');
    const shown = await page.locator('#log').textContent();
    expect(shown).not.toContain('Worn is fine.');
    expect(await page.locator('#log [href*="/old"]').count()).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test('offers people where it found nothing, and takes the message', async () => {
    const { page, record } = await open();
    await ask(page, 'Is the moon made of cheese?');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByRole('button', { name: 'Send message' }).click();
    expect(await page.getByText('Please fill this in.').count()).toBe(1);
    expect(record.handoffs).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Email or phone').fill('ana@shop.example');
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByText("The store's team will reply to ana@shop.example.").waitFor();
    expect(record.handoffs).toEqual([
      {
        contact: 'ana@shop.example',
        message: 'Is the moon made of cheese?',
        store: 'sample',
        conversationId: 'cnv_1',
        answerId: 'ans_1',
        locale: 'en',
      },
    ]);
  });

  test('takes a rating', async () => {
    const { page, record } = await open();
    await ask(page, 'Can I return it?');
    await page.getByRole('button', { name: 'Not helpful' }).click();
    await page.getByText('Thank you.').waitFor();
    expect(record.feedback).toEqual([{ answerId: 'ans_1', rating: 'down', store: 'sample' }]);
  });

  test('says what failed in plain words, and tries again', async () => {
    const { page } = await open();
    await ask(page, 'Does it fail?');
    expect(await page.getByRole('alert').textContent()).toContain('Try again in a few seconds.');
    expect(await page.content()).not.toContain('secret');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.citation').first().waitFor();
  });

  test('keeps what was streamed when an answer breaks off', async () => {
    const { page } = await open();
    await ask(page, 'late');
    expect(await page.locator(`${lastAnswer} .text`).textContent()).toContain('Worn');
    expect(await page.getByRole('alert').textContent()).toContain('Something went wrong');
  });

  test('stops an answer on request, also on the server', async () => {
    const { page, record } = await open();
    await page.fill('#question', 'slow');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped.').waitFor();
    await expect.poll(() => record.aborted).toBe(1);
    await ask(page, 'Can I return it?');
  });

  test.each(['light', 'dark'] as const)(
    'fits a phone without sideways scrolling: %s',
    async (colorScheme) => {
      const { page } = await open({ ...phone, colorScheme });
      expect(await overflow(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
      for (const question of ['a worn jacket?', 'moon', 'person', 'fail', 'script', 'x'.repeat(300)]) {
        await ask(page, question);
        expect(await overflow(page), question).toBe(0);
      }
      expect(await axe(page)).toEqual([]);
      expect(await page.locator('#question').isVisible()).toBe(true);
    },
  );

  test('script in a question, title, quote, name or address never runs', async () => {
    const { page } = await open();
    await ask(page, 'script <img src=x onerror="window.ran = true">');
    expect(await page.locator('.citation blockquote').textContent()).toContain('<script>');
    expect(await page.locator('#log img, #log script').count()).toBe(0);
    expect(await page.locator('#log [href^="javascript:"]').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  });

  test('speaks Spanish to a Spanish browser', async () => {
    const { page } = await open({ locale: 'es-MX' });
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('es');
    expect(await page.locator('#welcome h2').textContent()).toBe('¿Qué te gustaría saber?');
    await ask(page, 'Can I return it?');
    expect(await page.locator('.sources h3').textContent()).toBe('Fuentes');
  });

  test('lets the shopper choose among several stores', async () => {
    const { page, record } = await open({}, { stores: ['north', 'south'] });
    await page.getByLabel('Store').selectOption('south');
    await ask(page, 'Can I return it?');
    expect(await page.locator('h1').textContent()).toBe('Ask Store south');
    const asked = (record satisfies FakeRecord).questions.map(({ store }) => store);
    expect(asked).toEqual(['south']);
  });
});
