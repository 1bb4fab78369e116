import { fold } from '../../../ingest/analysis/stem.ts';
import type { Dimension } from './units.ts';

/**
 * A property that is measured: how attributes of it are called, and how a shopper says that it is meant, its most and its
 * least. Words are folded, English and Spanish.
 */
export interface Property {
  dimensions: Dimension[];
  /** Words of attributes' names; the first ones are the plainest. */
  names: RegExp;
  /** Words of a question that mean it beside a number: "1.5 m wide", "que pese menos de". */
  said: RegExp | null;
  most: RegExp | null;
  least: RegExp | null;
}

const MAS = String.raw`mas\s`;
const word = (pattern: string): RegExp => new RegExp(String.raw`\b(?:${pattern})\b`, 'u');

export const PROPERTIES: readonly Property[] = [
  {
    dimensions: ['mass'],
    names: /\b(?:weight|peso|poids|gewicht|mass)\b/,
    said: word('weigh(?:s|ing|t)?|heavy|heavier|lighter|pes(?:o|a|an|e|en|ar)|ligero'),
    most: word(`heaviest|${MAS}pesad[oa]s?`),
    least: word(
      `lightest|(?:weighs? the )?least heavy|lowest weight|${MAS}liger[oa]s?|${MAS}livian[oa]s?|menos pesad[oa]s?|menor peso`,
    ),
  },
  {
    dimensions: ['volume', 'people', 'data', 'mass'],
    names:
      /\b(?:capacity|volume|capacidad|volumen|storage|seats|sleeps|plazas|memory|memoria|almacenamiento|load|carga)\b/,
    said: word(
      'capacity|volume|holds?|holding|capacidad|volumen|caben?|sleeps|seats|storage|almacenamiento|load|carga',
    ),
    most: word(
      `roomiest|(?:largest|biggest|highest|most|greatest) (?:capacity|volume|storage)|(?:mayor|maxima|mas) (?:capacidad|volumen|almacenamiento)`,
    ),
    least: word(`(?:smallest|lowest|least) (?:capacity|volume)|menor (?:capacidad|volumen)`),
  },
  {
    dimensions: ['length'],
    names: /\b(?:range|autonomia|alcance)\b/,
    said: word('range|autonomia|alcance|far|farther|further|distance|distancia'),
    most: word(
      `(?:goes? |rides? |runs? |gets? )?(?:the )?(?:furthest|farthest)|(?:longest|best|most) range|(?:llega )?mas lejos|(?:mayor|mas) (?:autonomia|alcance)`,
    ),
    least: word('shortest range|(?:menor|menos) (?:autonomia|alcance)'),
  },
  {
    dimensions: ['length'],
    names: /\b(?:width|ancho|anchura|wide|breadth)\b/,
    said: word('wide|wider|width|narrower|anch[oa]s?|anchura'),
    most: word(`widest|${MAS}anch[oa]s?`),
    least: word(`narrowest|${MAS}estrech[oa]s?`),
  },
  {
    dimensions: ['length'],
    names: /\b(?:height|alto|altura|tall|high)\b/,
    said: word('tall|taller|high|height|shorter|alt[oa]s?|altura|de alto'),
    most: word(`tallest|highest|${MAS}alt[oa]s?`),
    least: word(`lowest|${MAS}baj[oa]s?`),
  },
  {
    dimensions: ['length'],
    names: /\b(?:length|largo|longitud|long)\b/,
    said: word('long|longer|length|larg[oa]s?|longitud'),
    most: word(`longest|${MAS}larg[oa]s?`),
    least: word(`shortest|${MAS}cort[oa]s?`),
  },
  {
    dimensions: ['length'],
    names: /\b(?:depth|fondo|profundidad|profundo|deep)\b/,
    said: word('deep|deeper|depth|fondo|profundidad|profund[oa]s?'),
    most: word(`deepest|${MAS}profund[oa]s?`),
    least: word('shallowest'),
  },
  {
    dimensions: ['length'],
    names: /\b(?:thickness|grosor|espesor)\b/,
    said: word('thick|thicker|thinner|thickness|grosor|espesor|grues[oa]s?'),
    most: word(`thickest|${MAS}grues[oa]s?`),
    least: word(`thinnest|slimmest|${MAS}(?:fin|delgad)[oa]s?`),
  },
  {
    dimensions: ['length'],
    names: /\b(?:screen|display|pantalla|diagonal)\b/,
    said: word('screen|display|pantalla|diagonal'),
    most: word(`(?:largest|biggest) (?:screen|display)|pantalla mas grande|mayor pantalla`),
    least: word(`smallest (?:screen|display)|pantalla mas pequena`),
  },
  {
    dimensions: ['power'],
    names: /\b(?:power|wattage|potencia|output)\b/,
    said: word('power|wattage|potencia'),
    most: word(`(?:most|more) powerful|strongest|highest (?:power|wattage)|${MAS}potentes?|mayor potencia`),
    least: word(`least powerful|lowest (?:power|wattage)|menos potentes?|menor potencia`),
  },
  {
    dimensions: ['time'],
    names: /\b(?:battery life|runtime|run time|battery|autonomia|duracion)\b/,
    said: word('battery|runtime|run time|lasts?|lasting|autonomia|bateria|duracion|duren?|duran?'),
    most: word(
      `longest(?:[- ]lasting| battery| runtime| run time)|(?:best|most) battery(?: life)?|(?:mayor|mas|mejor) (?:autonomia|bateria|duracion)`,
    ),
    least: word('shortest battery'),
  },
  {
    dimensions: ['light'],
    names: /\b(?:brightness|light output|luminosity|brillo|luminosidad|lumens|lumenes)\b/,
    said: word('bright(?:ness)?|lumens|brillo|luminosidad|lumenes'),
    most: word(`brightest|${MAS}brillantes?|${MAS}luminos[oa]s?|most lumens`),
    least: word('dimmest|least bright'),
  },
  {
    dimensions: ['noise'],
    names: /\b(?:noise|noise level|ruido|nivel de ruido|sonoridad)\b/,
    said: word('noise|loud|quiet|ruido|ruidos[oa]s?|silencios[oa]s?'),
    most: word(`loudest|noisiest|${MAS}ruidos[oa]s?`),
    least: word(`quietest|least noisy|most silent|${MAS}silencios[oa]s?|menos ruidos[oa]s?|menos ruido`),
  },
  {
    dimensions: ['temperature'],
    names: /\b(?:temperature|comfort|temperatura|confort)\b/,
    said: word('temperature|warm|warmer|comfort|temperatura|confort'),
    most: null,
    least: null,
  },
  {
    // The lower the temperature that it is made for, the warmer it keeps.
    dimensions: ['temperature'],
    names:
      /\b(?:comfort|confort|(?:temperature|temp) rating|rated to|(?:lower )?limit|temperatura (?:de confort|limite))\b/,
    said: null,
    most: word('coolest'),
    least: word(`warmest|${MAS}(?:calid|calient|calentit|abrigad)[oae]s?|que mas abrigan?`),
  },
  {
    dimensions: ['year'],
    names:
      /\b(?:(?:release|model|launch)(?:d)? ?(?:year|date)?|year|ano(?: de (?:lanzamiento|modelo))?|fecha de lanzamiento|lanzamiento|published|publication date|ano de publicacion)\b/,
    said: null,
    most: word(
      `newest|latest|most recent|${MAS}nuev[oa]s?|${MAS}recientes?|(?:lo )?ultimo[s]? (?:modelos?|lanzamientos?)|novedades`,
    ),
    least: word(`oldest|${MAS}antigu[oa]s?`),
  },
];

