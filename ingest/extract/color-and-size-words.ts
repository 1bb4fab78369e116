const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that name a color or a metal or wood finish, folded: English and Spanish, in both genders and numbers where they have them. */
const COLORS = set(`
  black white red blue green yellow orange purple pink brown gray grey beige navy teal turquoise aqua cyan magenta
  maroon burgundy crimson scarlet coral salmon rust gold golden silver bronze copper brass ivory cream ecru taupe tan
  khaki olive sage mint lime emerald forest indigo violet lilac lavender mauve plum charcoal slate graphite anthracite
  camel mustard ochre terracotta sand nude fuchsia denim walnut oak multicolor multicolour clear transparent
  negro negra negros negras blanco blanca blancos blancas rojo roja rojos rojas azul azules verde verdes amarillo
  amarilla naranja morado morada rosa rosado rosada marron gris grises celeste turquesa granate burdeos dorado dorada
  plateado plateada plata oro bronce cobre marfil crema crudo caqui oliva menta violeta lila lavanda mostaza ocre
  arena terracota fucsia antracita carbon transparente`);

const LETTERS = String.raw`(?:(?:\d{1,2}|x{0,4})-?x?[sl]|m)`;
const UNIT = `(?:eu|us|uk|cm|mm|m|in|inch|inches|"|ft|l|ml|cl|g|kg|oz|lb|lit(?:er|re)s?|litros?|persons?|people|personas?)`;
const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;

const SIZE = new RegExp(
  `^(?:${[
    `${LETTERS}(?:[/-]${LETTERS})?`,
    'one[ -]?size|o/?s|(?:talla )?unica',
    '(?:(?:x|extra)[ -])?(?:small|large)|medium|pequen[oa]|median[oa]|grande',
    String.raw`\d+-\d+ ?(?:m|y|months|years|meses|anos)`,
    String.raw`(?:eu|us|uk|fr|it|w|size|talla|n[o.]?) ?${NUMBER}(?: ?l ?\d{2})?`,
    `${NUMBER} ?${UNIT}?`,
    `${NUMBER}(?: ?[x×] ?${NUMBER}){1,2}(?: ?${UNIT})?`,
  ].join('|')})$`,
);

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Whether a value is how sizes are written: `M`, `XXL`, `EU 42`, `7.5`, `30 L`, `60 x 40 cm`, `One size`, `Talla 42`. */
export function isSize(value: string): boolean {
  return SIZE.test(fold(value));
}

/** Whether a value has a word for a color: `Red`, `Forest Green`, `Azul marino`. */
export function isColor(value: string): boolean {
  return (
    fold(value)
      .match(/\p{L}+/gu)
      ?.some((word) => COLORS.has(word)) ?? false
  );
}
