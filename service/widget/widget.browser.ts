import { describe, expect, test } from 'vitest';
import { ask, axe, findChromium, lastAnswer, useWidget } from './drive-widget.fixture.ts';

const executablePath = findChromium(process.env.CHROMIUM_PATH);

describe.skipIf(executablePath === null)(
  'the widget on a page of another origin, under a strict policy',
  () => {
    const { open } = useWidget(executablePath);

    test('asks with its key, streams the answer, and shows citations, products and suggestions', async () => {
      const { page, record } = await open({ fake: { delayMs: 40 }, tag: 'data-store="sample"' });
      await page.locator('#question').fill('Can I return a worn jacket?');
      await page.keyboard.press('Enter');
      await page.locator(`.answer[aria-busy="true"] .text`, { hasText: 'Worn' }).waitFor();
      expect(await page.locator('.text').textContent()).not.toContain('30 days');
      await page.locator('.answer[aria-busy="false"]').waitFor();
      expect(await page.locator('.text').textContent()).toBe(
        "Worn items can't be returned\u00a01. Anything else can be sent back within 30 days\u00a02.",
      );
      const source = page.locator('.citation').first();
      expect(await source.locator('blockquote').textContent()).toBe(
        "We can't accept items that have been worn.",
      );
      const link = source.getByRole('link');
      expect(await link.getAttribute('href')).toContain('https://shop.example/returns#:~:text=');
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await page.locator('.product .price').first().textContent()).toContain('$129.00');
      expect(await page.locator('.next .chip').count()).toBe(1);
      expect(record.questions).toEqual([
        { question: 'Can I return a worn jacket?', store: 'sample', conversationId: undefined },
      ]);
      // Each sentence is spoken once it is whole, without its marks.
      expect(await page.locator('[aria-live="polite"] p').allTextContents()).toEqual([
        "Worn items can't be returned.",
        'Anything else can be sent back within 30 days.',
      ]);
    });

    test('a mark leads to its source, which opens in the stored text; Escape closes that alone', async () => {
      const { page } = await open();
      await ask(page, 'Can I return it?');
      await page.getByRole('button', { name: 'Source 2: Returns and exchanges' }).click();
      expect(await page.locator('.citation:focus').getAttribute('data-id')).toBe('2');
      await page.getByRole('button', { name: 'Show in text 1' }).click();
      expect(await page.locator('.source mark').textContent()).toBe(
        "We can't accept items that have been worn.",
      );
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await page.locator('.source').last().isVisible()).toBe(false);
      expect(await page.locator('.panel').isVisible()).toBe(true);
    });

    test('clarifies by options, takes a rating, a comment and a wrong source', async () => {
      const feedback: unknown[] = [];
      const saveFeedback = async (given: unknown) => feedback.push(given) > 0;
      const { page, record } = await open({ deps: { saveFeedback } });
      await ask(page, 'shoes');
      await page.getByRole('button', { name: '42' }).click();
      await page.locator('.answer').nth(1).locator('.thumbs').waitFor();
      expect(record.questions[1]).toMatchObject({ question: '42', conversationId: 'cnv_1' });
      const last = page.locator(lastAnswer);
      await last.getByRole('button', { name: 'Not helpful' }).click();
      await last.getByLabel('What was wrong?').fill('It is about hats.');
      await last.getByRole('button', { name: 'Send comment' }).click();
      await expect.poll(() => feedback.length).toBe(2);
      expect(feedback[1]).toEqual({
        answerId: 'ans_2',
        rating: 'down',
        comment: 'It is about hats.',
        store: 'sample',
      });
      expect(await last.getByRole('button', { name: 'Not helpful' }).getAttribute('aria-pressed')).toBe(
        'true',
      );
      await ask(page, 'Can I return it?');
      const wrong = page.locator(lastAnswer).getByRole('button', { name: 'Wrong source 2' });
      await wrong.click();
      await expect.poll(() => wrong.getAttribute('aria-pressed')).toBe('true');
      expect(feedback[2]).toEqual({
        answerId: 'ans_3',
        rating: 'down',
        citations: [{ id: 2, wrong: true }],
        store: 'sample',
      });
      await wrong.click();
      await expect.poll(() => wrong.getAttribute('aria-pressed')).toBe('false');
      expect(feedback[3]).not.toHaveProperty('citations');
      expect(await axe(page)).toEqual([]);
    });

    test('what was rated and called wrong is still marked after a reload', async () => {
      const { page, record } = await open();
      await ask(page, 'Can I return it?');
      const wrong = page.getByRole('button', { name: 'Wrong source 2' });
      await wrong.click();
      await expect.poll(() => wrong.getAttribute('aria-pressed')).toBe('true');
      await page.reload();
      await page.locator('.thumbs').waitFor();
      const pressed = await page
        .locator('[aria-pressed="true"]')
        .evaluateAll((nodes) => nodes.map((node) => node.ariaLabel ?? node.textContent));
      expect(pressed).toEqual(['Wrong source 2', 'Not helpful']);
      // What is sent next has it still.
      await page.getByRole('button', { name: 'Wrong source 1' }).click();
      await expect.poll(() => record.feedback.length).toBe(2);
      expect(record.feedback[1]).toMatchObject({
        citations: [
          { id: 2, wrong: true },
          { id: 1, wrong: true },
        ],
      });
    });

    test('goes on after a reload, with what was said and the panel as it was', async () => {
      const { page, record } = await open();
      await ask(page, 'Can I return it?');
      await page.reload();
      await page.locator('.answer[aria-busy="false"]').waitFor();
      expect(await page.locator('.question p').textContent()).toBe('Can I return it?');
      expect(await page.locator('.citation').count()).toBe(2);
      await ask(page, 'And a hat?');
      expect(record.questions[1]?.conversationId).toBe('cnv_1');
      await page.getByRole('button', { name: 'New chat' }).click();
      await page.reload();
      await page.locator('.welcome').waitFor();
      expect(await page.locator('.answer').count()).toBe(0);
      await ask(page, 'Something else?');
      expect(record.questions[2]?.conversationId).toBeUndefined();
    });

    test('begins anew where the service has the conversation no longer', async () => {
      const { page, record } = await open();
      await ask(page, 'Can I return it?');
      await page.evaluate(() => {
        const [key] = Object.keys(localStorage).filter((name) => name.startsWith('aisle:'));
        const kept = JSON.parse(localStorage.getItem(key ?? '') ?? '{}');
        localStorage.setItem(key ?? '', JSON.stringify({ ...kept, conversationId: 'cnv_gone' }));
      });
      await page.reload();
      await page.locator('.welcome').waitFor();
      await ask(page, 'Can I return it?');
      expect(record.questions[1]?.conversationId).toBeUndefined();
    });

    test('goes on with an answer that was being given when the shopper went to another page', async () => {
      const { page, record } = await open({ fake: { delayMs: 150 } });
      await page.locator('#question').fill('Can I return it?');
      await page.keyboard.press('Enter');
      await page.locator('.text', { hasText: 'Worn' }).waitFor();
      await page.reload();
      await page.locator('.answer[aria-busy="false"] .citation').first().waitFor();
      expect(await page.locator('.text').textContent()).toContain('30 days\u00a02.');
      expect([record.questions.length, await page.locator('.question').count()]).toEqual([1, 1]);
    });

    test('goes on with a stream whose connection was lost', async () => {
      const { shop, page, record } = await open({ fake: { delayMs: 100 } });
      await page.locator('#question').fill('Can I return it?');
      await page.keyboard.press('Enter');
      await page.locator('.text', { hasText: 'Worn items' }).waitFor();
      shop.cut();
      await page.locator('.answer[aria-busy="false"]').waitFor();
      expect(await page.locator('.text').textContent()).toBe(
        "Worn items can't be returned\u00a01. Anything else can be sent back within 30 days\u00a02.",
      );
      expect(record.questions.length).toBe(1);
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    test('says what failed, offline too, and tries again', async () => {
      const { page } = await open();
      await ask(page, 'Does it fail?');
      expect(await page.locator('.error').textContent()).toContain('Try again in a few seconds.');
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.error', { hasText: 'Check your connection' }).waitFor();
      await page.context().setOffline(false);
      expect(await page.getByText('You are offline.').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Try again' }).last().click();
      await page.locator('.citation').first().waitFor();
    });

    test('stops an answer on request', async () => {
      const { page, record } = await open();
      await page.locator('#question').fill('slow');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('Stopped.').waitFor();
      await expect.poll(() => record.aborted, { timeout: 10_000 }).toBe(1);
      await ask(page, 'Can I return it?');
    });

    test('script in a question, title, quote, name or address never runs', async () => {
      const { page } = await open();
      await ask(page, 'script <img src=x onerror="window.ran = true">');
      expect(await page.locator('.citation blockquote').textContent()).toContain('<script>');
      expect(await page.locator('.panel img, .panel script, .panel b').count()).toBe(0);
      expect(await page.locator('[href^="javascript:"]').count()).toBe(0);
      await page.reload();
      await page.locator('.citation').waitFor();
      expect(await page.locator('.panel img, .panel script').count()).toBe(0);
      expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    });

    test('says that it is not available to a page that its key is not for', async () => {
      const { page } = await open({ tag: 'data-key="pk_wrong"' });
      await ask(page, 'Can I return it?');
      expect(await page.locator('.error').textContent()).toContain('not available on this page');
    });
  },
);
