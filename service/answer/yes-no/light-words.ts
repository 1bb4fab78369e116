import { fold } from '../../../ingest/analysis/stem.ts';
import { isGeneric } from '../verify/generic-words.ts';

/** Words that a question and its answer may differ in: what one may do, has or offers, and politeness. Folded. */
const LIGHT = new Set(
  `accept accepts accepted accepting offer offers allow allows allowed permit permits permitted possible eligible welcome
able happy option options unfortunately sorry currently ever right correct true anything something everything somebody
stuff sell sells sold carry carries stock stocks try deal also actually really guys folks hi hello please thanks existing
moment time day whole happen still yet normal regular normally item items goods product products like worry full mean last lasts lasting less longer later
yes got put u ur sure way never nothing nobody neither nor kind
acepta aceptas aceptan aceptamos aceptais aceptar aceptada aceptado admite admiten admitimos admitis admitir ofreceis
tienes tengo tenga dispones disponeis haceis hacemos hacen hago tenemos teneis tienen dispone disponemos vende venden vendemos vendeis permitido permitida permitidos
lamentablemente lamentamos actualmente momento ahora existe existen igual nunca jamas nadie nada tampoco dentro verdad cierto realmente efectua efectuamos
realizamos realizais realizan plazo viene vienen llevar lleva llevan falta normales normal dia dias cobra cobrais cobran tema
dura duran durar menos antes despues tiempo algo alguno cosa cosas supuesto contais cuenta contamos`.split(
    /\s+/,
  ),
);

/** Places that a question may ask for, though quotes name them in passing. */
const ASKED_FOR = new Set('store stores shop shops tienda tiendas'.split(' '));

/** Whether a word of a question says nothing that an answer has to speak of. */
export function isLightTopic(word: string): boolean {
  return isLight(word) && !ASKED_FOR.has(fold(word));
}

/** Whether a word says nothing that an answer could deny. */
export function isLight(word: string): boolean {
  const folded = fold(word);
  return LIGHT.has(folded) || isGeneric(folded);
}
