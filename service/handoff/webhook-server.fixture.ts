import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startLocalServer } from '../../ingest/crawl/local-server.ts';

/** A request to the webhook of a store's people. */
export interface ReceivedDelivery {
  id: string;
  isSigned: boolean;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it.
  body: any;
  raw: string;
}

/**
 * The other side of a webhook, for tests. It checks signatures as the receivers' documentation says, with nothing of the sender's.
 * @param answer what to reply to the nth request, from 1
 */
export async function startWebhookServer(
  secret: string,
  answer: (response: ServerResponse, place: number) => void = (response) => {
    response.writeHead(204).end();
  },
) {
  const received: ReceivedDelivery[] = [];
  const server = await startLocalServer((request, response) => {
    void text(request).then((raw) => {
      const { headers } = request;
      const id = String(headers['webhook-id']);
      received.push({ id, isSigned: isSigned(headers, raw, secret), headers, raw, body: JSON.parse(raw) });
      answer(response, received.length);
    });
  });
  return { ...server, received };
}

function isSigned(headers: IncomingHttpHeaders, body: string, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const sent = Number(headers['webhook-timestamp']);
  if (Math.abs(Date.now() / 1_000 - sent) > 300) return false;
  const wanted = createHmac('sha256', key).update(`${headers['webhook-id']}.${sent}.${body}`).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((part) => {
      const [version, signature = ''] = part.split(',');
      const given = Buffer.from(signature, 'base64');
      return version === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
    });
}
