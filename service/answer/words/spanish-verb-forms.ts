import { fold } from '../../../ingest/analysis/stem.ts';

type Conjugation = 'ar' | 'er' | 'ir';

/** Endings on the stem as it is in the infinitive, folded. */
const ENDINGS: Record<Conjugation, string[]> = {
  ar: words(`o as a amos ais an e aste asteis aron aba abas abamos abais aban ara aras aramos arais aran are aremos areis aria arias
ariamos ariais arian es emos eis en ado ada ados adas ando ad ar`),
  er: words(`o es e emos eis en i iste io imos isteis ieron ia ias iamos iais ian era eras eran ere eremos ereis eria erias
eriamos eriais erian a as amos ais an ido ida idos idas iendo ed er`),
  ir: words(`o es e imos is en i iste io isteis ieron ia ias iamos iais ian ira iras iran ire iremos ireis iria irias iriamos
iriais irian a as amos ais an ido ida idos idas iendo id ir`),
};
/** Endings whose stem changes where it is stressed: `devuelve`, `cierra`; and of -ir, where it is not: `pidieron`. */
const STRESSED: Record<Conjugation, string[]> = {
  ar: words('o as a an e es en'),
  er: words('o es e en a as an'),
  ir: words('o es e en a as an amos ais io ieron iendo'),
};
/** What hangs on at an infinitive or a gerund. */
const CLITICS = words(
  'me te lo la los las le les nos os se melo mela melos melas telo tela selo sela selos selas noslo nosla',
);
const VOWELS: [RegExp, string][] = [
  [/o(?=[^aeiou]+$)/, 'ue'],
  [/e(?=[^aeiou]+$)/, 'ie'],
];
const VOWELS_OF_IR: [RegExp, string][] = [
  [/e(?=[^aeiou]+$)/, 'i'],
  [/o(?=[^aeiou]+$)/, 'u'],
];

/**
 * The forms of a Spanish verb as shoppers write them, without accents: of tú, usted, vosotros and ustedes. Made by rule, so
 * that a few are of no verb, and irregular pasts and participles are missing. Pure.
 * @param infinitive such as `devolver`.
 * @returns folded words, the infinitive among them; of what is no infinitive, that word alone.
 */
export function spanishVerbForms(infinitive: string): ReadonlySet<string> {
  const verb = fold(infinitive);
  const conjugation = verb.slice(-2);
  const stem = verb.slice(0, -2);
  const forms = new Set([verb]);
  if (!isConjugation(conjugation) || stem.length < 2) return forms;
  const add = (one: string, endings: string[]): void => {
    for (const ending of endings) for (const spelled of spell(one, ending, conjugation)) forms.add(spelled);
  };
  add(stem, ENDINGS[conjugation]);
  const rules = conjugation === 'ir' ? [...VOWELS, ...VOWELS_OF_IR] : VOWELS;
  for (const [own, changed] of rules)
    if (own.test(stem)) add(stem.replace(own, changed), STRESSED[conjugation]);
  for (const bearer of [verb, `${stem}${conjugation === 'ar' ? 'ando' : 'iendo'}`])
    for (const clitic of CLITICS) forms.add(bearer + clitic);
  return forms;
}

/** `pag` and `e` make `pague`, `recog` and `o` `recojo`; a stem in `n` or `l` may take a `g`: `tengo`, `salga`. */
function spell(stem: string, ending: string, conjugation: Conjugation): string[] {
  const isFront = /^[ei]/.test(ending);
  if (conjugation === 'ar') {
    if (!isFront) return [stem + ending];
    return [stem.replace(/g$/, 'gu').replace(/c$/, 'qu').replace(/z$/, 'c') + ending];
  }
  if (isFront) return [stem + ending];
  if (/gu$/.test(stem)) return [stem.slice(0, -1) + ending];
  if (/g$/.test(stem)) return [stem.replace(/g$/, 'j') + ending];
  if (/c$/.test(stem)) return [stem.replace(/c$/, 'z') + ending, stem.replace(/c$/, 'zc') + ending];
  return /[nl]$/.test(stem) ? [stem + ending, `${stem}g${ending}`] : [stem + ending];
}

function isConjugation(ending: string): ending is Conjugation {
  return ending in ENDINGS;
}

function words(list: string): string[] {
  return list.split(/\s+/);
}
