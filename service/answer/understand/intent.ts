import { fold } from '../../../ingest/analysis/stem.ts';
import { foldInPlace } from '../follow-up/fold-in-place.ts';

/** What a shopper wants, as far as it is told from their words alone. */
export type Intent = 'question' | 'person' | SmallTalk;

/** Small talk by what is said back. */
export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'how-are-you' | 'who-are-you' | 'what-can-you-do';

const PEOPLE =
  '(?:person|human|human being|agent|representative|rep|someone|advisor|operator|manager|supervisor|persona|human[oa]|agente|asesora?|alguien|operador[a]?|representante|encargad[oa]|responsable|supervisora?)';
const TEAM =
  '(?:staff|support|customer (?:service|support|care)|your team|atencion al cliente|servicio al cliente|soporte)';
const PERSON = new RegExp(
  [
    String.raw`\b(?:talk|speak|chat|connect me|put me through|transfer me)\s+(?:to|with)\s+(?:an?\s+|the\s+|your\s+|some)?(?:one|body|real\s+|live\s+|actual\s+|human\s+)*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:talk|speak)\s+(?:to|with)\s+some(?:one|body)\b`,
    String.raw`\b(?:hablar|chatear|comunicarme|contactar) con (?:una?|el|la|algun[ao]?|vuestr[oa]|su)?\s*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:pasame|pasarme|pasadme|ponme|ponedme|poneme|comunicame|conectame) con (?:una?|el|la)?\s*(?:${PEOPLE}|${TEAM})\b`,
    String.raw`\b(?:need|want|demand|get me|give me|prefer|quiero|necesito|exijo|prefiero) (?:an?|una?|the|your|al?|el|la) (?:real |live |actual )?${PEOPLE}(?= real| human[oa]| please| now| por favor| ya| ahora|[\s.!?]*$)`,
    String.raw`\b(?:real|live|actual) (?:person|human|agent)\b|\b(?:human|live) (?:agent|support|help)\b|\b(?:persona|agente) (?:real|human[oa])\b|\batencion humana\b`,
    String.raw`\b(?:call me(?: back)?|someone (?:to )?call me|que me llam(?:e|en|eis)(?: alguien)?|llamadme|llamenme)(?= please| now| today| por favor| ya| hoy|[\s.!]*$)`,
    String.raw`^(?:i )?(?:want|need|would like|wish|i'd like) to (?:complain|(?:make|file|lodge|raise) a complaint)[\s.!]*$|^(?:quiero|quisiera|necesito|deseo) (?:quejarme|(?:poner|hacer|presentar) una (?:queja|reclamacion))[\s.!]*$`,
    String.raw`^(?:agent|human|agente|operator|operador|representative|representante|person|persona|customer service|atencion al cliente)[\s.!?]*$`,
  ].join('|'),
);

const OPENERS =
  'hi|hiya|hello|hey|good (?:morning|afternoon|evening|day|night)|greetings|hola|saludos|buenos dias|buen dia|buenas(?: tardes| noches)?';
const THANKS =
  "thanks?(?: a lot| so much| a million)?|thank you(?: so much| very much)?|thx|cheers|ty|gracias|muchas gracias|mil gracias|muchisimas gracias|ok(?:ay)?|k|great|cool|nice|awesome|perfect|got it|understood|vale|perfecto|genial|entendido|estupendo|lol|haha|jaja|jajaja|(?:that|this) (?:helps|helped)|(?:that is|that's|thats) (?:all|it|great|helpful)|eso es todo|nada mas|no|yes|si|sure|de nada";
const PREFACES =
  '(?:(?:i have|i have got|i got|just|got|tengo) )?(?:a |an? |one |una? )?(?:quick |small |little )?(?:question|pregunta|duda|consulta)(?: (?:rapida|for you|please|por favor))?|(?:can|may|could) i ask (?:you )?(?:something|a (?:quick )?question)|(?:te |os |les )?(?:puedo|podria) (?:preguntar(?:te|os|les)?(?: algo)?|hacer(?:te|os|les)? una (?:pregunta|consulta))';
const GOODBYES =
  'bye|goodbye|bye bye|see you(?: later)?|have a (?:nice|good|great) (?:day|one|evening|weekend)|adios|chao|hasta luego|hasta pronto|nos vemos|que tengas? (?:un )?buen dia';
const FILLERS =
  'there|again|all|everyone|team|so much|very much|for your help|for the help|por tu ayuda|por la ayuda|a todos|ahi|then|and|y|you too|igualmente';
const HOW_ARE_YOU =
  "how are you(?: doing)?(?: today)?|how(?: i|')s it going|how do you do|what(?: i|')?s up|que tal(?: estas?| esta usted)?|como estas?|como esta usted|como te va|como va(?: todo)?";
const WHO_ARE_YOU =
  "(?:are you|is this|am i (?:talking|speaking|chatting) (?:to|with)|are we talking to) (?:an? |just an? )?(?:bot|robot|chatbot|human(?: being)?|real(?: person)?|person|machine|ai|a\\.i\\.|computer|automated|virtual assistant)(?: or (?:an? )?(?:bot|robot|human|person|real person|machine))?|who are you|what are you|what(?: i|')?s your name|do you have a name|(?:eres|es usted|esto es|hablo con|estoy hablando con) (?:una?? )?(?:bot|robot|chatbot|human[oa]|persona(?: real)?|maquina|ia|inteligencia artificial|asistente(?: virtual)?)(?: o (?:una? )?(?:bot|robot|human[oa]|persona(?: real)?|maquina))?|quien eres|que eres|como te llamas";
