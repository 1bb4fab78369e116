import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { loadWordVectors } from '../../../ingest/embedding/load-word-vectors.ts';
import { baseVerb } from '../../../ingest/lexicon/irregular-verbs.ts';

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
/** Stems that no rule makes of the infinitive: pasts, participles, "quepa"; and of "usar", too short for Snowball. */
const IRREGULAR = `abrir abiert|andar anduv|caber quep cup|conducir conduj|cubrir cubiert|decir dig dij dich|escribir escrit|estar estuv|
freir frit|hacer hag hic hiz hech|imprimir impres|morir muert|oir oig oy|poder pud|poner pong pus puest|producir produj|querer quis|
resolver resuelt|romper rot|saber sep sup|salir salg|tener teng tuv|traer traig traj|usar usa usas usan uso use usad usand usab usaron|valer valg|venir veng vin|ver vist|volver vuelt|
devolver devuelt|envolver envuelt`;
const BEFORE_E = /^[ei]/;
/** The stem of "siguen" is taken as `sig`. */
const BEFORE_A = /^(?:[ao]|u[ei])/;
/**
 * How the last consonant of a stem is spelled before the vowels that the infinitive has not, those in `e` of verbs in `-ar` and
 * those in `a` and `o` of the others: "rice" is of "rizar", "rica" is not.
 */
const SPELLINGS: [RegExp, string, RegExp][] = [
  [/c$/, 'qu', BEFORE_E],
  [/z$/, 'c', BEFORE_E],
  [/gu$/, 'g', BEFORE_A],
  [/g$/, 'gu', BEFORE_E],
  [/g$/, 'j', BEFORE_A],
  [/c$/, 'zc', BEFORE_A],
  [/c$/, 'z', BEFORE_A],
];
const BASE = /[aei]r$/;

/** A verb with a stem of its, and what that stands before. */
interface VerbStem {
  verb: string;
  before: RegExp | null;
}

let verbOfStem: ReadonlyMap<string, readonly VerbStem[]> | undefined;

/** Whether a Spanish word is spelled as a form of a verb, whatever else it is. Pure. */
export function mayBeSpanishVerb(word: string): boolean {
  return verbsSpelled(fold(word)).length > 0;
}

/** The infinitives that a Spanish word is a form of, folded; none of what is only spelled as one ("casco"). Pure. */
export function spanishVerbsOf(word: string): string[] {
  const { spanish } = loadWordVectors();
  const folded = fold(word);
  if (BASE.test(folded) && spanish.has(folded)) return [folded];
  // What a word is called first tells what it is: "costa" is a coast.
  const [own] = englishOf(word);
  return verbsSpelled(folded).filter((verb) => own === undefined || englishOf(verb).includes(own));
}

/**
 * The stems of the verb that a word is a form of, whatever its form: of "devuelven" `devolv`, `devuelv` and `devuelt`. Pure.
 * @returns empty for what is no form of a verb.
 */
export function spanishVerbStems(word: string): ReadonlySet<string> {
  return new Set(spanishVerbsOf(word).flatMap((verb) => stemsOf(verb).map((one) => one.stem)));
}

function englishOf(word: string): string[] {
  return (loadWordVectors().spanish.get(word) ?? []).map((name) => stem(baseVerb(name) ?? name, 'en'));
}

function verbsSpelled(folded: string): string[] {
  const found = stem(folded, 'es');
  const rest = folded.slice(found.length);
  return verbsWithStem(found).flatMap(({ verb, before }) =>
    before === null || rest === '' || before.test(rest) ? [verb] : [],
  );
}

/** A thousand verbs' stems, made by the first question in Spanish. */
function verbsWithStem(found: string): readonly VerbStem[] {
  if (verbOfStem === undefined) {
    const all = new Map<string, VerbStem[]>();
    for (const listed of loadWordVectors().spanish.keys()) {
      const verb = fold(listed);
      if (!BASE.test(verb) || verb.length < 4) continue;
      for (const { stem: one, before } of stemsOf(verb))
        all.set(one, [...(all.get(one) ?? []), { verb, before }]);
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

function stemsOf(verb: string): { stem: string; before: RegExp | null }[] {
  const base = verb.slice(0, -2);
  const vowel = changing.get(verb);
  const changed = vowel === undefined ? [] : [base.replace(/[eou](?=[^aeiou]*u?$)/, vowel)];
  const plain = [base, ...changed];
  const vowels = verb.endsWith('ar') ? BEFORE_E : BEFORE_A;
  const spelled = plain.flatMap((one) =>
    SPELLINGS.flatMap(([own, other, before]) =>
      before === vowels && own.test(one) ? [{ stem: one.replace(own, other), before }] : [],
    ),
  );
  const anywhere = new Set([stem(verb, 'es'), ...plain, ...(irregular.get(verb) ?? [])]);
  return [
    ...[...anywhere].map((one) => ({ stem: one, before: null })),
    ...spelled.filter((one) => !anywhere.has(one.stem)),
  ];
}
