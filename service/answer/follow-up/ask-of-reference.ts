import type { Vocabulary } from '../catalog/vocabulary.ts';
import { asQuestion } from './lead-in.ts';
import { isWhole } from './leans-back.ts';
import type { Reference } from './shown-products.ts';
import { spokenValues } from './spoken-values.ts';

const ASKS =
  /^(?:compare|compara|give|add|order|tell|show|which|what|how|i|please|describe|dime|hablame|muestra|ensename|quiero|cuanto|que|como)(?!\p{L})/iu;
const SAYS_NOTHING =
  /^(?:tell me(?: more)? about|more about|about|show me|i (?:like|want)|let's see|and|y|sobre|quiero|me gusta|el|la|the)?\s*$/iu;

/** What a message asks of the shown products that it refers to, as a question by itself. Pure. */
export function askOfReference(
  message: string,
  { start, end, products }: Reference,
  earlier: string,
  locale: string,
  vocabulary: Vocabulary,
): string {
  const spanish = locale.startsWith('es');
  const names = listNames(
    products.map(({ name }) => (spanish ? name : `the ${name}`)),
    spanish,
  );
  const before = message.slice(0, start);
  const after = message.slice(end);
  if (SAYS_NOTHING.test(before.trim()) && after.replace(/[\s?.!,]+/g, '') === '') {
    const [span, ...more] = spokenValues(earlier, locale, vocabulary).filter(
      ({ kind }) => kind === 'product',
    );
    const [only] = products;
    if (span !== undefined && more.length === 0 && products.length === 1 && only !== undefined)
      return earlier.slice(0, span.start) + only.name + earlier.slice(span.end);
    return spanish ? `¿Qué me puedes decir de ${names}?` : `Tell me about ${names}.`;
  }
  const asked = `${before}${names}${after}`;
  // "Larch 2 es impermeable" is what Spanish asks by its marks alone.
  if (spanish || isWhole(asked) || ASKS.test(asked) || !/^the /.test(asked)) return asQuestion(asked, locale);
  return /\s(?:is|are|has|does|comes?|costs?)\s/.test(after)
    ? asQuestion(asked, locale)
    : `Do you have ${asked}?`;
}

/** "A, B or C" where one is asked for, "A and B" where all are. */
export function listNames(names: string[], spanish: boolean, any = false): string {
  const join = any ? (spanish ? ' o ' : ' or ') : spanish ? ' y ' : ' and ';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${join}${names.at(-1)}`;
}
