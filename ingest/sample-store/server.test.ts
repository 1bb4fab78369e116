import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Override, type SampleStore, startSampleStore } from './server.ts';

const overrides = new Map<string, Override>();
let store: SampleStore;

beforeAll(async () => {
  store = await startSampleStore({ overrides });
});
afterAll(() => store.close());

interface Reply {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** A bare request: unlike fetch, it adds no headers and undoes no encoding. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(store.url + path, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the sample store server', () => {
  it('serves pages with a strong ETag, Last-Modified and their content type', async () => {
    const reply = await ask('/help/returns');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(reply.headers['last-modified']).toBe('Tue, 20 Oct 2026 00:00:00 GMT');
    expect((await ask('/catalog.csv')).headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await ask('/images/larch-2-tent.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  it('answers 304 without a body while a page has not changed', async () => {
    const first = await ask('/help/returns');
    const byTag = await ask('/help/returns', { 'If-None-Match': String(first.headers.etag) });
    expect([byTag.status, byTag.body.length, byTag.headers.etag]).toEqual([304, 0, first.headers.etag]);
    const byDate = await ask('/help/returns', {
      'If-Modified-Since': String(first.headers['last-modified']),
    });
    expect(byDate.status).toBe(304);
    const older = await ask('/help/returns', { 'If-Modified-Since': 'Mon, 19 Oct 2026 00:00:00 GMT' });
    expect(older.status).toBe(200);
  });

  it('lets an outdated ETag win over a matching date', async () => {
    const headers = { 'If-None-Match': '"old"', 'If-Modified-Since': 'Tue, 20 Oct 2026 00:00:00 GMT' };
    expect((await ask('/help/returns', headers)).status).toBe(200);
  });

  it('compresses when asked, under an ETag of its own', async () => {
    const plain = await ask('/help/shipping');
    const zipped = await ask('/help/shipping', { 'Accept-Encoding': 'gzip, br' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.headers.vary).toBe('Accept-Encoding');
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    expect(zipped.headers.etag).not.toBe(plain.headers.etag);
    const refused = await ask('/help/shipping', { 'Accept-Encoding': 'gzip;q=0, *' });
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('answers HEAD like GET, without the body', async () => {
    const [get, head] = [await ask('/'), await ask('/', {}, 'HEAD')];
    expect(head.body.length).toBe(0);
    expect(head.headers['content-length']).toBe(String(get.body.length));
    expect(head.headers.etag).toBe(get.headers.etag);
  });

  it('says 404 with a helpful page, 405 to writes, and moves old paths', async () => {
    const missing = await ask('/help/nothing-here');
    expect(missing.status).toBe(404);
    expect(missing.body.toString()).toContain('Off the map');
    expect((await ask('/products/%E0%A4%A')).status).toBe(404);
    expect((await ask('/cart', {}, 'POST')).status).toBe(405);
    const moved = await ask('/pages/shipping');
    expect([moved.status, moved.headers.location]).toEqual([301, `${store.url}/help/shipping`]);
    expect((await ask('/help/returns/')).headers.location).toBe(`${store.url}/help/returns`);
  });

  it('serves an edited page under a new ETag, and can take a page away', async () => {
    const before = await ask('/help/price-match');
    const html = store.page('/help/price-match')?.replaceAll('14 days', '21 days') ?? '';
    overrides.set('/help/price-match', { html });
    const after = await ask('/help/price-match', {
      'If-None-Match': String(before.headers.etag),
      'If-Modified-Since': 'Sun, 22 Nov 2026 00:00:00 GMT',
    });
    expect(after.status).toBe(200);
    expect(after.body.toString()).toContain('21 days');
    overrides.set('/help/price-match', { status: 410 });
    expect((await ask('/help/price-match')).status).toBe(410);
    overrides.delete('/help/price-match');
    expect((await ask('/help/price-match')).body.equals(before.body)).toBe(true);
  });

  it('names the port and the setting when the port is taken', async () => {
    const port = Number(new URL(store.url).port);
    await expect(startSampleStore({ port })).rejects.toThrow(
      new RegExp(`port ${port} on 127\\.0\\.0\\.1 is already in use.*SAMPLE_STORE_PORT`),
    );
  });
});
