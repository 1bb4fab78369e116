/** Words for one color a line, folded: English `|` Spanish, the plainest first. */
const LINES = `
black | negro negra negros negras
white | blanco blanca blancos blancas
red | rojo roja rojos rojas
blue | azul azules
green | verde verdes
yellow | amarillo amarilla amarillos amarillas
orange | naranja naranjas anaranjado anaranjada
purple violet | morado morada morados moradas purpura violeta lila
pink | rosa rosas rosado rosada
brown | marron marrones cafe castano
gray grey | gris grises
beige | beis beige
navy | marino
gold golden | dorado dorada dorados doradas
silver | plateado plateada plateados plateadas
turquoise | turquesa
cream | crema
burgundy maroon | burdeos granate
ivory | marfil
khaki | caqui
`;

interface Color {
  words: string[];
  /** The plainest word in each language. */
  en: string;
  es: string;
}

const BY_WORD = new Map<string, Color>();
for (const line of LINES.trim().split('\n')) {
  const [en = [], es = []] = line.split('|').map((half) => half.trim().split(/\s+/));
  const color = { words: [...new Set([...en, ...es])], en: en[0] ?? '', es: es[0] ?? '' };
  for (const word of color.words) BY_WORD.set(word, color);
}

/** @returns other words for the same color: Spanish for English, `grey` for `gray`. */
export function sameColor(word: string): string[] {
  return BY_WORD.get(word)?.words.filter((other) => other !== word) ?? [];
}

/** Words of colors that as often name a fruit, a flower or a drink. */
const AMBIGUOUS = new Set([
  'orange',
  'naranja',
  'naranjas',
  'rosa',
  'rosas',
  'cafe',
  'castano',
  'crema',
  'cream',
  'gold',
  'silver',
  'marino',
  'violet',
  'lila',
]);

/** The plainest word for a color in a language; null for a word that names none for sure. */
export function colorName(word: string, locale: string): string | null {
  const color = AMBIGUOUS.has(word) ? undefined : BY_WORD.get(word);
  return color === undefined ? null : locale.startsWith('es') ? color.es : color.en;
}
