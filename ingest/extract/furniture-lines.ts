import type { Block } from './blocks.ts';

/** Lines that are a control's or an advert's label and nothing else, in English and Spanish. */
const label = new RegExp(
  `^(?:${[
    'adverti?s?e?ments?|adverts?|ads?|sponsored(?: content)?|publicidad|anuncios?|patrocinado',
    'share|share (?:this|on|via|it)\\b.{0,30}|tweet|pin it|email this|compartir|compartir (?:en|por|esto)\\b.{0,30}|comparte(?: esto| en)?\\b.{0,20}',
    'print|print this page|imprimir|close|cerrar|back|back to top|go back|volver|volver arriba|replay|x|menu|menú|search|buscar',
    '(?:read|view|see|show|learn) (?:more|less|all)|continue reading|leer más|ver más|ver menos|ver todo|mostrar más|seguir leyendo',
    'loading(?: content)?|cargando|comments|comentarios|comments are closed|add a review|write a review|escribe una reseña|escribir una reseña|leave a (?:comment|reply)|deja un comentario',
    'subscribe(?: now| today)?|sign up(?: now| today)?|suscríbete|suscribirse',
    'was this (?:article|page|answer|information)? ?helpful\\??(?: yes| no|\\s|/|\\d|👍|👎)*(?:out of \\d+ found this helpful)?',
    '(?:last )?(?:updated|edited|modified):? (?:\\d+|an?|one|last|yester)? ?(?:minute|hour|day|week|month|year)s?(?: ago)?|(?:última )?(?:actualizad[oa]|actualización|modificad[oa]):? hace (?:\\d+|una?) (?:minuto|hora|día|semana|mes|año)(?:e?s)?',
    'did this answer your question\\??|¿?(?:te |le )?(?:fue|ha sido|resultó|ha resultado) útil(?: (?:este artículo|esta página|esta respuesta|esta información))?\\??(?: sí| no|\\s|/)*',
    '\\d+ out of \\d+ found this helpful|usuarios a los que les pareció útil: \\d+ de \\d+',
    'have more questions\\? submit a request|¿?tiene más preguntas\\? enviar una solicitud|return to top|volver al principio',
    'recently viewed articles?|related articles?|artículos relacionados|vistos recientemente|powered by \\w+(?: \\w+)?|con tecnología de \\w+',
    'skip to (?:main )?content|ir al contenido|saltar al contenido|previous|next|anterior|siguiente',
  ].join('|')})$`,
  'iu',
);
const LONGEST_LABEL = 80;

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
/** What a date, its time and its zone are written with. */
const dateWord = `${month}|\\d{1,4}(?:st|nd|rd|th)?|[ap]\\.?m\\.?|[a-z]{2,4}t|utc|gmt|uk|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|at|de|on|el|a las?`;
const date = new RegExp(`^(?:(?:${dateWord})(?:[\\s,.:/|·–-]+|$))+$`, 'iu');
/** Without one of these a line of numbers is a size, a price or a time. */
const day = new RegExp(
  `\\b(?:${month}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\\b|\\d[./-]\\d{1,2}[./-]\\d`,
  'iu',
);
const dated = /^(?:published|posted|publish date|publicado|date|fecha)\b\s*(?:on|at|el|:)?\s*/iu;
const byline =
  /^(?:by|por|author|autor|written by|escrito por|posted by|publicado por)\s*:?\s+\p{Lu}[\p{L}.'’-]*(?:[\s,&|]+(?:and|y|de|\p{Lu}[\p{L}.'’-]*))*(?:\s[-–|].*)?$/u;

/** A line from here on is running text, in characters. */
const RUNNING = 80;

/**
 * Drops lines that say nothing of what a page is about: labels of controls wherever they stand; who wrote it and when, where
 * that stands above its text. A date of effect or of change says what it is, and stays.
 */
export function dropFurnitureLines(blocks: Block[]): Block[] {
  const body = blocks.findIndex((block) => block.type === 'line' && block.text.length >= RUNNING);
  return blocks.filter((block, at) => {
    if (block.type === 'heading') return !isLabel(block.text);
    if (block.type !== 'line' || block.shape !== 'prose') return true;
    return !isLabel(block.text) && !(at < body && isSignature(block.text));
  });
}

const isLabel = (text: string) =>
  text.length <= LONGEST_LABEL && label.test(text.replace(/[\s.…:!›»→]+$/u, ''));

const isSignature = (text: string) =>
  text.length <= LONGEST_LABEL &&
  ((/\d/.test(text) && day.test(text) && date.test(text.replace(dated, ''))) ||
    byline.test(firstCapital(text)));

const firstCapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