const WHAT_CAN_YOU_DO =
  'what (?:can|do) you do|what can you (?:help(?: me)? with|tell me|answer)|what can i ask(?: you)?|what do you know|(?:can you )?help(?: me)?|how can you help(?: me)?|how does this work|what is this(?: chat)?|que (?:puedes|sabes|podeis) hacer|en que (?:me )?(?:puedes|podeis) ayudar(?:me)?|que (?:te )?puedo preguntar(?:te)?|como funciona(?:s| esto)|(?:me )?(?:puedes )?ayuda(?:r|me|rme)?|para que sirves';

const isAll = (...parts: string[]): RegExp => new RegExp(`^(?:(?:${parts.join('|')})[\\s,.!?;:)(-]*)+$`);
/** Whole messages only: what says more is a question. The first that matches counts. */
const SMALL_TALK: [SmallTalk, RegExp][] = [
  ['greeting', isAll(OPENERS, PREFACES, 'there', 'again', 'all', 'everyone', 'team', 'a todos')],
  ['how-are-you', isAll(OPENERS, THANKS, HOW_ARE_YOU, FILLERS)],
  ['goodbye', isAll(OPENERS, THANKS, GOODBYES, FILLERS)],
  ['who-are-you', isAll(OPENERS, THANKS, FILLERS, WHO_ARE_YOU)],
  ['what-can-you-do', isAll(OPENERS, THANKS, FILLERS, WHAT_CAN_YOU_DO)],
];
const SAYS_BYE = new RegExp(`\\b(?:${GOODBYES})\\b`);
const ASKS_HOW = new RegExp(`\\b(?:${HOW_ARE_YOU})\\b`);
const GREETS = new RegExp(`^(?:${OPENERS})\\b`);

/** Tells a question from small talk and from the wish for a person, in English and Spanish. Pure. */
export function readIntent(question: string): Intent {
  const folded = plain(question);
  if (!/[\p{L}\p{N}]/u.test(folded)) return /[?¿]/.test(question) ? 'what-can-you-do' : 'greeting';
  for (const [kind, pattern] of SMALL_TALK) {
    if (!pattern.test(folded)) continue;
    if (kind !== 'how-are-you' || ASKS_HOW.test(folded)) return kind === 'goodbye' ? closing(folded) : kind;
  }
  return PERSON.test(folded) ? 'person' : 'question';
}

/** "Ok thanks" is no goodbye, and "hi, thanks" no more than a greeting. */
function closing(folded: string): SmallTalk {
  if (SAYS_BYE.test(folded)) return 'goodbye';
  return GREETS.test(folded) ? 'greeting' : 'thanks';
}

const GREETING = new RegExp(
  `^(?:[\\s¿¡]*(?:${OPENERS})(?: (?:there|again|all|everyone|team|a todos|a tod@s))?[\\s,.!;:-]+)+(?=\\S)`,
);

/** A message without the greeting that it begins with, where something follows. Pure. */
export function withoutGreeting(message: string): string {
  const match = GREETING.exec(foldInPlace(message));
  return match === null ? message : message.slice(match[0].length);
}

const COMPLAINTS = new RegExp(
  [
    String.raw`\b(?:this|that) is (?:already )?the (?:second|third|fourth|fifth|\d+(?:nd|rd|th)|umpteenth) time\b`,
    String.raw`\b(?:i (?:have|'ve) (?:been waiting|asked|written|called|emailed|told you)|(?:i am|i'?m) (?:so |very |really |extremely )?(?:angry|furious|annoyed|fed up|disappointed|upset|frustrated|livid))\b`,
    String.raw`\b(?:unacceptable|outrageous|disgraceful|ridiculous|terrible|horrible|awful|appalling|worst|pathetic|(?:is |what |such )a (?:scam|joke|disgrace|rip-?off)|ripped (?:me )?off|useless|shame on you|never (?:buying|ordering|shopping) (?:here|from you|again)|waste of (?:time|money)|what the (?:hell|heck|f\p{L}*)|wtf|bullshit|crap)\b`,
    String.raw`\b(?:es|ya es|van?) (?:ya )?(?:la )?(?:segunda|tercera|cuarta|quinta|enesima) vez\b|\bya (?:van|son) (?:dos|tres|cuatro|\d+) veces\b`,
    String.raw`\b(?:estoy|me tenei?s|me tienen) (?:muy |tan |realmente )?(?:hart[oa]|enfadad[oa]|enojad[oa]|indignad[oa]|furios[oa]|decepcionad[oa]|cabread[oa]|molest[oa])\b`,
    String.raw`\b(?:inaceptable|vergonzos[oa]|una verguenza|vergüenza|indignante|una estafa|estafador[ea]s|fatal|pesim[oa]|horroroso|lamentable|una tomadura de pelo|un desastre|nunca mas (?:compro|vuelvo)|llevo (?:\p{L}+|\d+) (?:dias|semanas|meses) esperando|nadie (?:me )?(?:responde|contesta))\b`,
    String.raw`\bno ?(?:body|one) (?:answers|replies|responds|has answered|has replied|helps)\b|\bstill (?:waiting|nothing|no (?:reply|answer|refund|response))\b`,
    '!{3,}',
  ].join('|'),
  'u',
);

/** Whether anger or a complaint is heard in a message; it is answered all the same. Pure. */
export function isComplaint(question: string): boolean {
  return COMPLAINTS.test(plain(question));
}

function plain(question: string): string {
  return fold(question)
    .replace(/[¿¡]|\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier}/gu, '')
    .replace(/[’`]/g, "'")
    .trim();
}
