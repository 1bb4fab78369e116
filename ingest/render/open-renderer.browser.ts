import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  closeOpened,
  missing,
  open,
  policy,
  serve,
  shell,
  write,
  writePolicy,
} from './testing/rendered-pages.ts';

afterEach(closeOpened);

describe.skipIf(missing)('a page that scripts draw', () => {
  it('is read with what it has fetched, and with what its shadow roots show', async () => {
    const site = await serve({
      '/help': '<!doctype html><title>Help</title><div id="root"></div><script src="/app.js"></script>',
      '/app.js': `fetch('/policy.json').then((r) => r.json()).then(({ text }) => {
        ${write("'<h1>Returns</h1><p>' + text + '</p><fees-table><b slot=fee>$5</b></fees-table>'")}
        document.querySelector('fees-table').attachShadow({ mode: 'open' }).innerHTML = '<p>The fee is <slot name=fee></slot>.</p>';
      });`,
      '/policy.json': JSON.stringify({ text: `${policy}<i>5 < 6 & "so"</i>` }),
    });
    const page = await (await open([site])).render(`${site.origin}/help`);
    expect(page).toMatchObject({ url: `${site.origin}/help`, status: 200, settled: true, refusals: [] });
    expect(page.html).toContain('<h1>Returns</h1>');
    expect(page.html).toContain('5 &lt; 6 &amp; "so"');
    expect(page.html).toContain('<p>The fee is <slot name="fee"><b slot="fee">$5</b></slot>.</p>');
    expect(page.html).not.toContain('<script');
    expect(page.bytes).toBeGreaterThan(policy.length);
  });

  it('is waited for when it fills itself late', async () => {
    const site = await serve({ '/': shell(`setTimeout(() => { ${writePolicy} }, 1500)`) });
    expect((await (await open([site])).render(`${site.origin}/`)).html).toContain(policy.trim());
  });

  it('is read as it is when it never comes to rest', async () => {
    const site = await serve({
      '/': shell(`${writePolicy} setInterval(() => document.body.append('x'), 20)`),
    });
    const page = await (await open([site], { timeoutMs: 4_000 })).render(`${site.origin}/`);
    expect(page.settled).toBe(false);
    expect(page.html).toContain(policy.trim());
  });

  it('shares scripts with the next page, but no cookie and no storage', async () => {
    const site = await serve({
      '/a': '<!doctype html><div id="root"></div><script src="/app.js"></script>',
      '/app.js': `${write(`'<p>Seen: [' + document.cookie + localStorage.getItem('seen') + ']</p>${policy}'`)}
        document.cookie = 'seen=yes'; localStorage.setItem('seen', 'yes');`,
    });
    const renderer = await open([site]);
    const pages = await Promise.all([1, 2, 3].map(() => renderer.render(`${site.origin}/a`)));
    for (const { html } of pages) expect(html).toContain('Seen: [null]');
    await renderer.render(`${site.origin}/a`);
    expect(site.requests.filter((path) => path === '/a')).toHaveLength(4);
    expect(site.requests.filter((path) => path === '/app.js').length).toBeLessThanOrEqual(2);
  });

  it('may go to another page of its site, and not to another site', async () => {
    const elsewhere = await serve({ '/': 'elsewhere' });
    const site = await serve({
      '/': shell(`location.replace('/en/')`),
      '/en/': shell(writePolicy),
      '/out': shell(`location.href = '${elsewhere.origin}/'`),
      '/round': shell(`location.href = '/round2'`),
      '/round2': shell(`location.href = '/round'`),
      '/again': shell(`${writePolicy} location.reload()`),
    });
    const renderer = await open([site, elsewhere]);
    expect(await renderer.render(`${site.origin}/`)).toMatchObject({ url: `${site.origin}/en/` });
    await expect(renderer.render(`${site.origin}/out`)).rejects.toMatchObject({ code: 'moved' });
    await expect(renderer.render(`${site.origin}/round`)).rejects.toThrow(/without end/);
    expect((await renderer.render(`${site.origin}/again`)).html).toContain(policy.trim());
    expect(elsewhere.requests).toEqual([]);
  });

  it('is not read where its address is taken from it by names in the page', async () => {
    const clobber =
      '<img name="body"><form name="documentElement"><input name="childNodes"><input name="attributes"></form>';
    const site = await serve({
      '/': `<!doctype html>${clobber}<div id="root"></div><script>${writePolicy}</script>`,
    });
    expect((await (await open([site])).render(`${site.origin}/`)).html).toContain(policy.trim());
  });
});

