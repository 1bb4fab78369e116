import { ProblemError } from '../problem.ts';
import type { Presence } from './presence.ts';

export function unknownStore(store: string): ProblemError {
  return new ProblemError('unknown-store', {
    detail: `There is no store "${store}". GET /stores lists those there are.`,
  });
}

export function contactNeeded(presence: Presence | null): ProblemError {
  const until = presence?.opensAt ? ` before ${presence.opensAt.toISOString()}` : '';
  const why = presence?.available
    ? 'there is no conversation to answer in'
    : presence === null
      ? 'it is not known when somebody is there'
      : `nobody is there${until}`;
  const expected = `an email address or phone number, for ${why}`;
  return new ProblemError('invalid-request', {
    detail: `contact: expected ${expected}, got nothing.`,
    errors: [{ path: 'contact', expected, got: 'nothing' }],
  });
}

export function keyReused(): ProblemError {
  return new ProblemError('idempotency-key-reused', {
    detail:
      'This Idempotency-Key came with another request before. Send a new key with a new request, and the same one only with the same request.',
  });
}

export function tooManyMessages(): ProblemError {
  return new ProblemError('rate-limited', {
    detail: 'This conversation has sent many messages to people already. Send the next one in a minute.',
    headers: { 'retry-after': '60' },
  });
}

export function handoffClosed(): ProblemError {
  return new ProblemError('handoff-closed', {
    detail:
      'The handoff is closed, by somebody or by its silence, so it cannot be taken. A "message" still reaches the conversation; the shopper may ask for a person again.',
  });
}

export function unknownHandoff(id: string): ProblemError {
  return new ProblemError('unknown-handoff', {
    detail: `There is no handoff ${JSON.stringify(id.slice(0, 80))}. Its id is in what the webhook sent, and \`npm run handoffs -- list\` lists them.`,
  });
}
