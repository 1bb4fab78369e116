import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';

const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
const get = (headers: Record<string, string> = {}) => app.request('/widget.js', { headers });

test('the whole widget takes at most 25 kB on the wire', async () => {
  const response = await get({ 'accept-encoding': 'gzip' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(bytes.length).toBeLessThanOrEqual(25_000);
  const text = gunzipSync(bytes).toString();
  // All parts are in it: nothing is loaded later but answers.
  expect(text).not.toMatch(/\bimport\(|^import |\.css['"]/m);
  expect(text).toContain("customElements.define('aisle-chat'");
  // A classic script that has it does not run at all.
  expect(text).not.toContain('import.meta');
});

test('nothing in it could run what somebody else wrote', async () => {
  const text = await (await get()).text();
  expect(text).not.toMatch(
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser/,
  );
  expect(text).not.toMatch(/\.setAttribute\('(?:style|on)/);
});

test('pages of any origin may load it, and keep it', async () => {
  const response = await get({ origin: 'https://shop.example', 'accept-encoding': 'br, gzip' });
  const { headers } = response;
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(headers.get('content-encoding')).toBe('br');
  expect(headers.get('vary')).toContain('Accept-Encoding');
  expect(headers.get('cache-control')).toMatch(/^public, max-age=3600/);
  const etag = headers.get('etag') ?? '';
  const again = await get({ 'accept-encoding': 'br, gzip', 'if-none-match': etag });
  expect([again.status, await again.text()]).toEqual([304, '']);
  // Another encoding is another representation.
  expect((await get({ 'accept-encoding': 'gzip', 'if-none-match': etag })).status).toBe(200);
});

test.each([
  ['', null],
  ['identity', null],
  ['gzip;q=0, br;q=0.0', null],
  ['deflate, GZIP ;q=0.5', 'gzip'],
])('is encoded as is accepted: %j', async (accepted, encoding) => {
  const response = await get({ 'accept-encoding': accepted });
  expect(response.headers.get('content-encoding')).toBe(encoding);
});
