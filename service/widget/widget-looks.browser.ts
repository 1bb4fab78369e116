import { describe, expect, test } from 'vitest';
import { ask, axe, findChromium, focused, useWidget } from './drive-widget.fixture.ts';

const phone = { viewport: { width: 375, height: 700 }, isMobile: true, hasTouch: true };

const executablePath = findChromium(process.env.CHROMIUM_PATH);

describe.skipIf(executablePath === null)('the widget, however it is looked at', () => {
  const { open, visit } = useWidget(executablePath);

  test('works by keyboard alone, and gives the focus back', async () => {
    const { page, record } = await visit();
    await page.getByRole('button', { name: 'Buy' }).focus();
    const tabTo = async (name: RegExp) => {
      for (let tries = 0; tries < 25; tries += 1) {
        await page.keyboard.press('Tab');
        if (name.test((await focused(page)) ?? '')) return;
      }
      throw new Error(`no focusable ${name}`);
    };
    await tabTo(/^Chat/);
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('question');
    await page.keyboard.type('Can I');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('return it?');
    await page.keyboard.press('Enter');
    await page.locator('.answer[aria-busy="false"]').waitFor();
    expect(record.questions[0]?.question).toBe('Can I\nreturn it?');
    await page.locator('.mark').first().focus();
    await page.keyboard.press('Enter');
    await tabTo(/Show in text/);
    const outline = await page.locator('.link:focus').evaluate((node) => getComputedStyle(node).outlineStyle);
    expect(outline).not.toBe('none');
    await tabTo(/How long do refunds/);
    await page.keyboard.press('Enter');
    await page.locator('.answer').nth(1).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.panel').isVisible()).toBe(false);
    expect(await focused(page)).toMatch(/^Chat/);
  });

  test.each(['light', 'dark'] as const)(
    'fits a phone, where it is a modal dialog: %s',
    async (colorScheme) => {
      const { page } = await open({}, { ...phone, colorScheme });
      const box = await page.locator('.panel').boundingBox();
      expect(box).toEqual({ x: 0, y: 0, width: 375, height: 700 });
      expect(await page.locator('.panel').evaluate((node) => node.matches(':modal'))).toBe(true);
      // The keyboard would cover what there is to choose from.
      expect(await focused(page)).toBe('title');
      // Who wants no motion gets none.
      expect(await page.locator('.panel').evaluate((node) => node.getAnimations().length)).toBe(0);
      for (const question of ['a worn jacket?', 'moon', 'person', 'fail', 'script', 'x'.repeat(300)]) {
        await ask(page, question);
        const sideways = await page
          .locator('.scroller')
          .evaluate((node) => node.scrollWidth - node.clientWidth);
        expect([question.slice(0, 20), sideways]).toEqual([question.slice(0, 20), 0]);
      }
      expect(await axe(page)).toEqual([]);
      await page.setViewportSize({ width: 900, height: 700 });
      await expect.poll(() => page.locator('.panel').evaluate((node) => node.matches(':modal'))).toBe(false);
      expect(await page.locator('.panel').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Close the chat' }).click();
      expect(await page.locator('.panel').isVisible()).toBe(false);
    },
  );

  test.each([
    ['light', 'dark'],
    ['dark', 'light'],
  ] as const)('a page may ask for %s whatever the browser prefers', async (theme, colorScheme) => {
    const { page } = await open({ tag: `data-theme="${theme}"` }, { colorScheme });
    await ask(page, 'a worn jacket?');
    const lightness = await page.locator('.panel').evaluate((node) => {
      const [red = 0] = getComputedStyle(node).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red > 128 ? 'light' : 'dark';
    });
    expect(lightness).toBe(theme);
    expect(await axe(page)).toEqual([]);
  });

  test.each(['#f7c6d9', '#1a0b3c', '#ff0000', '#ffd400'])(
    'any accent of a shop can be read, in light and in dark: %s',
    async (accent) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await open({ css: `aisle-chat { --aisle-accent: ${accent} }` }, { colorScheme });
        await ask(page, 'Is the moon made of cheese?');
        await page.getByRole('button', { name: 'Talk to a person' }).click();
        await ask(page, 'a worn jacket?');
        const bubble = page.locator('.bubble');
        const background = await bubble.evaluate((node) => getComputedStyle(node).backgroundColor);
        const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
        expect(background).toBe(`rgb(${red}, ${green}, ${blue})`);
        expect(await axe(page)).toEqual([]);
      }
    },
  );

  test("keeps its own looks on a page with loud styles, and the page's size of type out", async () => {
    const css =
      'html { font-size: 62.5% } body { font: 30px serif; letter-spacing: 4px; text-transform: uppercase; color: red }';
    const { page } = await open({ css });
    const looks = await page.locator('.names h2').evaluate((node) => {
      const { fontSize, textTransform, letterSpacing, fontFamily } = getComputedStyle(node);
      return { fontSize, textTransform, letterSpacing, isSerif: fontFamily.startsWith('serif') };
    });
    expect(looks).toEqual({
      fontSize: '16px',
      textTransform: 'none',
      letterSpacing: 'normal',
      isSerif: false,
    });
  });

  test.each([
    ['es', '', 'Pregunta a la tienda'],
    ['en', 'data-locale="es-MX"', 'Pregunta a la tienda'],
    ['fr', '', 'Ask the store'],
  ])('speaks the language of the page or of its tag: %s %s', async (lang, tag, title) => {
    const { page } = await visit({ lang, tag, deps: { listStores: async () => [] } });
    await page.locator('.bubble').click();
    expect(await page.locator('.names h2').textContent()).toBe(title);
  });

  test('is an element too, and does what the page asks of it', async () => {
    const { page, record } = await visit({
      tag: 'data-title="unused"',
      body: '<aisle-chat key="KEY" store="sample" heading="Ask <i>Ana</i>" placement="left"></aisle-chat>',
    });
    expect(await page.locator('aisle-chat').count()).toBe(1);
    await page.evaluate(() => (window as never as { aisle: { ask(text: string): void } }).aisle.ask('shoes'));
    await page.locator('.answer[aria-busy="false"]').waitFor();
    expect(record.questions[0]?.question).toBe('shoes');
    expect(await page.locator('.names h2').textContent()).toBe('Ask <i>Ana</i>');
    expect((await page.locator('.bubble').boundingBox())?.x).toBe(20);
    await page.evaluate(() => document.querySelector('aisle-chat')?.setAttribute('locale', 'es'));
    await page.getByRole('button', { name: 'Cerrar el chat' }).click();
    await page.evaluate(() => document.querySelector('aisle-chat')?.remove());
    expect(await page.locator('.bubble').count()).toBe(0);
  });
});
