import { fold } from '../analysis/stem.ts';

/** How endings of learned words correspond, Spanish without accents to English; the longer come first. */
const ENDINGS: [spanish: string, english: readonly string[]][] = [
  ['abilidad', ['ability']],
  ['ibilidad', ['ibility']],
  ['ologico', ['ological', 'ologic']],
  ['izacion', ['ization']],
  ['ologia', ['ology']],
  ['ologo', ['ologist']],
  ['amente', ['ly', 'ally', 'ely']],
  ['mente', ['ly', 'ely']],
  ['grafia', ['graphy']],
  ['ficar', ['fy']],
  ['encia', ['ence', 'ency']],
  ['ancia', ['ance', 'ancy']],
  ['ismo', ['ism']],
  ['ista', ['ist']],
  ['cion', ['tion', 'ction']],
  ['sion', ['sion', 'ssion']],
  ['izar', ['ize']],
  ['ario', ['ary', 'arian']],
  ['aria', ['ary']],
  ['orio', ['ory', 'orium']],
  ['oria', ['ory']],
  ['idad', ['ity', 'eity']],
  ['edad', ['ety']],
  ['ador', ['ator', 'ater']],
  ['ecto', ['ect']],
  ['ente', ['ent']],
  ['ante', ['ant', 'ating']],
  ['ible', ['ible']],
  ['able', ['able']],
  ['ivo', ['ive']],
  ['iva', ['ive']],
  ['oso', ['ous', 'ose']],
  ['osa', ['ous']],
  ['ico', ['ic', 'ical']],
  ['ica', ['ic', 'ics', 'ical']],
  ['ano', ['an', 'ane']],
  ['ana', ['an']],
  ['ino', ['ine', 'in']],
  ['ina', ['ine', 'in']],
  ['ado', ['ate', 'ated']],
  ['ada', ['ate', 'ated']],
  ['ido', ['id', 'ed']],
  ['ura', ['ure']],
  ['tud', ['tude']],
  ['uro', ['ure']],
  ['uto', ['ute']],
  ['ema', ['em', 'eme']],
  ['dad', ['ty']],
  ['ar', ['ate', 'e', '', 'ar']],
  ['er', ['', 'e']],
  ['ir', ['', 'e']],
  ['ia', ['y', 'ia', 'e']],
  ['io', ['y', 'ium', 'e', 'ion']],
  ['eo', ['ean', 'eum']],
  ['o', ['', 'e', 'us', 'um', 'o']],
  ['a', ['', 'e', 'a', 'ist']],
  ['e', ['', 'e']],
  ['', ['', 'e']],
];
/** Spellings in which English keeps the Greek or Latin form. */
const SPELLINGS: [spanish: RegExp, english: string][] = [
  [/f/g, 'ph'],
  [/t/g, 'th'],
  [/i/g, 'y'],
  [/cu/g, 'qu'],
  [/^es(?=[pct])/g, 's'],
  [/([lmnpstcrf])(?=[aeiou])/g, '$1$1'],
];
const LEAST_LENGTH = 6;

/**
 * The English words that a learned Spanish word most likely comes with: `constitución` is `constitution`, `sistemático`
 * `systematic`. Only what `isEnglish` knows is given; none for short words, where likeness is chance.
 * @param word in lower case
 */
export function englishCognate(word: string, isEnglish: (word: string) => boolean): string | null {
  const plain = fold(word);
  const singular = plain.replace(/(?:(?<=[dlnrz])es|(?<=[aeiou])s)$/, '');
  if (singular.length < LEAST_LENGTH) return null;
  for (const [spanish, endings] of ENDINGS) {
    if (!singular.endsWith(spanish)) continue;
    const base = singular.slice(0, singular.length - spanish.length);
    if (base.length < 2) continue;
    for (const ending of endings) {
      const found = spellings(base)
        .map((spelled) => spelled + ending)
        .find(isEnglish);
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** A base as it is, and with one or all of the letters of a kind as they may be spelled in English. */
function spellings(base: string): string[] {
  const found = [base];
  for (const [spanish, english] of SPELLINGS)
    found.push(...found.flatMap((one) => variants(one, spanish, english)));
  return found;
}

function variants(base: string, spanish: RegExp, english: string): string[] {
  const single = [...base.matchAll(spanish)].map(({ 0: letters, 1: letter = '', index }) => {
    return base.slice(0, index) + english.replaceAll('$1', letter) + base.slice(index + letters.length);
  });
  return single.length > 1 ? [...single, base.replace(spanish, english)] : single;
}
