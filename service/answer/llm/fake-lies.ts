import type { FakePart } from './fake-honest-answer.ts';
import { nearMisses } from './fake-near-misses.ts';

/** Says something else than the passage: other numbers where it has some, else the opposite, else an invention. */
export function lie(part: FakePart): FakePart {
  const changed = changeNumbers(part.text);
  if (changed !== part.text) return { ...part, text: changed, truth: part.text };
  const opposite = negate(part.text);
  return opposite === part.text ? inventPrice(part) : { ...part, text: opposite, truth: part.text };
}

/**
 * Tells another kind of lie for each number: other numbers, the opposite, a price, a claim that nobody made, another place or
 * color, another unit, a condition left out, or misses the truth by a word. Every fourth part stays true.
 */
export function lieVariously(part: FakePart, number: number): FakePart {
  if (number % 4 === 3) return part;
  // Every second lie is a near miss, where one fits.
  const missed = number % 2 === 0 ? nearlySay(part.text, number) : part.text;
  if (missed !== part.text) return { ...part, text: missed, truth: part.text };
  const first = number % variousLies.length;
  for (const change of [...variousLies.slice(first), ...variousLies.slice(0, first)]) {
    const text = change(part.text);
    if (text !== part.text) return { ...part, text, truth: part.text };
  }
  return inventPrice(part);
}

function nearlySay(text: string, number: number): string {
  const first = number % nearMisses.length;
  const inTurn = [...nearMisses.slice(first), ...nearMisses.slice(0, first)];
  return inTurn.map(([, change]) => change(text)).find((changed) => changed !== text) ?? text;
}

const variousLies: ((text: string) => string)[] = [
  (text) => changeNumbers(text),
  (text) => negate(text),
  (text) => withEnd(text, isSpanish(text) ? ' por solo 7,77 €' : ' for only $7.77'),
  (text) => withEnd(text, isSpanish(text) ? ', y te regalamos una tarjeta' : ', and we add a free gift card'),
  (text) => swap(text, otherThings),
  (text) => swap(text, otherUnits),
  (text) => text.replace(/,? (?:except|unless|if|only|excepto|salvo|si|solo) [^.;]{4,}(?=[.;]|$)/iu, ''),
];

const otherThings = [
  ...['Canada|Mexico', 'Spain|Portugal', 'Mexico|Canada', 'España|Francia', 'Canadá|Japón', 'Japan|Norway'],
  ...['red|green', 'blue|yellow', 'black|white', 'rojo|verde', 'wool|silk', 'cotton|leather', 'lana|seda'],
  ...['email|telephone', 'returns|exchanges', 'online|by fax'],
];
const otherUnits = [
  'days|weeks',
  'hours|days',
  'years|months',
  'weeks|hours',
  'días|semanas',
  'años|meses',
  'kg|lb',
];

function swap(text: string, pairs: string[]): string {
  for (const pair of pairs) {
    const [from = '', to = ''] = pair.split('|');
    const changed = text.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'u'), to);
    if (changed !== text) return changed;
  }
  return text;
}

const withEnd = (text: string, end: string) => text.replace(/([.!?]?)$/u, `${end}$1`);
const isSpanish = (text: string) => /\b(?:el|los|las|en|un|una|con|por|se)\b/u.test(text);

/** Adds a price that no passage has. */
export function inventPrice(part: FakePart): FakePart {
  return { ...part, text: `${part.text.replace(/[.!?]?$/u, '')} for only $7.77.`, truth: part.text };
}

/** Turns a sentence into its opposite. */
export function contradict(part: FakePart): FakePart {
  const opposite = negate(part.text);
  const text = opposite === part.text ? `It is not true: ${part.text}` : opposite;
  return { ...part, text, truth: part.text };
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
