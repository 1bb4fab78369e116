import { remember } from '../../../ingest/analysis/remember.ts';
import { stem } from '../../../ingest/analysis/stem.ts';
import { baseVerb } from '../../../ingest/lexicon/irregular-verbs.ts';
import { ENGLISH_SYNONYMS, SPANISH_SYNONYMS } from './retail-synonyms.ts';

/** Words whose lines are kept as read. */
const MOST_KEPT = 10_000;

/** Words that join and point without claiming anything in a shop, beyond the function words: folded. */
const GENERIC = new Set(
  `store shop item items product products thing things customer customers shopper shoppers order orders ordered purchase
purchases page pages policy policies information info details according following currently total period
available availability offer offers offered include includes included including contain contains apply applies
get gets receive receives take takes taking cost costs costing price prices priced need needs must want wants make makes
made come comes coming go goes find finding check visit help based depending using called named listed mentioned states
state known feature features designed except excluding exception apart aside additionally however regarding currently find see reach contact give given provide provides provided use uses using used place placed
placing another choose chosen choosing note keep able possible allow allowed allows way ways kind type also well there here simply just still
remain remaining last lasts lasting early earlier ahead advance notice around about approximately roughly maximum minimum
older younger whenever upon back separately separate respectively needed compared versus reason reasons subject various buyer buyers client clients shops shop due
tienda articulo articulos producto productos cliente clientes pedido pedidos compra compras pagina politica informacion
disponible disponibles disponibilidad ofrece ofrecemos ofrecen incluye incluyen segun total plazo periodo
recibe recibes recibir recibiras obtienes obtener tarda tardan tardar cuesta cuestan costar precio precios coste costes
necesitas necesita necesario debe deben deberas haz hacer realizar realiza usa usar encontrar ver forma posible
permite permiten puedes podras podeis podemos excepto excepcion salvo aparte ademas llamado llamada consulta consultar
bring brings carry carries stay stays remain remains incur incurs incurred additional extra
viene vienen venir trae traen traer lleva llevan llevar queda quedan quedarse permanece permanecer contiene contienen contener genera generan generar conserva conservan conservar adicional adicionales
require requires required requiring requiere requieren requerido
measure measures measuring mide miden medir times time vez veces menos encima debajo durante mediante dentro people person persona personas gente ones non elegir elige eliges elijas escoger escoge
dura duran durar aproximadamente alrededor cerca maximo maxima minimo minima
caso casos edad edades despues antes partir suponen supone encarga encargan comprador compradores respectivamente motivo motivos razon razones correspondiente dicho dicha momento aun ya`.split(
    /\s+/,
  ),
);

/** Words that claim nothing by themselves, but of which it matters whether they are denied: folded. */
const LIGHT = new Set(
  `accept accepts accepted accepting admit admits admitted
aceptar acepta aceptan aceptamos aceptado aceptada admitir admite admiten admitimos admitido admitida
eligible entitled qualify qualifies
happen happens work works mean means know enjoy like likes love
perform performs performed carried conduct conducted undertake undertaken handle handles handled arrange arranged arranges manage managed
put puts putting ensure ensures sure try trying decide decides decided feel feels remember consider considered proceed
happy pleased glad delighted welcome directly simply actually specific specifically particular option options
unless tienes tiene address consist consists become becomes since best incluido incluida incluidos incluidas aplica aplican vuelva vuelve vuelven usaste usado usada usas usan situated located spend spends spent spending
sucede suceder significa funciona funcionan`.split(/\s+/),
);
/** The stems of Spanish verbs of that kind, which have many forms. */
const LIGHT_STEMS = new Set(
  `realizar efectuar utilizar emplear usar hacer proceder disponer contar ofrecer ubicar situar encontrar resultar tratar existir
quedar poner colocar dar impartir dejar anterior anteriores seguir tener llevar haber recordar acordar acuerda considerar posterior posteriores siguiente siguientes opcion opciones correspondiente`
    .split(/\s+/)
    .map((word) => stem(word, 'es')),
);

/** A word, and what all forms of it have. */
const keysOf = (word: string, language: string): string[] => [
  word,
  `${stem(word, language)}-`,
  ...(language === 'en' ? [`${englishRoot(word)}+`] : []),
];

/** The lines of a language that a word, or the stem of one, stands in. */
let sets: Record<'en' | 'es', Map<string, Set<number>>> | undefined;

function synonymSets(language: string, lines: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  lines.split('\n').forEach((line, set) => {
    for (const word of line.split(' '))
      for (const key of keysOf(word, language)) found.set(key, (found.get(key) ?? new Set()).add(set));
  });
  return found;
}

