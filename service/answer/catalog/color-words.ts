const COLORS: [string, string[]][] = [
  ['black', ['negro', 'negra', 'negros', 'negras']],
  ['white', ['blanco', 'blanca', 'blancos', 'blancas']],
  ['red', ['rojo', 'roja', 'rojos', 'rojas']],
  ['blue', ['azul', 'azules']],
  ['green', ['verde', 'verdes']],
  ['yellow', ['amarillo', 'amarilla', 'amarillos', 'amarillas']],
  ['orange', ['naranja', 'naranjas']],
  ['purple', ['morado', 'morada', 'morados', 'moradas', 'purpura', 'violeta']],
  ['pink', ['rosa', 'rosas', 'rosado', 'rosada']],
  ['brown', ['marron', 'marrones', 'cafe', 'castano']],
  ['gray', ['grey', 'gris', 'grises']],
  ['grey', ['gray', 'gris', 'grises']],
];

const BY_WORD = new Map<string, string[]>();
for (const [color, words] of COLORS) {
  for (const word of words) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), color]);
  BY_WORD.set(color, [...(BY_WORD.get(color) ?? []), ...words]);
}

/** @returns other words for the same color: Spanish for English, `grey` for `gray`. */
export function sameColor(word: string): string[] {
  return BY_WORD.get(word) ?? [];
}
