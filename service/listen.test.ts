import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAPIHono } from '@hono/zod-openapi';
import { afterEach, describe, expect, it } from 'vitest';
import type { App } from './app-env.ts';
import { checkPort, listen, PortProblem } from './listen.ts';

const HOST = '127.0.0.1';
const app = new OpenAPIHono() as App;
let release = (): void => {};
const held = new Promise<void>((resolve) => {
  release = resolve;
});
app.get('/', (context) => context.text('hello'));
app.get('/slow', async (context) => {
  await held;
  return context.text('done');
});

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function takePort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

describe('listen', () => {
  it('serves at the URL that it tells', async () => {
    const server = await listen(app, 0, HOST);
    closers.push(() => server.close(0));
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d{2,5}$/);
    expect(await (await fetch(server.url)).text()).toBe('hello');
  });

  it('says which port is in use and which setting to change', async () => {
    const port = await takePort();
    const problem = await listen(app, port, HOST).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(PortProblem);
    expect(String(problem)).toContain(`Port ${port} on ${HOST} is in use`);
    expect(String(problem)).toContain('set PORT');
    await expect(checkPort(port, HOST)).rejects.toThrow(PortProblem);
  });

  it('says of an address of another machine that HOST is wrong', async () => {
    // 192.0.2.0/24 is for documentation (RFC 5737): nobody has it.
    const problem = await listen(app, 0, '192.0.2.1').catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(PortProblem);
    expect(String(problem)).toContain('HOST');
  });

  it('lets requests under way end, and takes no new ones', async () => {
    const server = await listen(app, 0, HOST);
    const slow = fetch(`${server.url}/slow`);
    await fetch(server.url);
    const closed = server.close(20_000);
    await expect(fetch(server.url)).rejects.toThrow();
    release();
    expect(await (await slow).text()).toBe('done');
    await closed;
  });
});

describe('checkPort', () => {
  it('leaves a free port free, and asks nothing of port 0', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await checkPort(port, HOST);
    const listening = await listen(app, port, HOST);
    await listening.close(0);
    await expect(checkPort(0, 'no such host')).resolves.toBeUndefined();
  });
});