/** "Weighs" has the lines of "weigh" and those of its own. */
const synonymSetsOf = remember(MOST_KEPT, (word: string): readonly string[] => {
  sets ??= { en: synonymSets('en', ENGLISH_SYNONYMS), es: synonymSets('es', SPANISH_SYNONYMS) };
  return Object.entries(sets).flatMap(([language, lines]) => {
    const forms = language === 'es' ? new Set([word, word.replace(ENCLITIC, '')]) : [word];
    const own = [...forms]
      .flatMap((form) => keysOf(form, language))
      .flatMap((key) => [...(lines.get(key) ?? [])]);
    return [...new Set(own)].map((set) => `${language}${set}`);
  });
});

/** Whether a folded word adds nothing that could be false. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** Whether a folded word need not be in a quote: what it says of its nouns is checked otherwise. */
export function needsNoQuote(word: string, locale = 'en'): boolean {
  if (isGeneric(word) || LIGHT.has(word)) return true;
  return (
    locale.startsWith('es') &&
    (LIGHT_STEMS.has(stem(word, 'es')) || LIGHT_STEMS.has(stem(word.replace(ENCLITIC, ''), 'es')))
  );
}

/** Whether shops have other words for a folded one: also for function words, such as the "off" of "20% off". */
export function hasSynonyms(word: string): boolean {
  return synonymSetsOf(word).length > 0;
}

/** Whether shops use two folded words for each other, in some form of both. */
export function areSynonyms(a: string, b: string): boolean {
  const sets = synonymSetsOf(b);
  return sets.length > 0 && synonymSetsOf(a).some((set) => sets.includes(set));
}

/** Endings of Spanish verbs and of what is made of them. */
const SPANISH_ENDING =
  /(?:aremos|eremos|iremos|asteis|isteis|ieron|[ai]ste|aron|[aei]ras|[aei]ran|[aei]rias?|[aei]rian|arse|erse|irse|amos|emos|imos|ando|iendo|adas|ados|idas|idos|ada|ado|ida|ido|ara|era|ira|aba|ais|eis|ar|er|ir|an|en|as|es|os|a|e|o)$/;
/** "Limpialos", "mantenerla": what a verb takes behind it. */
const ENCLITIC = /(?<=\p{L}{3}(?:[aei]r?|ndo))(?:(?:me|te|se|nos)?(?:l[aeo]s?)|me|te|se|nos)$/u;
/** "Recomienda" and "recomendar", "pierdes" and "perder": the vowel changes where the stress is on it. */
function spanishRoot(word: string): string {
  return word
    .replace(SPANISH_ENDING, '')
    .replace(/ie(?=[^aeiou]+$)/, 'e')
    .replace(/ue(?=[^aeiou]+$)/, 'o');
}

const ENGLISH_ENDING = /(?:ings?|ers?|ed|es|s|ments?|able|ables)$/;
/** "Dried" and "dryer" are of "dry", "used" of "use", "fitted" of "fit"; of two letters an ending leaves too little. */
function englishRoot(written: string): string {
  const [, prefix = '', rest = ''] = /^(re|un|over|)(.*)$/.exec(written) ?? [];
  const base = baseVerb(written) ?? baseVerb(rest);
  const word = base === null ? written : baseVerb(written) !== null ? base : prefix + base;
  const root = word.replace(/ie(?=[drs])/, 'y').replace(ENGLISH_ENDING, '');
  return root
    .replace(/(?<=..)([bdgmnprt])\1$/, '$1')
    .replace(/(?<=..)e$/, '')
    .replace(/y[dr]$/, 'y');
}

/** Letters that forms of one word begin with alike, and their share of the shorter form. */
const FAMILY_LETTERS = 4;
const FAMILY_SHARE = 0.7;
/** More letters make another word of it: `water`, `waterproof`. */
const MOST_ADDED = 4;

/** Whether two folded words are forms of one: `member` and `membership`, `abre` and `abrimos`. */
export function areOneFamily(a: string, b: string, locale: string): boolean {
  if (locale.startsWith('es')) {
    const [one, other] = [a, b].map((word) => [spanishRoot(word), spanishRoot(word.replace(ENCLITIC, ''))]);
    if (one?.some((root) => root.length >= 3 && other?.includes(root))) return true;
  } else {
    const root = englishRoot(a);
    if (root.length >= 3 && root === englishRoot(b)) return true;
  }
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a[alike] === b[alike]) alike += 1;
  return (
    Math.abs(a.length - b.length) <= MOST_ADDED &&
    alike >= FAMILY_LETTERS &&
    alike >= FAMILY_SHARE * Math.max(a.length, b.length) - 2 &&
    alike >= FAMILY_SHARE * shorter
  );
}
