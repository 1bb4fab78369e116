import { fold } from '../../../ingest/analysis/stem.ts';
import { COUNTRY_ALIASES, countryNames } from './country-names.ts';
import { CONTIGUOUS_STATES, EU, LATIN_AMERICA, NORTH_AMERICA, OTHER_EUROPE, PLACES } from './place-names.ts';

/** A place that a text names. */
export interface FoundPlace {
  key: string;
  /** As written, folded; of more than one word perhaps. */
  written: string;
}

interface Gazetteer {
  /** Keys by the first word of a name: the whole name's words, longest first. */
  names: Map<string, { words: string[]; key: string }[]>;
  parents: Map<string, ReadonlySet<string>>;
  /** `CA` of a list such as `(OR, WA, CA)`, to its place. */
  codes: Map<string, string>;
}

/** Two letters are a state's code only in a list or after a comma: "Portland, OR", "(OR, WA)". */
const STATE_CODE =
  /(?<=[,(/]\s?)[A-Z]{2}(?=\s?[,)/.;\s]|$)|(?<![\p{L}\p{N}])[A-Z]{2}(?=,\s?[A-Z]{2}(?![\p{L}\p{N}]))/gu;
/** In capitals alone, for "us" and "eu" are other words; of the contiguous US it is only a part of the name. */
const CAPITALS =
  /(?<![\p{L}\p{N}])(?<!(?:contiguos|contiguous|continental(?:es)?|contiguous states|lower 48|mainland) (?:de (?:los )?|of the |in the )?)(?:US|EU|UK|UE|EE\.?\s?UU\.?)(?![\p{L}\p{N}])(?!\.? (?:Virgin Islands|Minor Outlying|continental))/gu;
const CAPITAL_KEYS: Record<string, string> = { US: 'US', UK: 'GB', EU: 'eu', UE: 'eu' };

let known: Gazetteer | undefined;

/** Reads the places that a text names, in English and Spanish, in any case. Pure. */
export function readPlaces(text: string): FoundPlace[] {
  known ??= readGazetteer();
  const { codes } = known;
  const found: FoundPlace[] = [];
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let at = 0; at < words.length; at++) {
    const match = placeAt(words, at);
    if (match === null) continue;
    found.push({ key: match.key, written: match.words.join(' ') });
    at += match.words.length - 1;
  }
  for (const [code] of text.matchAll(STATE_CODE)) {
    const key = codes.get(code);
    if (key !== undefined) found.push({ key, written: code.toLowerCase() });
  }
  for (const [capitals] of text.matchAll(CAPITALS)) {
    found.push({ key: CAPITAL_KEYS[capitals] ?? 'US', written: fold(capitals) });
  }
  return found;
}

/**
 * The place whose name begins at a word, the longest where there are several: "New York", and not "York".
 * @param words a text's, folded
 * @returns the name's own words, and its key; null where none begins there. Pure.
 */
export function placeAt(
  words: readonly string[],
  at: number,
): { words: readonly string[]; key: string } | null {
  known ??= readGazetteer();
  const named = known.names.get(words[at] ?? '');
  return named?.find((name) => name.words.every((word, step) => words[at + step] === word)) ?? null;
}

/** Whether a place is another one or lies in it: Maui in Hawaii, California in the US, Germany in the EU. Pure. */
export function liesIn(place: string, other: string): boolean {
  known ??= readGazetteer();
  return place === other || (known.parents.get(place)?.has(other) ?? false);
}

/** Whether two places may be spoken of for each other: the same, or one within the other. Pure. */
export function areRelated(place: string, other: string): boolean {
  return liesIn(place, other) || liesIn(other, place);
}

function readGazetteer(): Gazetteer {
  const names: Gazetteer['names'] = new Map();
  const codeOf = new Map<string, string>();
  const direct = new Map<string, Set<string>>();
  const add = (name: string, key: string): void => {
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
    const first = words[0];
    if (first === undefined) return;
    const entries = names.get(first) ?? [];
    entries.push({ words, key });
    names.set(first, entries);
  };
  const put = (key: string, parents: Iterable<string>): void => {
    const all = direct.get(key) ?? new Set<string>();
    for (const parent of parents) all.add(parent);
    direct.set(key, all);
  };
  for (const [code, written] of countryNames()) {
    put(code, ['worldwide']);
    for (const name of written) {
      add(fold(name), code);
      codeOf.set(fold(name), code);
    }
  }
  for (const [code, aliases] of Object.entries(COUNTRY_ALIASES))
    for (const alias of aliases) add(fold(alias), code);
  for (const code of EU.split(' ')) put(code, ['eu', 'europe']);
  for (const code of OTHER_EUROPE.split(' ')) put(code, ['europe']);
  for (const code of LATIN_AMERICA.split(' ')) put(code, ['latin america']);
  for (const code of NORTH_AMERICA.split(' ')) put(code, ['north america']);
  const lines = [
    ...PLACES.trim().split('\n'),
    ...CONTIGUOUS_STATES.split('|').map((line) => `${line.slice(3)}: contiguous us US`),
  ].map(readLine);
  const keys = new Set(lines.flatMap(({ names: [key] }) => key ?? []));
  for (const {
    names: [key = '', ...others],
    parts,
    parents,
  } of lines) {
    const own = codeOf.get(key) ?? key;
    for (const name of [key, ...others]) add(name, own);
    const above = splitKeys(parents, keys);
    put(
      own,
      above.filter((parent) => parent !== own),
    );
    for (const part of parts) {
      const [first = part, ...same] = part.split('=');
      for (const name of [first, ...same]) add(name, first);
      put(first, [own, ...above]);
    }
  }
  for (const entries of names.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return { names, parents: closure(direct), codes: stateCodes() };
}

interface Line {
  names: string[];
  parts: string[];
  parents: string;
}

function readLine(line: string): Line {
  const [left = '', parents = ''] = line.split(':');
  const [names = [], parts = []] = left.split(';').map((list) => list.split(',').map((name) => name.trim()));
  return { names, parts, parents: parents.trim() };
}

/** The places that a line lies in: countries by code, others by the first of their names. */
function splitKeys(parents: string, keys: ReadonlySet<string>): string[] {
  const longest = [...keys].sort((a, b) => b.length - a.length);
  const found: string[] = [];
  for (let rest = parents; rest !== ''; ) {
    const key =
      longest.find((one) => rest === one || rest.startsWith(`${one} `)) ?? rest.split(' ')[0] ?? rest;
    found.push(key);
    rest = rest.slice(key.length).trim();
  }
  return found;
}

function stateCodes(): Map<string, string> {
  const states = CONTIGUOUS_STATES.split('|').map((line): [string, string] => [
    line.slice(0, 2).toUpperCase(),
    line.slice(3).split(/[,;]/)[0] ?? '',
  ]);
  return new Map([...states, ['HI', 'hawaii'], ['AK', 'alaska'], ['PR', 'puerto rico']]);
}

/** A part of a part is a part. */
function closure(direct: Map<string, Set<string>>): Map<string, ReadonlySet<string>> {
  const all = new Map<string, ReadonlySet<string>>();
  const reach = (key: string, seen: Set<string>): Set<string> => {
    for (const parent of direct.get(key) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      reach(parent, seen);
    }
    return seen;
  };
  for (const key of direct.keys()) all.set(key, reach(key, new Set()));
  return all;
}
