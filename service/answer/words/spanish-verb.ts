import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';

/** Verbs whose vowel changes where it is stressed, by what it becomes; compounds change as their verb does. */
const CHANGING = {
  ie: `acertar advertir apretar atender calentar cerrar comenzar confesar convertir defender descender despertar divertir empezar encender
entender extender fregar helar hervir invertir mentir negar nevar pensar perder preferir quebrar querer recomendar referir regar
remendar sentar sentir sugerir tender tener tropezar venir verter`,
  ue: `acordar acostar almorzar apostar aprobar avergonzar cocer colar colgar comprobar contar costar demostrar devolver doler dormir
encontrar envolver forzar jugar llover moler morder morir mostrar mover oler poblar poder probar recordar renovar resolver rodar
rogar soler soltar sonar torcer tronar volar volver`,
  i: `ceñir competir conseguir corregir decir derretir despedir elegir freir gemir impedir medir pedir reir rendir repetir seguir servir
teñir vestir`,
};
/** Stems that no rule makes of the infinitive: pasts, participles, "quepa". */
const IRREGULAR = `abrir abiert|andar anduv|caber quep cup|conducir conduj|cubrir cubiert|decir dig dij dich|escribir escrit|estar estuv|
freir frit|hacer hag hic hiz hech|imprimir impres|morir muert|oir oig oy|poder pud|poner pong pus puest|producir produj|querer quis|
resolver resuelt|romper rot|saber sep sup|salir salg|tener teng tuv|traer traig traj|valer valg|venir veng vin|ver vist|volver vuelt|
devolver devuelt|envolver envuelt`;
/** How the last consonant of a stem is spelled before the other vowels. */
const SPELLINGS: [RegExp, string][] = [
  [/c$/, 'qu'],
  [/z$/, 'c'],
  [/gu$/, 'g'],
  [/g$/, 'gu'],
  [/g$/, 'j'],
  [/c$/, 'zc'],
];
const BASE = /[aei]r$/;

let verbOfStem: ReadonlyMap<string, readonly string[]> | undefined;

/** Of what a word is called in English the most usual tell what it is. */
const USUAL = 2;

/** Whether a Spanish word is spelled as a form of a verb, whatever else it is. Pure. */
export function mayBeSpanishVerb(word: string): boolean {
  return verbsWithStem(stem(fold(word), 'es')).length > 0;
}

/** The infinitives that a Spanish word is a form of, folded; none of what is only spelled as one ("casco"). Pure. */
export function spanishVerbsOf(word: string): string[] {
  const { spanish } = loadWordVectors();
  const folded = fold(word);
  if (BASE.test(folded) && spanish.has(folded)) return [folded];
  const own = englishOf(word).slice(0, USUAL);
  return verbsWithStem(stem(folded, 'es')).filter(
    (verb) => own.length === 0 || englishOf(verb).some((name) => own.includes(name)),
  );
}

/**
 * The stems of the verb that a word is a form of, whatever its form: of "devuelven" `devolv`, `devuelv` and `devuelt`. Pure.
 * @returns empty for what is no form of a verb.
 */
export function spanishVerbStems(word: string): ReadonlySet<string> {
  return new Set(spanishVerbsOf(word).flatMap(stemsOf));
}

function englishOf(word: string): string[] {
  return (loadWordVectors().spanish.get(word) ?? []).map((name) => stem(name, 'en'));
}

/** A thousand verbs' stems, made by the first question in Spanish. */
function verbsWithStem(found: string): readonly string[] {
  if (verbOfStem === undefined) {
    const all = new Map<string, string[]>();
    for (const listed of loadWordVectors().spanish.keys()) {
      const verb = fold(listed);
      if (!BASE.test(verb) || verb.length < 4) continue;
      for (const one of stemsOf(verb)) all.set(one, [...(all.get(one) ?? []), verb]);
    }
    verbOfStem = all;
  }
  return verbOfStem.get(found) ?? [];
}

const irregular = new Map(
  IRREGULAR.split(/\|\s*/).map((line) => {
    const [verb = '', ...stems] = line.trim().split(/\s+/);
    return [verb, stems] as const;
  }),
);
const changing = new Map(
  Object.entries(CHANGING).flatMap(([vowel, verbs]) =>
    verbs.split(/\s+/).map((verb) => [fold(verb), vowel] as const),
  ),
);

function stemsOf(verb: string): string[] {
  const base = verb.slice(0, -2);
  const vowel = changing.get(verb);
  const changed = vowel === undefined ? [] : [base.replace(/[eou](?=[^aeiou]*u?$)/, vowel)];
  const plain = [base, ...changed];
  const spelled = plain.flatMap((one) =>
    SPELLINGS.flatMap(([own, other]) => (own.test(one) ? [one.replace(own, other)] : [])),
  );
  return [...new Set([stem(verb, 'es'), ...plain, ...spelled, ...(irregular.get(verb) ?? [])])];
}
