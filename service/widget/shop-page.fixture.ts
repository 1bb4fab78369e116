import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { testGate, testKey } from '../access/gate.fixture.ts';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** What a shop serves, on an origin of its own. */
interface ShopOptions {
  fake?: Parameters<typeof makeFakeService>[0];
  deps?: Partial<ServiceDeps>;
  /** Attributes of the script's tag beside `src` and `data-key`. */
  tag?: string;
  /** How the script stands in the page; `defer` and the like instead of its type. */
  script?: { type?: string; isInHead?: boolean; times?: number };
  /** More of the shop's page; `SERVICE` and `KEY` in it are replaced. */
  body?: string;
  lang?: string;
  css?: string;
}

/** The strictest policy that the widget must work under. */
const policyFor = (service: string) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `script-src ${service}`,
    `connect-src ${service}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const started = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });

/** A shop's page with the widget's tag, and a service with a publishable key for that page alone, both on real sockets. */
export async function openShop({
  fake = {},
  deps = {},
  tag = '',
  script: { type = 'type="module"', isInHead = false, times = 1 } = {},
  body = '',
  lang = 'en',
  css = '',
}: ShopOptions) {
  let html = '';
  let policy = '';
  const shop = createServer((request, response) => {
    const isCss = request.url === '/shop.css';
    response.writeHead(200, {
      'content-type': isCss ? 'text/css' : 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(isCss ? css : html);
  });
  const origin = await started(shop);
  const key = testKey('publishable', { origins: [origin], stores: null });
  const { deps: fakeDeps, record } = makeFakeService(fake);
  const app = makeApp({
    ...fakeDeps,
    logger: pino({ level: 'silent' }),
    limits: { resumeGraceMs: 3_000 },
    gate: testGate([key]),
    ...deps,
  });
  const service = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((resolve) => service.once('listening', resolve));
  const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  policy = policyFor(address);
  const attributes = tag.includes('data-key') ? tag : `data-key="${key.text}" ${tag}`;
  const script =
    tag === 'none' ? '' : `<script ${type} src="${address}/widget.js" ${attributes}></script>`.repeat(times);
  html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="stylesheet" href="/shop.css">${isInHead ? script : ''}</head>
<body><main><h1>A shop</h1><p>Jackets and tents. <a href="/other">Another page</a></p><button>Buy</button></main>
${body.replaceAll('SERVICE', address).replaceAll('KEY', key.text)}
${isInHead ? '' : script}</body></html>`;
  return {
    url: `${origin}/`,
    service: address,
    record,
    /** Cuts every connection to the service, as a phone does in a tunnel. */
    cut: () => service.closeAllConnections(),
    async close() {
      for (const server of [shop, service]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
