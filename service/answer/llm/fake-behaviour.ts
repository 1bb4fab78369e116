import { type FakePart, honestParts } from './fake-honest-answer.ts';
import { contradict, inventPrice, lie, lieVariously } from './fake-lies.ts';
import { obedientParts } from './fake-obedient-answer.ts';
import type { FakeRequest } from './fake-request.ts';

/** How the fake model treats a chat request. */
export type FakeBehaviour =
  /** Answers with sentences of the passages that share words with the question, or says that there is no answer. */
  | { kind: 'honest' }
  /** Changes the numbers of each sentence, negates it, or invents one that no passage has. */
  | { kind: 'liar' }
  /** Lies in many ways, and tells the truth in between. */
  | { kind: 'various-liar' }
  | { kind: 'cites-missing-passage' }
  | { kind: 'invents-price' }
  | { kind: 'contradicts' }
  /** Does what a passage or the question orders it to do. */
  | { kind: 'obeys-injection' }
  /** Follows everybody: passages, shoppers, and its own wish to please. */
  | { kind: 'obeys-everything' }
  /** Cuts the connection after so many parts, within the next. */
  | { kind: 'breaks-off'; afterParts: number }
  /** Honest, but waits before each part after the first. */
  | { kind: 'paced'; milliseconds: number }
  /** Waits before the first token. */
  | { kind: 'slow'; milliseconds: number }
  /** Writes its answer, then keeps the stream open: in silence, or with white space. */
  | { kind: 'never-ends'; babbles: boolean }
  | { kind: 'rate-limited'; retryAfterSeconds?: number; quota?: boolean }
  | { kind: 'server-error' }
  | { kind: 'unauthorized' }
  /** 400 to a request with a JSON schema, honest without one. */
  | { kind: 'refuses-schema' }
  /** Stops for length in the middle of its JSON. */
  | { kind: 'truncated' }
  /** JSON that no parser takes. */
  | { kind: 'malformed' }
  /** The honest answer inside of a code fence, with prose around it. */
  | { kind: 'fenced' }
  /** Exactly this text. */
  | { kind: 'text'; text: string };

interface Failure {
  status: number;
  message: string;
  code?: string;
  headers?: Record<string, string>;
}

/** The error that a behaviour answers with; null for one that answers with text. Bodies hold what must never be shown. */
// biome-ignore lint/suspicious/noExplicitAny: a request's JSON
export function fakeFailure(behaviour: FakeBehaviour, body: any): Failure | null {
  switch (behaviour.kind) {
    case 'rate-limited': {
      const { retryAfterSeconds, quota } = behaviour;
      return {
        status: 429,
        message: 'UPSTREAM-DETAIL organization org-secret is limited',
        code: quota ? 'insufficient_quota' : 'rate_limit_exceeded',
        ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
      };
    }
    case 'server-error':
      return { status: 500, message: 'UPSTREAM-DETAIL stack trace' };
    case 'unauthorized':
      return { status: 401, message: 'UPSTREAM-DETAIL Incorrect API key provided', code: 'invalid_api_key' };
    case 'refuses-schema':
      return body.response_format
        ? { status: 400, message: 'UPSTREAM-DETAIL response_format is not supported' }
        : null;
    default:
      return null;
  }
}

/** The sentences that the model has in mind; none where it does not answer. */
export function fakeParts(behaviour: FakeBehaviour, request: FakeRequest): FakePart[] {
  if (behaviour.kind === 'text' || request.task === 'rewrite') return [];
  const honest = honestParts(request);
  switch (behaviour.kind) {
    case 'liar':
      return honest.map(lie);
    case 'various-liar':
      return honest.map((part, at) => lieVariously(part, part.text.length + at));
    case 'invents-price':
      return honest.map(inventPrice);
    case 'contradicts':
      return honest.map(contradict);
    case 'cites-missing-passage':
      return honest.map((part) => ({ ...part, citations: [request.passages.length + 7] }));
    case 'obeys-injection':
      return obey(request) ?? honest;
    case 'obeys-everything':
      return obedientParts(request);
    default:
      return honest;
  }
}

/** What the model writes. */
export function fakeText(behaviour: FakeBehaviour, request: FakeRequest, parts: FakePart[]): string {
  if (behaviour.kind === 'text') return behaviour.text;
  if (request.task === 'rewrite') {
    return JSON.stringify({ question: `${request.question} (${request.asked.at(-1)})` });
  }
  switch (behaviour.kind) {
    case 'truncated':
      return answer(parts).slice(0, -8);
    case 'malformed':
      return `{"answerable": true, "parts": [{"text": ${parts[0]?.text ?? 'nothing'}, citations: 1`;
    case 'fenced':
      return `Sure, here's "the" answer:\n\`\`\`json\n${answer(parts)}\n\`\`\`\nAnything else?`;
    default:
      return answer(parts);
  }
}

function answer(parts: FakePart[]): string {
  return JSON.stringify({
    answerable: parts.length > 0,
    parts: parts.map(({ text, citations }) => ({ text, citations })),
  });
}

/** Says what follows `say`, `answer with` or the like in a passage that gives orders. */
function obey({ passages }: FakeRequest): FakePart[] | null {
  for (const { number, text } of passages) {
    const order =
      /\b(?:ignore|disregard)\b.*?\b(?:say|reply|answer|write)(?: with| that)?[:\s]+["“]?([^"”\n]+)/isu.exec(
        text,
      );
    if (order?.[1]) return [{ text: order[1].trim(), citations: [number] }];
  }
  return null;
}
