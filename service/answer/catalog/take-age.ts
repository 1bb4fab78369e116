import { fold } from '../../../ingest/analysis/stem.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a text says of who a thing is for: their age. */
export interface TakenAge {
  /** Values, lower case, by attribute, of things that are for others; what states no age is for anybody. */
  not: Record<string, string[]>;
  /** The text without what was read. */
  rest: string;
}

const PERSON =
  '(?:kids?|child(?:ren)?|sons?|daughters?|girls?|boys?|bab(?:y|ies)|toddlers?|nephews?|nieces?|grand(?:son|daughter|child)s?|nin[oa]s?|bebes?|hij[oa]s?|sobrin[oa]s?|niet[oa]s?|chic[oa]s?|nen[ea]s?|chamac[oa]s?|ahijad[oa]s?|peques?)';
const NUMBER = String.raw`(?<age>\d{1,2})`;
/** "A 5-year-old", "a girl of 5", "niña de 5 años", "my son, he's 3": folded, with numbers in digits. */
const AGES = [
  String.raw`${NUMBER}[\s-]?(?:(?<months>months?|mos?)|years?|yrs?|y)[\s-]?(?:olds?|o)(?:\s${PERSON})?`,
  String.raw`${PERSON}\s(?:of|aged?|age of|de|con|que tiene)\s${NUMBER}(?:\s(?:(?<months>months?|mes(?:es)?)|years?|anos?|anitos?))?`,
  String.raw`${PERSON},?\s(?:(?:he|she|who)(?:'?s|\sis)|is|turns|turning|tiene|cumple|de)\s${NUMBER}(?:\s(?:(?<months>months?|mes(?:es)?)|years?|anos?))?(?=\s*(?:$|[,.?!;]))`,
  String.raw`(?:aged?|edad(?: de)?|(?:tiene|cumple) (?:ya )?)\s?${NUMBER}(?:\s(?:(?<months>mes(?:es)?)|anos?))?`,
].map((one) => new RegExp(String.raw`(?<![\p{L}\p{N}])${one}(?![\p{L}\p{N}])`, 'u'));

const AGE_NAME =
  /^(?:(?:recommended|suggested|min(?:imum)?) )?(?:ages?|edad(?:es)?)(?: (?:range|group|from|recomendada|minima|desde))?$/;
const YEAR = 12;

/** Reads for whom of which age something shall be. Pure. @param text folded, with its numbers in digits. */
export function takeAge(text: string, vocabulary: Pick<Vocabulary, 'attributes' | 'values'>): TakenAge {
  const match = AGES.map((one) => one.exec(text)).find((found) => found !== null);
  if (match?.groups?.age === undefined) return { not: {}, rest: text };
  const { age, months } = match.groups;
  const asked = Number(age) * (months === undefined ? YEAR : 1);
  const names = new Set(
    [...vocabulary.attributes].flatMap(([folded, attributes]) =>
      AGE_NAME.test(folded.replaceAll('_', ' ')) ? attributes : [],
    ),
  );
  const not: Record<string, string[]> = {};
  for (const { attribute, value } of [...vocabulary.values.values()].flat()) {
    const range = names.has(attribute) ? readAges(value) : null;
    if (range === null || (asked >= range[0] && asked <= range[1])) continue;
    not[attribute] = [...new Set([...(not[attribute] ?? []), value])];
  }
  const { index } = match;
  const rest = `${text.slice(0, index)}${'|'.repeat(match[0].length)}${text.slice(index + match[0].length)}`;
  return { not, rest };
}

/** The ages in months that a value stands for: "3+", "5-7", "10 meses+", "birth"; null where it tells none. */
function readAges(value: string): [from: number, to: number] | null {
  const plain = fold(value);
  if (/^(?:birth|newborn|from birth|nacimiento|recien nacido)/.test(plain))
    return [0, Number.POSITIVE_INFINITY];
  if (/^(?:adults?|adult[oa]s?)$/.test(plain)) return [18 * YEAR, Number.POSITIVE_INFINITY];
  const match =
    /^(?:from|desde|a partir de|ages?)?\s?(\d{1,2})\s?(?<first>m(?:onths?|eses)?|y(?:ears?)?|anos?)?\s?(?:(?:-|–|to|a)\s?(\d{1,2}))?\s?(?<last>m(?:onths?|eses|es)?|y(?:ears?)?|anos?)?\s?(?:\+|and up|y mas|or older)?$/.exec(
      plain,
    );
  if (match === null) return null;
  const inMonths = (unit: string | undefined): number => (unit?.startsWith('m') ? 1 : YEAR);
  const last = match.groups?.last;
  const from = Number(match[1]) * inMonths(match.groups?.first ?? last);
  // Until the day before the next birthday.
  const to = match[3] === undefined ? Number.POSITIVE_INFINITY : (Number(match[3]) + 1) * inMonths(last) - 1;
  return [from, to];
}
