import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
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
    args.push('--host-resolver-rules=MAP shop.example 127.0.0.1');
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

  /** An empty page of a shop, at an origin of its own, with the openai package beside it, as npm has it. */
  async function openShop(host = '127.0.0.1'): Promise<{ page: Page; origin: string }> {
    const server = createServer((request, response) => {
      const module = /^\/openai\/([\w/.-]+\.m?js)$/.exec(request.url ?? '')?.[1];
      if (module === undefined || module.includes('..'))
        return response.setHeader('content-type', 'text/html').end('<!doctype html><title>Shop</title>');
      const file = new URL(module, import.meta.resolve('openai'));
      return response.setHeader('content-type', 'text/javascript').end(readFileSync(file));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
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

  /** What the real openai client makes of it, streaming and not, or why it could not. */
  const askThroughOpenai = async (page: Page, url: string, key: string) => {
    const content = "import { OpenAI } from '/openai/index.mjs'; globalThis.OpenAI = OpenAI;";
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => 'OpenAI' in globalThis);
    return page.evaluate(
      async ({ url, key }) => {
        const { OpenAI } = globalThis as unknown as { OpenAI: typeof import('openai').OpenAI };
        const organization = { organization: 'org-1', project: 'proj-1' };
        const options = { baseURL: `${url}/v1`, apiKey: key, maxRetries: 0, dangerouslyAllowBrowser: true };
        const client = new OpenAI({ ...options, ...organization });
        const content = 'Can I return a worn jacket?';
        const asked = { model: 'sample', messages: [{ role: 'user' as const, content }] };
        try {
          const { data: models } = await client.models.list();
          const { data, response } = await client.chat.completions.create(asked).withResponse();
          let streamed = '';
          for await (const { choices } of await client.chat.completions.create({ ...asked, stream: true }))
            streamed += choices[0]?.delta.content ?? '';
          return {
            models: models.map(({ id }) => id),
            whole: data.choices[0]?.message.content,
            streamed,
            left: response.headers.get('ratelimit'),
            requestId: response.headers.get('x-request-id'),
          };
        } catch (error) {
          return { failed: (error as Error).constructor.name, status: (error as { status?: number }).status };
        }
      },
      { url, key },
    );
  };

  test('the openai client works in a page of the key’s origin, and in no other', async () => {
    const { page, origin } = await openShop();
    const key = testKey('publishable', { origins: [origin], perMinute: 100 });
    const url = await serveAisle([key]);
    const asked = await askThroughOpenai(page, url, key.text);
    expect(asked).toMatchObject({
      models: ['sample'],
      whole: expect.stringContaining("Worn items can't be returned"),
      left: expect.stringMatching(/^"minute";r=\d+;t=\d+$/),
      requestId: expect.any(String),
    });
    expect(asked).toMatchObject({ streamed: 'whole' in asked ? asked.whole : '' });
    const other = await openShop();
    expect(await askThroughOpenai(other.page, url, key.text)).toMatchObject({ failed: 'APIConnectionError' });
  });

  /** A request with the headers that a client of another format sends; what a script may read of the response. */
  const send = (page: Page, url: string, headers: Record<string, string>, body: unknown) =>
    page.evaluate(
      async ({ url, headers, body }) => {
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        try {
          const response = await fetch(url, init);
          await response.text();
          return { status: response.status, headers: Object.fromEntries(response.headers) };
        } catch (error) {
          return { unreadable: (error as Error).name };
        }
      },
      { url, headers: { 'content-type': 'application/json', ...headers }, body },
    );

  const clients: [
    name: string,
    path: string,
    headers: Record<string, string>,
    body: unknown,
    read: string[],
  ][] = [
    [
      'the AI SDK',
      '/chat',
      { 'user-agent': 'ai-sdk/7.0.0 runtime/browser', 'last-event-id': '1' },
      { id: 'c1', messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: 'Returns?' }] }] },
      ['x-vercel-ai-ui-message-stream', 'ratelimit', 'ratelimit-policy', 'x-request-id'],
    ],
    [
      'an MCP client',
      '/mcp',
      {
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': '2025-06-18',
        'mcp-session-id': 'none',
        'last-event-id': '1',
      },
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      ['ratelimit', 'ratelimit-policy', 'x-request-id'],
    ],
  ];
  test.each(clients)('%s gets through from an allowed origin, and from no other', async (...given) => {
    const [, path, headers, body, read] = given;
    const { page, origin } = await openShop();
    const publishable = testKey('publishable', { origins: [origin], perMinute: 100 });
    const secret = testKey('secret', { perMinute: 1 });
    const url = await serveAisle([publishable, secret]);
    const key = path === '/mcp' ? secret : publishable;
    const sent = { ...headers, authorization: `Bearer ${key.text}` };
    const response = await send(page, `${url}${path}`, sent, body);
    expect(response).toMatchObject({ status: 200 });
    expect(Object.keys(response.headers ?? {})).toEqual(expect.arrayContaining(read));
    const other = await openShop();
    expect(await send(other.page, `${url}${path}`, sent, body)).toEqual({ unreadable: 'TypeError' });
    if (path !== '/mcp') return;
    const refused = await send(page, `${url}${path}`, sent, body);
    expect(refused).toMatchObject({ status: 429, headers: { 'retry-after': expect.any(String) } });
  });

  test('a page from elsewhere reads nothing of a service without keys on this machine', async () => {
    const { page } = await openShop('shop.example');
    expect(await ask(page, await serveAisle([]), null)).toEqual({ unreadable: 'TypeError' });
  });

  test('a page on this machine does, until a first key is made', async () => {
    const { page } = await openShop();
    expect(await ask(page, await serveAisle([]), null)).toMatchObject({ status: 'answered' });
    const made = await serveAisle([testKey('secret')]);
    expect(await ask(page, made, null)).toEqual({ unreadable: 'TypeError' });
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
