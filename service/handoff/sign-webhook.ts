import { createHmac } from 'node:crypto';
import { UsageProblem } from '../../ingest/config/usage-problem.ts';

/** Fewer bytes could be guessed; https://github.com/standard-webhooks/standard-webhooks asks for 24 to 64. */
const SHORTEST_SECRET = 24;

/**
 * Reads secrets as an environment variable holds them: `whsec_` and base64, or any text; several, with white space between, while
 * one takes another's place.
 * @param name of the variable, for messages; the secret is never in one.
 * @throws UsageProblem
 */
export function readSecrets(name: string, value: string | undefined): Buffer[] {
  const written = (value ?? '').split(/\s+/).filter((part) => part !== '');
  const advice = `\`echo "whsec_$(openssl rand -base64 32)"\` makes one.`;
  if (written.length === 0) {
    throw new UsageProblem(
      `${name}: expected the secret that handoffs are signed with (handoff.webhookSecret names this variable), found nothing. ${advice}`,
    );
  }
  return written.map((part) => {
    const secret = part.startsWith('whsec_') ? Buffer.from(part.slice(6), 'base64') : Buffer.from(part);
    if (secret.length >= SHORTEST_SECRET) return secret;
    throw new UsageProblem(
      `${name}: expected a secret of at least ${SHORTEST_SECRET} bytes, found one of ${secret.length}. ${advice}`,
    );
  });
}

/**
 * The headers that prove who sent a body and when, after Standard Webhooks 1.0.0: HMAC-SHA256 of `id.timestamp.body`, one for each
 * secret. Pure.
 * @param at of this try
 */
export function signWebhook(
  id: string,
  at: Date,
  body: string,
  secrets: readonly Buffer[],
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const signatures = secrets.map(
    (secret) => `v1,${createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
