import { fold } from '../../../ingest/analysis/stem.ts';
import { readClosedWords } from '../verify/closed-classes.ts';
import type { AnswerWord, Reading } from './reading.ts';
import { askedWords, wordsOf } from './shared-words.ts';

const ONLY = /(?<!\p{L})(?:only|exclusively|solo|solamente|unicamente|exclusivamente)(?!\p{L})/u;
/** Regions of several countries, and those that belong to another. */
const NO_COUNTRY =
  /^country:(?:EU|EZ|UN|PR|GU|VI|AS|MP|UM|GI|IM|JE|GG|GP|MQ|RE|GF|HK|MO|TW|IC|EA|FO|GL|AX|SJ|XK|undefined)$/;

/** "We only ship within Spain": every other country is denied. */
export function onlyWord({ question, asked, quote, context, around }: Reading): AnswerWord | null {
  const folded = fold(quote);
  if (!ONLY.test(folded) || /(?<!\p{L})(?:not|no|never|nunca)(?!\p{L})/u.test(folded)) return null;
  const served = countriesOf(quote);
  const wanted = countriesOf(question.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()));
  const [country] = wanted;
  if (country === undefined || wanted.length > 1 || served.length === 0 || served.includes(country))
    return null;
  if ([country, ...served].some((key) => NO_COUNTRY.test(key))) return null;
  const words = wordsOf(quote, context.locale);
  const rest = asked.topics.filter(({ word }) => !countriesOf(capital(word)).includes(country));
  const narrowing = words.tokens.filter((token) => countriesOf(capital(token.word)).length === 0);
  const asks = askedWords(asked, context.locale);
  return rest.every((topic) => words.has(topic) || around.has(topic)) &&
    narrowing.every((token) => asks(token) || PLACE.test(token.word))
    ? 'no'
    : null;
}

const PLACE = /^(?:within|continental|mainland|peninsular|united|states|kingdom|estados|unidos|reino|unido)$/;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function countriesOf(text: string): string[] {
  return readClosedWords(text).flatMap(({ key }) => (key.startsWith('country:') ? [key] : []));
}
