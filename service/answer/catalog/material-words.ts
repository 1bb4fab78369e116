import { fold } from '../../../ingest/analysis/stem.ts';

/** Materials, English and Spanish: words for one material a line, folded, the singular; a wider one names its kinds after `>`. */
const LINES = `
leather | cuero piel
suede | ante serraje
wool > merino lambswool cashmere | lana
merino |
lambswool |
shearling | borreguito
cashmere | cachemira
cotton | algodon
linen | lino
silk | seda
denim | vaquero mezclilla tejano
polyester | poliester
nylon | nailon nilon
elastane spandex lycra | elastano licra
viscose rayon | viscosa rayon
acrylic | acrilico
fleece | polar
felt | fieltro
velvet | terciopelo
corduroy | pana
satin | saten raso
lace | encaje
mesh | malla rejilla
canvas | lona
fur | pelo
latex | latex
rubber | caucho goma
silicone | silicona
plastic | plastico
polycarbonate | policarbonato
polypropylene | polipropileno
wood > oak walnut beech pine teak birch bamboo ash mahogany acacia | madera
oak | roble
walnut | nogal
beech | haya
pine | pino
teak | teca
birch | abedul
mahogany | caoba
acacia | acacia
bamboo | bambu
cork | corcho
rattan | ratan
wicker | mimbre
paper | papel
cardboard | carton
metal > steel aluminum brass iron copper titanium | metal metalico
steel | acero
aluminum aluminium | aluminio
titanium | titanio
iron | hierro
brass | laton
copper | cobre
bronze | bronce
silver | plata
gold | oro
platinum | platino
glass | vidrio cristal
ceramic | ceramica
porcelain | porcelana
stoneware | gres
marble | marmol
stone | piedra
concrete | hormigon
carbon | carbono
fiberglass fibreglass | fibra_de_vidrio
foam | espuma
gel | gel
wax | cera
neoprene | neopreno
microfiber microfibre | microfibra
`;

interface Material {
  /** All its words and, of a wider one, those of its kinds. */
  words: ReadonlySet<string>;
}

const BY_WORD = readLines();

function readLines(): Map<string, Material> {
  const rows = LINES.trim()
    .split('\n')
    .map((line) => {
      const [own = '', foreign = ''] = line.split('|');
      const [names = '', kinds = ''] = own.split('>');
      return { names: words(`${names} ${foreign}`), kinds: words(kinds) };
    });
  const byWord = new Map<string, Material>();
  for (const { names, kinds } of rows) {
    const within = rows.filter((row) => kinds.some((kind) => row.names.includes(kind)));
    const all = new Set([...names, ...kinds, ...within.flatMap((row) => row.names)]);
    for (const name of names) byWord.set(name, { words: all });
  }
  return byWord;
}

function words(text: string): string[] {
  return fold(text).trim().split(/\s+/).filter(Boolean);
}

/** @returns all words of the material that a folded word names, kinds of it included (`lana`: wool, merino…); else none. */
export function sameMaterial(word: string): ReadonlySet<string> {
  const found = BY_WORD.get(word) ?? BY_WORD.get(word.replace(/(?:es|s)$/, ''));
  return found?.words ?? NONE;
}

/** Whether a folded word is the name of a material, in either language. */
export function isMaterial(word: string): boolean {
  return BY_WORD.has(word);
}

const NONE: ReadonlySet<string> = new Set();
