import { foldInPlace } from './fold-in-place.ts';

/** Where a store may deliver to or have a shop, beyond the countries that CLDR names; folded. */
const REGIONS = `alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,hawaii,idaho,illinois,indiana,iowa,
kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,minnesota,mississippi,missouri,montana,nebraska,nevada,
new hampshire,new jersey,new mexico,new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,
south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,wisconsin,wyoming,ontario,quebec,
alberta,manitoba,saskatchewan,nova scotia,british columbia,england,scotland,wales,northern ireland,uk,usa,u.s,eu,europe,asia,
africa,latin america,south america,north america,canarias,islas canarias,canary islands,baleares,islas baleares,
balearic islands,mallorca,menorca,ibiza,tenerife,gran canaria,ceuta,melilla,peninsula,andorra,escocia,inglaterra,gales,europa,
latinoamerica,estados unidos,ee.uu,reino unido,united states,great britain,the states,holland,holanda,czech republic`;

/** Before the name of a place; without it "turkey" and "jersey" are things. */
const BEFORE = new Set('to in from for within outside a en para desde hasta de hacia'.split(' '));
const ARTICLES = new Set(['the', 'el', 'la', 'los', 'las']);
const MOST_WORDS = 4;

/** Made by the first follow-up: Intl is asked for 1,352 names. */
let names: ReadonlySet<string> | undefined;

function readNames(): ReadonlySet<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const countries = ['en', 'es'].flatMap((locale) => {
    const regions = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    return letters.flatMap((first) => letters.map((second) => regions.of(first + second) ?? ''));
  });
  return new Set([...countries.filter(Boolean), ...REGIONS.split(/,\s*/)].map(foldInPlace));
}

/** Countries and regions that a text speaks of as places, with their articles; UTF-16 offsets, in order. */
export function findPlaces(text: string): { start: number; end: number }[] {
  names ??= readNames();
  const folded = foldInPlace(text);
  const words = [...text.matchAll(/[\p{L}\p{M}]+(?:[.'’-][\p{L}\p{M}]+)*/gu)].map(({ 0: word, index }) => ({
    word: folded.slice(index, index + word.length),
    start: index,
    end: index + word.length,
  }));
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = longestName(words, at, text, folded);
    const first = words[at];
    const last = words[at + length - 1];
    if (length === 0 || first === undefined || last === undefined) continue;
    const article = ARTICLES.has(words[at - 1]?.word ?? '') ? words[at - 1] : undefined;
    const before = words[article === undefined ? at - 1 : at - 2]?.word;
    const alone = before === undefined && at + length === words.length;
    if (alone || BEFORE.has(before ?? '')) {
      found.push({ start: article?.start ?? first.start, end: last.end });
      at += length - 1;
    }
  }
  return found;
}

function longestName(
  words: { word: string; start: number; end: number }[],
  at: number,
  text: string,
  folded: string,
): number {
  const start = words[at]?.start ?? 0;
  for (let length = MOST_WORDS; length > 0; length--) {
    const end = words[at + length - 1]?.end;
    if (end === undefined) continue;
    if (names?.has(folded.slice(start, end)) || text.slice(start, end) === 'US') return length;
  }
  return 0;
}
