import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { breaksInUse } from '../understand/trouble-term.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a question says besides the names of things, as far as it tells whether it asks which products there are. */
export interface Wish {
  /** Whether it asks in so many words: "do you have", "busco", or "which" before a kind of thing. */
  finds: boolean;
  /** Whether it asks which thing to take: "Which lens?", "¿qué chamarra me recomiendan?" */
  chooses: boolean;
  /** Whether it is nothing but a thing and what that is for: "a lock for a bike at the station". */
  wants: boolean;
  /** Whether it asks which ones of a kind there are: "which jackets do you have", "¿qué botas tienen?" */
  lists: boolean;
  /** Whether it is no sentence about things, but only says what is wanted: "a tent for 4 that I can carry". */
  names: boolean;
  /** Whether it leaves open of which kind the thing is: "a gift", "algo". */
  open: boolean;
}

const FINDS =
  /\b(?:show(?: me)?|looking for|look for|search(?:ing)? for|find(?: me)?|recommend|suggest|(?:i|we) (?:need|want)|i'?m after|do you (?:have|sell|carry|stock)|have you got|compare|busco|buscamos|buscando|tienen|tienes|teneis|tenes|tendran?|tendras|tendreis|habra|manejan?|manejas|surten|venden|vendes|vendeis|(?:me|nos) urgen?|ocupo|ocupamos|recomiend\w*|recomendar|muestra\w*|ensena\w*|necesito|quiero)\b/;
/** What a shop does with the things that it sells. */
const HAVE =
  /\b(?:(?:do|does) (?:you|u|ya) (?:have|sell|carry|stock)|(?:have you|you) got|tienen?s?|teneis|tenes|tendran?|hay|manejan?|manejas|vend(?:en|es|eis))\b/;
/** Words that make a sentence of a question: it asks something of the things that it names. */
const SENTENCE =
  /\b(?:is|are|was|were|do|does|did|can|could|will|would|should|how|what|when|why|where|who|if|my|your|i|you|we|es|son|esta|estan|puedo|puede|podeis|como|que|cuando|cuanto|cuanta|cuantos|cuantas|donde|quien|si|mi|mis|he|hemos|han|me|te|os|nos|se)\b/;
/** "Boots that are not red" is no sentence either. */
const RELATIVE =
  /\b(?:that|which|que) (?:no )?(?:(?:are|is|aren'?t|isn'?t|sean?|son|es|have|has|weighs?|costs?|holds?|fits?|comes?|lasts?)\b|(?:pes|teng|tien|llev|cuest|mid|quep|dur|veng|cont|consum|admit|super|pas)\p{L}*)/gu;
/** Before the name of a kind of thing they ask which there are: "which tents", "any good boots", "que tiendas". */
const ASKS_KIND = new Set([
  'which',
  'what',
  'any',
  'got',
  'que',
  'cuales',
  'cual',
  'hay',
  'habra',
  'algun',
  'alguna',
]);
const OF_KIND = new Set([
  'of',
  'your',
  'these',
  'those',
  'vuestros',
  'vuestras',
  'sus',
  'other',
  'more',
  'de',
  'otro',
  'otra',
  'otros',
  'otras',
]);
/** Right after the name of a thing they say something of it: "my boots arrived", "la lampara no funciona". */
const PREDICATE =
  /^[^\p{L}\p{N}]*(?:is|are|was|were|isn'?t|aren'?t|wasn'?t|do|does|did|don'?t|doesn'?t|didn'?t|has|have|had|hasn'?t|won'?t|can'?t|cannot|came|arrived|broke|stopped|keeps?|fell|no|se|me|es|son|esta|estan|ha|han|llego|llegaron|vino|vinieron|tiene|tienen)(?!\p{L})/u;
/** A thing of no kind that is named: what it must be is all that is said. */
const OPEN =
  /\b(?:what(?:'?s| is) good for|que (?:es bueno|va bien) (?:para|contra)|something|anything|some things?|(?:a|any|some|great|good|cool|nice) (?:gifts?(?! (?:cards?|vouchers?|certificates?|wrap[a-z]*|receipts?|box(?:es)?|bags?|messages?|notes?))|presents?|ideas?)|(?:gift|present) (?:ideas?|for|under|below|up to)|algo|alguna cosa|(?:un|una|algun|de|para) regal(?:o|os|ar)|ideas? (?:de|para) regal(?:o|os|ar))\b/;

/** Where a text calls a thing by a name that the catalog has for it: UTF-16 offsets. */
export interface NamedSpan {
  start: number;
  end: number;
}

/** "An instrument that fits in a pocket", "un regalo para": of a word that the catalog does not know. */
const OPENS =
  /^\W*(?:an?|some|una?|unos|unas)\s\p{L}+(?:\s\p{L}+)?\s(?=(?:that|which|for|to|with|under|below|_|que|para|con|por menos de)(?!\p{L}))/u;

/** In another sentence it is said what it shall be: "a present for my gran. A walking stick". */
const A_THING = /[.?!]\s+(?:an?|some|una?|unos|unas)\s(?:[\p{L}-]+\s){0,2}$/u;
/** Right after the kind of thing. */
const CHOOSES =
  /^\s*(?:[?!]|$|(?:would|do|should|can|could) (?:you|i|we) (?:recommend|suggest|buy|get|choose|pick|need)|(?:is|are|would be) (?:the )?(?:best|right)|(?:me |nos |le )?recom|(?:me )?(?:compro|conviene|sirve|elijo)(?!\p{L}))/u;

/** Reads how a question asks for products. @param text of the question, folded; @param kinds where it names them. Pure. */
export function readWish(text: string, locale: string, kinds: readonly NamedSpan[]): Wish {
  const plain = text.replace(RELATIVE, (said) => '_'.repeat(said.length));
  const asksKind = asksForKind(text, locale, kinds);
  const finds = FINDS.test(text) || asksKind;
  const chooses = asksKind && kinds.some(({ end: at }) => CHOOSES.test(text.slice(at)));
  const open = OPEN.exec(plain) ?? OPENS.exec(plain);
  const end = open === null ? 0 : open.index + open[0].length;
  const names = !SENTENCE.test(plain) || beginsWithKind(plain, kinds);
  return {
    finds,
    chooses,
    lists: asksKind && HAVE.test(text),
    names,
    wants:
      names &&
      kinds.some(({ start, end: after }) => FEW.test(text.slice(0, start)) && FOR.test(text.slice(after))),
    open:
      open !== null &&
      kinds.every(({ start }) => start >= end && !A_THING.test(text.slice(end, start))) &&
      (finds || !SENTENCE.test(plain.slice(0, open.index))),
  };
}

/** Before a thing at most two words that tell which one, after it what it is for; "which violin for …" a table may tell. */
const FEW =
  /^\W*(?!(?:which|what|any|que|cual(?:es)?)\s)(?:(?:an?|some|any|the|una?|unos|unas|el|la)\s)?(?:[\p{L}\p{N}-]+\s){0,2}$/u;
const FOR = /^\s(?:for|para)\s/u;

/** "A guitar I can take on a plane": the thing comes first, and nothing is said of it but what it is wanted for. */
function beginsWithKind(text: string, kinds: readonly NamedSpan[]): boolean {
  const [first] = kinds;
  return (
    first !== undefined &&
    !SENTENCE.test(text.slice(0, first.start)) &&
    kinds.every(({ end }) => !PREDICATE.test(text.slice(end)))
  );
}

/** Whether a kind of thing follows closely on a word that asks which there are. */
function asksForKind(text: string, locale: string, kinds: readonly NamedSpan[]): boolean {
  const tokens = analyze(text, locale);
  return tokens.some((token, at) => {
    if (!ASKS_KIND.has(token.word)) return false;
    const next = tokens.slice(at + 1, at + 4);
    const kind = next.findIndex(({ start }) => kinds.some((one) => one.start === start));
    // "What if my boots" asks about boots, "what kind of boots" for them.
    return kind >= 0 && next.slice(0, kind).every((between) => !between.stop || OF_KIND.has(between.word));
  });
}

/** Topics of a store whose words are as often said of things: a desk for a student, a summer collection. */
const AMBIGUOUS =
  /^(?:shopping|students?|privacy|points?|collections?|hours?|data|terms?|location|account|stores?|shops?|tiendas?|jobs?|track(?:ing)?|club|tax|puntos?|datos|order|orders|contact|sustainability|phone|telefono|movil|change|cambio|cambiar)$/;
/** What has gone wrong with a thing that somebody has. */
const TROUBLE =
  /\b(?:(?:does|do|did|is|are|was|were)(?: not|n'?t) (?:work|turn|switch|start|charge|fit|close|open|arrive|come)\p{L}*|(?:stopped|not) working|(?:won'?t|can'?t|cannot) (?:turn|switch|start|charge|close|open)|broken?|damaged|cracked|smashed|shattered|dented|crushed|torn|ripped|snapped|leaks?|leaking|defective|faulty|fell apart|fallen apart|(?:i|we) (?:ordered|bought|purchased|received|got sent)|(?:never|hasn'?t|has not|just) (?:arrived|came|come)|arrived|no (?:me )?(?:funciona|enciende|carga|arranca|cierra|abre|ha llegado|llego|llega)n?|(?:ha|han|se) (?:dejado de|rot|estropead|averiad)\p{L}*|rot[oa]s?|rajad[oa]s?|descosid[oa]s?|abollad[oa]s?|(?:con un|con una|tiene un|trae un) (?:golpe|pieza|raja|defecto|agujero)|averiad[oa]s?|estropead[oa]s?|defectuos[oa]s?|danad[oa]s?|(?:he|hemos) (?:pedido|comprado|recibido)|compre|recibi|llego|llegaron)\b/u;

/**
 * Whether a question is about a rule or service of the store, or about a trouble with what somebody has, and only names
 * the thing: "delivery of a lamp", "my lamp doesn't work". Words that the catalog itself uses tell nothing. Pure.
 * @param rest what nothing of the catalog was read from, folded. @param open of what is asked for: see {@link Wish}.
 */
export function isAboutStore(
  rest: string,
  locale: string,
  vocabulary: Vocabulary,
  { open }: Pick<Wish, 'open'> = { open: false },
): boolean {
  if (asksWhatFits(fold(rest))) return true;
  // "Something for dry cracked hands" tells of no thing that has come broken.
  if (open ? HAD.test(fold(rest)) : speaksOfTrouble(rest)) return true;
  return questionTerms(rest.replace(SPENDING, ' '), locale).some(
    (term) =>
      !AMBIGUOUS.test(fold(term.word)) &&
      !vocabulary.nouns.has(term.lexeme) &&
      !vocabulary.values.has(fold(term.word)) &&
      // "Something for my bike in the street" asks for no address.
      (term.phrase === undefined ? isStoreTopic({ lexeme: term.lexeme, synonyms: NONE }) : !open) &&
      isStoreTopic(term),
  );
}
const NONE: ReadonlySet<string> = new Set();

const WHAT_SIZE = /\b(?:what|which|que|cual) (?:\p{L}+ ){0,3}?(?:sizes?|tallas?|numero)\b/u;
/** A body, or what somebody wears else; its measures are blanked. */
const OF_BODY =
  /\b(?:i(?:'m| am|m) (?:an? )?[\d|'_]|i (?:weigh|measure|wear|usually|normally)|my (?:chest|waist|hips?|bust|inseam|foot|feet|head|hands?|wrists?|height|weight)|(?:yo )?(?:mido|peso|calzo)|(?:normalmente|siempre|suelo) (?:uso|usar|llevo|llevar|gasto)|mi (?:pecho|cintura|cadera|pie|cabeza|mano|muneca|altura|estatura|peso|contorno))(?![\p{L}])/u;

/** "I'm 5'9 and 160 lb, what size jacket?" is answered by a table of sizes, and by no jacket. */
function asksWhatFits(text: string): boolean {
  return WHAT_SIZE.test(text) && OF_BODY.test(text);
}

/** Whether something has gone wrong with a thing that somebody has: facts of things to buy are no answer. Pure. */
export function speaksOfTrouble(text: string): boolean {
  return TROUBLE.test(fold(text)) || breaksInUse(text);
}

/** What somebody has had from the shop. */
const HAD =
  /\b(?:(?:i|we) (?:ordered|bought|purchased|received|got sent)|arrived|(?:he|hemos) (?:pedido|comprado|recibido)|compre|recibi|(?:me )?lleg(?:o|aron))\b/u;

/** Before a price limit, which is blanked: "I can pay up to |||". */
const SPENDING = /\b(?:pay|spend|pagar|gastar(?:me)?)(?:\s\p{L}+){0,2}\s?\|/gu;
