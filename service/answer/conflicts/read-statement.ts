import { analyze } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Evidence } from '../answerer.ts';
import { readClaims } from '../verify/claims.ts';
import { isGeneric } from '../verify/generic-words.ts';
import { numberWord } from '../verify/number-words.ts';
import { conceptAt } from '../words/thesaurus.ts';

/** A sentence or table row that states a value. */
export interface Statement {
  evidence: Evidence;
  /** Offsets into the document's text, UTF-16. */
  start: number;
  end: number;
  text: string;
  /** What it speaks of apart from its values: names of things, the same for all words for them, sorted. */
  topics: string;
  /** How many topics, and whether each is a thing that shops state rules on. */
  topicCount: number;
  isRule: boolean;
}

/** The values of a statement. */
export interface Values {
  /** By what is measured: `money usd`, `duration` (minutes), `percent`. */
  numbers: ReadonlyMap<string, number[]>;
  /** What must be the same for two statements to be on the same thing: codes, weekdays, months, …, sorted. */
  fixed: string;
}

const HAS_VALUE =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|catorce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|noventa|cien|medio|media)\b/i;
/** What says itself that it holds no more, or for a time, or is but an example. */
const NOT_A_RULE =
  /\?\s*$|\b(?:was|were|used to|previously|formerly|no longer|until now|in the past|back in|for example|e\.g\.|example|antes era|anteriormente|solia|solian|ya no|por ejemplo|ejemplo)\b/;
/** Units and months are part of values. */
const UNITS =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|dollars?|euros?|pounds?|pesos?|percent|usd|eur|gbp|minutos?|horas?|dias?|semanas?|mes|meses|anos?|dolares|ciento)$/;
/** Words that praise or point and change nothing of what a rule says. */
const FILLERS =
  /^(?:enjoy\w*|accept\w*|eligible|lasts?|valid|runs?|dura|duran|validez|acept\w*|happy|happily|gladly|simply|easily|today|new|great|always|every|love|hassle|easy|remember|please|just|full|up|per|value|worth|amount|total|spend\w*|qualify|qualifies|within|day|disfruta\w*|siempre|nuev[oa]s?|facil\w*|valor|importe|totalmente|superior\w*|inferior\w*|desde|partir)$/;
/** Function words elsewhere, countries here. */
const COUNTRY_CODE = /^(?:US|UK|EU|USA|UE|EEUU)$/;

/** @returns null for what states no value, or none that holds today. Pure. */
export function readStatement(
  text: string,
  locale: string,
): Omit<Statement, 'evidence' | 'start' | 'end'> | null {
  if (!HAS_VALUE.test(text) || NOT_A_RULE.test(fold(text))) return null;
  const { names, isRule } = topicsOf(text, locale);
  if (names.size === 0) return null;
  return {
    text,
    topics: [...names].sort().join(' '),
    topicCount: names.size,
    isRule,
  };
}

/** What a text speaks of, its values, generic words and praise left out. */
export function topicsOf(text: string, locale: string): { names: Set<string>; isRule: boolean } {
  const tokens = analyze(text, locale);
  const words = tokens.map(({ word }) => fold(word));
  const language = languageOf(locale) === 'es' ? 'es' : 'en';
  const names = new Set<string>();
  const taken = new Set<number>();
  let isRule = true;
  tokens.forEach(({ start, end, stop, lexeme }, at) => {
    const word = words[at] ?? '';
    if (taken.has(at) || /\d/.test(word) || UNITS.test(word)) return;
    if (COUNTRY_CODE.test(text.slice(start, end).replaceAll('.', ''))) {
      names.add(word);
      isRule = false;
      return;
    }
    if (stop || FILLERS.test(word) || numberWord(word) !== null) return;
    const found = conceptAt(words, at);
    if (found !== null) {
      for (const position of found.positions) taken.add(position);
      names.add(`=${found.concept.name[language] ?? found.concept.name.en}`);
      return;
    }
    if (isGeneric(word)) return;
    names.add(lexeme);
    isRule = false;
  });
  return { names, isRule };
}

/** Minutes of a month, on the mean. */
const MONTH = 43_830;

/** @returns null where one of the values is what something was. Pure. */
export function readValues(text: string): Values | null {
  const numbers = new Map<string, number[]>();
  const fixed: string[] = [];
  for (const { key, bare } of readClaims(text)) {
    if (key.startsWith('was ')) return null;
    const [, what = '', value = ''] = /^(.*):([^:]*)$/.exec(key) ?? [];
    const number = Number(value);
    // The month of May has no number of its own, five months have.
    if (bare === null || !Number.isFinite(number)) {
      fixed.push(key);
      continue;
    }
    const isDuration = what === 'minute' || what === 'month';
    const name = isDuration ? 'duration' : what;
    numbers.set(name, [...(numbers.get(name) ?? []), what === 'month' ? number * MONTH : number]);
  }
  for (const values of numbers.values()) values.sort((a, b) => a - b);
  return { numbers, fixed: fixed.sort().join(' ') };
}