/** Sizes of things as such: "the biggest TV", "el más grande"; what is measured depends on what the catalog states. */
export const LARGEST = word(`largest|biggest|${MAS}grandes?`);
export const SMALLEST = word(`smallest|tiniest|most compact|${MAS}pequen[oa]s?|${MAS}compact[oa]s?`);
/** What tells the size of a thing, the plainest first. */
export const SIZE_PROPERTIES = [
  /\b(?:screen|display|pantalla|diagonal)\b/,
  /\b(?:capacity|capacidad|volume|volumen|seats|sleeps|plazas)\b/,
  /\b(?:width|ancho|anchura|length|largo|longitud|height|alto|altura)\b/,
];

/** Words of an attribute's name that say no other thing than the plain name: `packed weight`, `peso neto`. */
const PLAIN =
  /^(?:mg|g|kg|lbs?|oz|ml|cl|l|mm|cm|m|ft|w|kw|v|mah|ah|wh|gb|tb|packed|net|total|item|product|unit|max|maximum|minimum|trail|neto|del|de|la|el|producto|bruto|gross|nominal|overall|power|rated|size|screen|pot|pack)$/;

/** Whether an attribute is of a property and of nothing else beside: `fill weight` is not what a jacket weighs. */
export function isPlainly(attribute: string, { names }: Property): boolean {
  const rest =
    fold(attribute)
      .replace(names, ' ')
      .match(/\p{L}+/gu) ?? [];
  return rest.every((word) => PLAIN.test(word));
}