describe.skipIf(missing)('a page that reaches for what it must not', () => {
  it('gets nothing from private addresses, by whatever way', async () => {
    let connections = 0;
    const secret = createServer((socket) => {
      connections += 1;
      socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\n\r\nsecret');
    });
    secret.listen(0, '127.0.0.1');
    await once(secret, 'listening');
    const { port } = secret.address() as AddressInfo;
    const udp = createSocket('udp4', () => {
      connections += 1;
    });
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    const there = `127.0.0.1:${port}`;
    const site = await serve({
      '/redirect.json': (_, response) =>
        response.writeHead(302, { location: `http://${there}/redirected` }).end(),
      '/': `<!doctype html><link rel="dns-prefetch" href="//${there}"><link rel="preconnect" href="http://${there}">
        <link rel="prefetch" href="http://${there}/prefetch"><link rel="stylesheet" href="http://${there}/style.css">
        <link rel="icon" href="http://${there}/icon"><link rel="manifest" href="http://${there}/manifest">
        <img src="http://${there}/image"><iframe src="http://${there}/frame"></iframe><video src="http://${there}/film"></video>
        <object data="http://${there}/object"></object><style>@import 'http://${there}/import.css';</style>
        <div id="root"></div><script src="http://${there}/script.js"></script><script>
        const got = [];
        const tries = [
          () => fetch('http://169.254.169.254/latest/meta-data/'),
          () => fetch('http://${there}/fetch'), () => fetch('http://localhost:${port}/name'),
          () => fetch('http://[::ffff:127.0.0.1]:${port}/mapped'), () => fetch('http://2130706433:${port}/number'),
          () => fetch('/redirect.json'), () => fetch('http://${there}/opaque', { mode: 'no-cors' }),
          () => fetch('http://${there}/post', { method: 'POST', body: 'x' }),
          () => import('http://${there}/module.js'), () => fetch('file:///etc/passwd'),
        ];
        navigator.sendBeacon('http://${there}/beacon', 'x');
        new EventSource('http://${there}/events');
        try { new WebSocket('ws://${there}/socket'); } catch {}
        const inWorker = "importScripts('http://${there}/imported.js')";
        const more = "fetch('http://${there}/from-worker'); new WebSocket('ws://${there}/worker-socket');";
        for (const code of [inWorker, more]) new Worker(URL.createObjectURL(new Blob([code])));
        new SharedWorker(URL.createObjectURL(new Blob([more])));
        navigator.serviceWorker?.register('/worker.js');
        const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${there}' }, { urls: 'turn:${there}?transport=tcp', username: 'a', credential: 'b' }] });
        peer.createDataChannel('x'); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        try { new WebTransport('https://${there}/transport'); } catch {}
        open('http://${there}/popup');
        const form = document.createElement('form'); form.method = 'post'; form.action = 'http://${there}/form'; form.target = '_blank';
        document.body.append(form); form.submit();
        Promise.all(tries.map((go) => go().then((r) => r.text?.() ?? 'module').then((text) => got.push(text), () => {}, ), ).map((p) => p.catch(() => {})))
          .then(() => setTimeout(() => { ${write(`'<p>Got [' + got.filter(Boolean).join() + ']</p>${policy}'`)} }, 1000));
        </script>`,
    });
    const page = await (await open([site])).render(`${site.origin}/`);
    expect(page.html).toContain('Got []');
    expect(connections).toBe(0);
    const refused = page.refusals.map(({ url, reason }) => `${url} ${reason}`).join('\n');
    expect(refused).toContain('http://169.254.169.254/latest/meta-data/');
    expect(refused).toMatch(/found 127\.0\.0\.1, a loopback address/);
    expect(refused).toContain('only GET is sent for a page, found POST');
    expect(site.requests.sort()).toEqual(['/', '/redirect.json']);
    udp.close();
    secret.close();
  });

  it('reads another origin only as far as that lets it (CORS)', async () => {
    const api = await serve({
      '/open': (_, response) => response.writeHead(200, { 'access-control-allow-origin': '*' }).end('open'),
      '/shut': 'shut',
    });
    const ask = (path: string) => `fetch('${api.origin}${path}').then((r) => r.text()).catch(() => 'no')`;
    const site = await serve({
      '/': shell(
        `Promise.all([${ask('/open')}, ${ask('/shut')}]).then((all) => { ${write(`all + '${policy}'`)} })`,
      ),
    });
    const page = await (await open([site, api])).render(`${site.origin}/`);
    expect(page.html).toContain('open,no');
    expect(page.refusals.map(({ reason }) => reason).join()).toContain('CORS');
  });

  it('stays within robots.txt, its requests and its bytes', async () => {
    const big = (_: IncomingMessage, response: ServerResponse) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(300_000));
    const site = await serve({
      '/many': shell(
        `Promise.all(Array.from({ length: 200 }, (_, at) => fetch('/n?' + at).catch(() => {}))).then(() => { ${writePolicy} })`,
      ),
      '/big': shell(
        `Promise.all([1, 2, 3, 4, 5].map((at) => fetch('/heavy?' + at).catch(() => {}))).then(() => { ${writePolicy} })`,
      ),
      '/heavy': big,
      '/n': 'n',
      '/robots': shell(`fetch('/private/x').catch(() => 0).then(() => { ${writePolicy} })`),
      '/private/x': 'x',
    });
    const renderer = await open([site], { maxRequests: 50, maxBytes: 1_000_000, timeoutMs: 15_000 });
    const many = await renderer.render(`${site.origin}/many`);
    expect(many.refusals.map(({ reason }) => reason).join()).toContain(
      'the 50 requests that one page may make',
    );
    expect(site.requests.filter((path) => path.startsWith('/n?'))).toHaveLength(50);
    expect(many.html).toContain(policy.trim());
    const heavy = await renderer.render(`${site.origin}/big`);
    expect(heavy.refusals.map(({ reason }) => reason).join()).toMatch(/bytes/);
    const allows = (url: URL) => !url.pathname.startsWith('/private/');
    const robots = await renderer.render(`${site.origin}/robots`, { allows });
    expect(robots.refusals).toMatchObject([{ reason: 'robots.txt forbids it' }]);
    expect(site.requests).not.toContain('/private/x');
  });
});
