import { pino } from 'pino';
import { expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { makeFakeService } from '../mock/fake-service.ts';

test('the chat page and its files are revalidated by ETag', async () => {
  const app = makeApp({ ...makeFakeService().deps, logger: pino({ level: 'silent' }) });
  const page = await app.request('/');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await page.text();
  expect(html).not.toMatch(/<script>|<style| on\w+=/);
  const linked = [...html.matchAll(/(?:src|href)="((?:page|widget)\/[^"]+)"/g)].map(
    (match) => `/${match[1]}`,
  );
  expect(linked).toContain('/page/chat.js');
  for (const path of ['/', ...linked]) {
    const first = await app.request(path);
    expect([path, first.status, first.headers.get('cache-control')]).toEqual([path, 200, 'no-cache']);
    const etag = first.headers.get('etag') ?? '';
    const again = await app.request(path, { headers: { 'if-none-match': `"x", W/${etag}` } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  for (const path of ['/page/chat-page.browser.ts', '/widget/join-modules.ts'])
    expect((await app.request(path)).status).toBe(404);
  expect((await app.request('/page/..%2fapp.ts')).status).toBe(404);
});
