import { describe, expect, test } from 'vitest';
import { ask, axe, findChromium, lastAnswer, useWidget } from './drive-widget.fixture.ts';

const executablePath = findChromium(process.env.CHROMIUM_PATH);

describe.skipIf(executablePath === null)('the widget on a page that does what it should not', () => {
  const { open, visit } = useWidget(executablePath);

  const awful =
    '* { all: unset !important; transform: scale(1); filter: blur(0) } html body { font-size: 40px !important; letter-spacing: 9px !important; zoom: 2 !important } [hidden] { display: block !important }';
  test.each([
    ['the tag', {}],
    [
      'the element',
      {
        tag: 'none',
        body: '<aisle-chat key="KEY"></aisle-chat><script type="module" src="SERVICE/widget.js"></script>',
      },
    ],
  ])('keeps its looks and its place under styles that unset all: %s', async (_name, options) => {
    const { page } = await open({ css: awful, ...options });
    await ask(page, 'Can I return it?');
    const looks = await page.locator('.names h2').evaluate((node) => {
      const { fontSize, letterSpacing, color } = getComputedStyle(node);
      return [fontSize, letterSpacing, color];
    });
    expect(looks).toEqual(['16px', 'normal', 'rgb(28, 31, 30)']);
    const panel = await page.locator('.panel').boundingBox();
    expect(panel).toMatchObject({ width: 400, x: 1280 - 20 - 400 });
    expect(await page.locator('.bubble').boundingBox()).toMatchObject({ width: 56, height: 56, x: 1204 });
    expect(await page.locator('.welcome').isVisible()).toBe(false);
  });

  test.each([
    ['in head', { isInHead: true }],
    ['in head, async', { isInHead: true, type: 'type="module" async' }],
    ['in head, not a module', { isInHead: true, type: '' }],
    ['in head, not a module, async', { isInHead: true, type: 'async' }],
    ['in head, not a module, defer', { isInHead: true, type: 'defer' }],
    ['twice', { times: 2 }],
    ['twice, not a module', { times: 2, type: '' }],
  ])('is there once, and works, however its script stands in the page: %s', async (_name, script) => {
    const { page, record } = await open({ script, tag: 'data-store="sample"' });
    expect(await page.locator('aisle-chat').count()).toBe(1);
    await ask(page, 'Can I return it?');
    expect(record.questions[0]?.store).toBe('sample');
  });

  test('goes on where a page takes it away and puts it back, also in the middle of an answer', async () => {
    const { page, record } = await open({ fake: { delayMs: 100 } });
    await page.locator('#question').fill('Can I return it?');
    await page.keyboard.press('Enter');
    await page.locator('.text', { hasText: 'Worn' }).waitFor();
    await page.evaluate(() => {
      const chat = document.querySelector('aisle-chat');
      chat?.remove();
      document.body.replaceWith(document.createElement('body'));
      document.body.append(chat as Node);
    });
    await page.locator('.answer[aria-busy="false"] .citation').first().waitFor();
    expect(await page.locator('.panel').isVisible()).toBe(true);
    expect([record.questions.length, await page.locator('.question').count()]).toEqual([1, 1]);
  });

  test('stays when a page gets another body', async () => {
    const { page } = await visit();
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
    await page.locator('.bubble').click();
    await ask(page, 'Can I return it?');
  });

  test('says in the language of the page that nobody answers, and tries again in the same place', async () => {
    const { page } = await visit({ lang: 'es' });
    await page.route('**/answer', (route) => route.abort());
    await page.locator('.bubble').click();
    await ask(page, '¿Puedo devolverlo?');
    expect(await page.getByRole('alert').textContent()).toBe(
      'No se ha podido conectar con la tienda. Revisa tu conexión e inténtalo de nuevo.',
    );
    expect(await axe(page)).toEqual([]);
    await page.unroute('**/answer');
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await page.locator('.citation').first().waitFor();
    expect(await page.locator('.question').count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a page that its key is not for is sent to the store, not to try again', async () => {
    const { page } = await open({ lang: 'es', tag: 'data-key="pk_wrong"' });
    await ask(page, '¿Puedo devolverlo?');
    expect(await page.locator('.error').textContent()).toBe(
      'El asistente no está disponible en esta página. Usa los datos de contacto de la tienda.',
    );
    expect(await page.getByRole('button', { name: 'Reintentar' }).count()).toBe(0);
  });

  test('too many questions may be gone on with when the service takes some again', async () => {
    const { page } = await open({ lang: 'es' });
    await page.clock.install();
    await ask(page, '#rate-limited');
    expect(await page.getByRole('alert').textContent()).toContain('Han sido muchas preguntas.');
    const again = page.locator(lastAnswer).getByRole('button');
    expect(await again.textContent()).toBe('Reintentar en 7 s');
    expect(await again.isDisabled()).toBe(true);
    // What counts is not read out.
    expect(await page.getByRole('alert').locator('button').count()).toBe(0);
    await page.clock.runFor(8_000);
    expect([await again.textContent(), await again.isDisabled()]).toEqual(['Reintentar', false]);
  });

  test('an answer of twelve sources shows the first of them, and any that is asked for', async () => {
    const { page } = await open({}, { viewport: { width: 360, height: 740 } });
    await ask(page, '#awkward');
    expect(await page.locator('.text').textContent()).toContain('• The form is at');
    expect(await page.locator('.citation:visible').count()).toBe(4);
    await page.getByRole('button', { name: /^Source 9:/ }).click();
    expect(await page.locator('.citation:focus').getAttribute('data-id')).toBe('9');
    expect(await page.locator('.citation:visible').count()).toBe(12);
    await ask(page, '#many-products');
    expect(await page.locator('.scroller').evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    expect(await axe(page)).toEqual([]);
  });

  test('offers examples in the language of its words', async () => {
    const { page } = await open({ lang: 'es' });
    await page.locator('.welcome .chip').first().waitFor();
    expect(await page.locator('.welcome .chip').allTextContents()).toEqual([
      '¿Puedo devolver una chaqueta usada?',
    ]);
  });
});
