import { isOrder, readEnclitic } from './spanish-clitics.ts';

/** How people type in a chat, and what they mean: whole words, lower case. Those that are words too are left out. */
const ENGLISH: Record<string, string> = {
  u: 'you', ya: 'you', yall: 'you all', ur: 'your', urs: 'yours', r: 'are',
  wat: 'what', wut: 'what', wht: 'what', whats: 'what is', wats: 'what is', wen: 'when', whn: 'when', hw: 'how', hows: 'how is', wheres: 'where is', whens: 'when is', whos: 'who is',
  gonna: 'going to', gunna: 'going to', wanna: 'want to', gotta: 'have to', lemme: 'let me', gimme: 'give me', dunno: 'do not know', kinda: 'kind of',
  thru: 'through', tho: 'though', cuz: 'because', coz: 'because', bc: 'because', til: 'until', abt: 'about', b4: 'before', w: 'with', wo: 'without',
  tmrw: 'tomorrow', tmr: 'tomorrow', tmw: 'tomorrow', tomoro: 'tomorrow', '2moro': 'tomorrow', '2mrw': 'tomorrow', '2day': 'today', '2nite': 'tonight', wknd: 'weekend', wkend: 'weekend',
  hrs: 'hours', yrs: 'years', wks: 'weeks', mths: 'months', bday: 'birthday', xmas: 'christmas', pic: 'picture', pics: 'pictures', pkg: 'package', addy: 'address',
  rn: 'right now', asap: 'as soon as possible', shud: 'should', cud: 'could', wud: 'would', dat: 'that', dis: 'this', dey: 'they', wich: 'which',
}; // biome-ignore format: a table
/** Days cut short, which are other words too: only where a day is spoken of. */
const DAYS: Record<string, string> = {
  mon: 'monday', tue: 'tuesday', tues: 'tuesday', wed: 'wednesday', weds: 'wednesday', thu: 'thursday', thur: 'thursday', thurs: 'thursday', fri: 'friday', sat: 'saturday', sun: 'sunday',
}; // biome-ignore format: a table
const OF_DAY =
  /\b(?:on|open|opens|close|closes|closed|every|this|next|till|until|til|by|from|mon|fri|sat)\s+(?:and\s+|or\s+)?$/i;
const SPANISH: Record<string, string> = {
  q: 'que', k: 'que', ke: 'que', qe: 'que', d: 'de', x: 'por', xa: 'para', pa: 'para', xq: 'porque', pq: 'porque', porq: 'porque', xk: 'porque', xfa: 'por favor', porfa: 'por favor', porfi: 'por favor', pf: 'por favor', xfavor: 'por favor',
  tb: 'también', tmb: 'también', tbn: 'también', tmbn: 'también', dnd: 'dónde', dnde: 'dónde', cdo: 'cuándo', qndo: 'cuándo', cndo: 'cuándo', kuando: 'cuándo',
  qnto: 'cuánto', cnto: 'cuánto', kuanto: 'cuánto', qnta: 'cuánta', qntos: 'cuántos', cntos: 'cuántos', qntas: 'cuántas', cm: 'cómo', kmo: 'cómo', komo: 'cómo',
  kiero: 'quiero', aki: 'aquí', ahi: 'ahí', aora: 'ahora', ahorita: 'ahora', ola: 'hola', m: 'me', t: 'te', s: 'es', bn: 'bien', msj: 'mensaje', tlf: 'teléfono', tel: 'teléfono', finde: 'fin de semana', dto: 'descuento', dcto: 'descuento', nomas: 'solo', 'nomás': 'solo',
  cmo: 'cómo', qien: 'quién', kien: 'quién', qiero: 'quiero', kisiera: 'quisiera', dsd: 'desde', tdv: 'todavía', ps: 'pues', pus: 'pues', grax: 'gracias', grx: 'gracias', holi: 'hola', xf: 'por favor', plis: 'por favor', porfis: 'por favor',
  cel: 'celular', compu: 'computadora', refri: 'refrigerador', hrs: 'horas', dls: 'dólares',
}; // biome-ignore format: a table
/** Letters that are sizes, units and signs as well: they are chat only where nothing is counted beside them. */
const AMBIGUOUS = /^(?:r|w|wo|x|d|k|m|t|s|cm|q|tel|rn|pa|bc)$/;
const COUNTED = /(?:\d|\b(?:size|talla|sizes|tallas))[\s.,]*$/iu;
/** "R" is "are" before whom it asks of, "w" is "with" before a thing. */
const FOLLOWED: Record<string, RegExp> = {
  r: /^\s(?:u|ur|you|your|they|there|these|those|the|we|it)\b/i,
  w: /^\s(?:a|an|the|my|your|no|it|them|this)\b/i,
  wo: /^\s(?:a|an|the|my|your|it|them)\b/i,
  rn: /^\s*[?.!,]*$/,
  cm: /^\s(?:se|lo|la|le|me|hago|puedo|funciona)(?!\p{L})/iu,
  m: /^\s(?:lo|la|los|las|puede|pueden|pod[eé]is|podr[ií]a\p{L}*|dice|dicen|llega|gusta|sirve|queda)(?!\p{L})/iu,
  t: /^\s(?:lo|la|los|las|puedo|doy|mando)(?!\p{L})/iu,
  s: /^\s(?:que|q|el|la|un|una|muy|para|posible|gratis)(?!\p{L})/iu,
  k: /^\s\p{L}/u,
};
const THOUSAND = 1000;
const NAMES = /^\p{Lu}\p{Ll}/u;

/**
 * A message with its chat spelling written out, so that "wat do u charge" asks as "what do you charge" does. What could as well be
 * a size, a unit or a name stays. Pure.
 * @param locale the language that it is written in; other than English and Spanish it stays as it is.
 */
export function spellOut(message: string, locale: string): string {
  const words = locale.startsWith('es') ? SPANISH : locale.startsWith('en') ? ENGLISH : null;
  if (words === null) return message;
  const spelled = message.replace(
    /(?<![\p{L}\p{N}@./'’-])[\p{L}\p{N}]+(?![\p{L}\p{N}@'’-]|\.\p{L})/gu,
    (written, at: number) => {
      const key = written.toLowerCase();
      if (words === ENGLISH && Object.hasOwn(DAYS, key) && OF_DAY.test(message.slice(0, at)))
        return DAYS[key] ?? written;
      const meant = Object.hasOwn(words, key) ? words[key] : undefined;
      if (at > 0 && NAMES.test(written)) return written;
      if (meant === undefined) return words === SPANISH ? withoutOrder(written) : written;
      if (AMBIGUOUS.test(key)) {
        const isCapital = written !== key;
        if (isCapital || COUNTED.test(message.slice(0, at))) return written;
        const after = message.slice(at + written.length);
        if (/^\s*\d/.test(after)) return written;
        if (Object.hasOwn(FOLLOWED, key) && FOLLOWED[key]?.test(after) !== true) return written;
      }
      return meant;
    },
  );
  return words === SPANISH ? writeThousands(spelled) : spelled;
}

/** "35 mil" and "2 mil 500" are one number each. */
function writeThousands(message: string): string {
  return message.replace(
    /(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d)?) ?mil(?: (\d{3}))?(?![\p{L}\d])/giu,
    (_, thousands: string, rest = '0') =>
      String(Math.round(Number(thousands.replace(',', '.')) * THOUSAND) + Number(rest)),
  );
}

/** "Cancélenmelo" asks as "me lo cancelen" does. */
function withoutOrder(written: string): string {
  const read = readEnclitic(written);
  return read !== null && isOrder(read) ? `${read.pronouns} ${read.verb}` : written;
}
