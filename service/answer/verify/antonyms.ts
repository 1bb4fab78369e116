import { fold, stem } from '../../../ingest/analysis/stem.ts';

/** Words of which one never stands for the other, folded, in both languages: `one side | other side`. */
const PAIRS = `earn collect gain ganar acumular | lose forfeit perder
buy buying comprar | sell selling vender
extended longer ampliado prolongado | reduced shortened reducido
increase increases increased raise aumenta aumentar sube subir | decrease decreases decreased lower reduce disminuye disminuir baja bajar
easy simple facil sencillo | difficult hard complicated dificil complicado
hot boiling caliente | cold chilled fria frio
warm calido calida templado | cool fresco fresca
wet damp moist humedo humeda mojado | dry seco seca
new nuevo nueva | used refurbished usado usada reacondicionado reacondicionada
indoor indoors interior | outdoor outdoors exterior
winter invierno | summer verano
spring primavera | autumn fall otono
morning manana | afternoon evening tarde
men man male hombre caballero masculino | women woman female mujer senora femenino
left izquierda izquierdo | right derecha derecho
top upper superior arriba | bottom inferior abajo
front delantero delantera frontal | rear trasero trasera
inside dentro | outside fuera
high alto alta | low bajo baja
soft suave blando | hard stiff duro rigido
thick grueso gruesa | thin fino fina
heavy pesado pesada | light lightweight ligero ligera
express exprés urgent urgente | standard estandar ordinario
domestic national nacional | international overseas abroad internacional extranjero
weekday weekdays laborables | weekend weekends finde
digital electronic electronico electronica | printed paper impreso impresa papel
synthetic sintetico sintetica | natural
manual manually manualmente | automatic automatically automatico automaticamente
matte mat mate | glossy gloss brillante brillo
sweet dulce | salty savoury salado salada
alkaline alcalina | rechargeable recargable
monthly month mensual mes | yearly annual annually anual
permanent permanente | temporary temporal
basic basico basica | premium
beginners beginner principiantes principiante | advanced avanzado avanzados
adult adults adulto adultos | children child kids ninos infantil
sunny sun soleado | shade shady sombra
clockwise horario | anticlockwise counterclockwise antihorario`;

/** Each stem with the sides that it stands on. */
let sides: Map<string, Set<string>> | undefined;

function readSides(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  PAIRS.split('\n').forEach((line, row) => {
    line.split(' | ').forEach((words, side) => {
      for (const word of words.split(' '))
        for (const key of keysOf(fold(word)))
          found.set(key, (found.get(key) ?? new Set()).add(`${row} ${side}`));
    });
  });
  return found;
}

const keysOf = (word: string): string[] => [word, `${stem(word, 'en')}+`, `${stem(word, 'es')}-`];

const DENIED = /(?<!\p{L})(?:not?|never|without|sin|nunca|ni|nor|non|than)(?!\p{L})/u;

/**
 * Whether a sentence has a word where its quotes have only its opposite: "reduced hours" of "extended hours". With a negation on
 * either side the opposite may be meant.
 * @returns the word, or null. Pure.
 */
export function findAntonym(sentence: { text: string }, grounds: { text: string }[]): string | null {
  const meant = grounds.map(({ text }) => fold(text)).join('\n');
  const said = fold(sentence.text);
  if (DENIED.test(said) || DENIED.test(meant)) return null;
  const [own, theirs] = [sidesOf(said), sidesOf(meant)];
  for (const [side, word] of own) {
    const other = side.endsWith('0') ? `${side.slice(0, -1)}1` : `${side.slice(0, -1)}0`;
    if (theirs.has(other) && !theirs.has(side) && !own.has(other)) return word;
  }
  return null;
}

function sidesOf(text: string): Map<string, string> {
  sides ??= readSides();
  const found = new Map<string, string>();
  for (const word of text.match(/\p{L}+/gu) ?? [])
    for (const key of keysOf(word)) for (const side of sides.get(key) ?? []) found.set(side, word);
  return found;
}
