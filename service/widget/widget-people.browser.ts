import { describe, expect, test } from 'vitest';
import { contactNeeded } from '../handoff/handoff-problems.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import { ask, axe, findChromium, focused, lastAnswer, useWidget } from './drive-widget.fixture.ts';

const executablePath = findChromium(process.env.CHROMIUM_PATH);

describe.skipIf(executablePath === null)('the widget and people', () => {
  const { open } = useWidget(executablePath);

  test('offers people, takes the message, and tells the page', async () => {
    const { page, record } = await open();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of ['open', 'answer', 'handoff', 'close'])
        document.addEventListener(`aisle:${name}`, (event) =>
          heard.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail)}`),
        );
    });
    await ask(page, 'Is the moon made of cheese?');
    await page.getByRole('button', { name: 'Talk to a person' }).click();
    await page.getByRole('button', { name: 'Send message' }).click();
    expect(await page.getByText('Please fill this in.').count()).toBe(1);
    expect(record.handoffs).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await page.getByLabel('Email or phone').fill('ana@shop.example');
    await page.getByRole('button', { name: 'Send message' }).click();
    await page.getByText("The store's team will reply to ana@shop.example.").waitFor();
    expect(record.handoffs).toMatchObject([
      { contact: 'ana@shop.example', conversationId: 'cnv_1', answerId: 'ans_1' },
    ]);
    const heard = await page.evaluate(() => (window as never as { heard: string[] }).heard);
    expect(heard.map((each) => each.split(' ')[0])).toEqual(['aisle:answer', 'aisle:handoff']);
    expect(heard.join()).not.toMatch(/cheese|ana@/);
  });

  test('says when people are there, and asks for no address while they are', async () => {
    const { page, record } = await open();
    const last = page.locator(lastAnswer);
    await ask(page, '#people-away');
    expect(await last.textContent()).toMatch(/Nobody is there right now.* again on Monday, 9:00/);
    expect(await last.getByText('Opening hours: Mon–Sun 9:00–18:00; Mar 1, 2026 closed').count()).toBe(1);
    expect(await last.getByLabel('Email or phone').getAttribute('required')).toBe('');
    await ask(page, '#people-there');
    // Once, in the words of the service.
    expect((await last.textContent())?.match(/Somebody is there/g)).toHaveLength(1);
    expect(await last.getByText('By e-mail: help@shop.example').count()).toBe(1);
    await last.getByRole('button', { name: 'Send message' }).click();
    await page.getByText('Somebody will answer here.').waitFor();
    expect(record.handoffs).toMatchObject([{ message: '#people-there', conversationId: 'cnv_1' }]);
    expect(record.handoffs[0]).not.toHaveProperty('contact');
    await ask(page, '#taken');
    expect(await last.locator('form, .feedback').count()).toBe(0);
  });

  test('asks for an address when whoever was there has gone in the meantime', async () => {
    const { deps } = makeFakeService();
    const requestHandoff: typeof deps.requestHandoff = async (request) => {
      if (request.contact === undefined) throw contactNeeded({ available: false, opensAt: null });
      return { id: 'hnd_1' };
    };
    const { page } = await open({ lang: 'es', deps: { requestHandoff } });
    await ask(page, '#people-there');
    await page.getByRole('button', { name: 'Enviar mensaje' }).click();
    await page.getByText('Ahora no hay nadie: deja una forma de contactarte.').waitFor();
    expect(await focused(page)).toMatch(/^field-/);
    await page.keyboard.type('ana@shop.example');
    expect(await page.getByLabel('Correo o teléfono', { exact: false }).getAttribute('required')).toBe('');
    await page.getByRole('button', { name: 'Enviar mensaje' }).click();
    await page.getByText('responderá a ana@shop.example').waitFor();
  });

  test('a person takes over, writes, and leaves to the assistant again', async () => {
    const { page } = await open();
    await ask(page, '#taken');
    await page.locator('.message').first().waitFor();
    expect(await page.locator('.names p').textContent()).toBe("The store's team");
    await ask(page, 'Where is my parcel?');
    await page.locator('.message').nth(2).waitFor();
    await ask(page, 'Thank you');
    await page.getByText('The assistant answers again.').first().waitFor();
    expect(await page.locator('.names p').textContent()).toBe('Automatic assistant');
    await ask(page, 'Can I return it?');
    expect(await page.locator(lastAnswer).locator('.citation').count()).toBe(2);
  });

  test('shows what a person writes, and a dot while it is closed', async () => {
    const { deps } = makeFakeService();
    let text = '';
    const conversations: typeof deps.conversations = {
      ...deps.conversations,
      read: async (store, id) => ({
        ...{
          id,
          store,
          startedAt: '2026-03-01T09:00:00Z',
          lastAt: '2026-03-01T09:00:00Z',
          expiresAt: null,
        },
        ...{ turns: [], more: false, takeover: text === '' ? 'waiting' : 'taken' },
        messages: text === '' ? [] : [{ id: 'msg_1', from: 'person', text, at: '2026-03-01T09:05:00Z' }],
      }),
    };
    const { page } = await open({ deps: { conversations } });
    await ask(page, 'talk to a person');
    await page.getByRole('button', { name: 'Close the chat' }).click();
    text = 'Hello, Eva here. <b>How</b> can I help?';
    await page.locator('.dot').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.locator('.bubble').click();
    expect(await page.locator('.message .text').allTextContents()).toEqual([text]);
    expect(await page.locator('.dot').isVisible()).toBe(false);
  });
});
