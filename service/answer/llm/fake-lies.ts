import type { FakePart } from './fake-honest-answer.ts';

/** Says something else than the passage: other numbers where it has some, else the opposite, else an invention. */
export function lie(part: FakePart): FakePart {
  const changed = changeNumbers(part.text);
  if (changed !== part.text) return { ...part, text: changed };
  const opposite = negate(part.text);
  return opposite === part.text ? inventPrice(part) : { ...part, text: opposite };
}

/** Adds a price that no passage has. */
export function inventPrice(part: FakePart): FakePart {
  return { ...part, text: `${part.text.replace(/[.!?]?$/u, '')} for only $7.77.` };
}

/** Turns a sentence into its opposite. */
export function contradict(part: FakePart): FakePart {
  const opposite = negate(part.text);
  return { ...part, text: opposite === part.text ? `It is not true: ${part.text}` : opposite };
}

function changeNumbers(text: string): string {
  return text.replace(/\d+/g, (digits) => String(Number(digits) + 13));
}

/** In the order in which they are tried: a negation is taken away before one is put in. */
const opposites: [RegExp, string][] = [
  [/\b(can|do|does|is|are|will|would|should|must)(?:n?['’]t|\s?not)\b/iu, '$1'],
  [/\bnever\b/iu, 'always'],
  [/\bno (?=(?:puede|pueden|es|son|se)\b)/iu, ''],
  [/\b(can|may|must|will|is|are|do|does)\b/iu, '$1 not'],
  [/\b(ship|accept|offer)\b/iu, 'never $1'],
  [/\b(puede|pueden|es|son|se)\b/iu, 'no $1'],
];

function negate(text: string): string {
  const [pattern, replacement] = opposites.find(([pattern]) => pattern.test(text)) ?? [/$^/u, ''];
  return text.replace(pattern, replacement);
}
