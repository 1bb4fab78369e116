import { analyze, lexemes } from '../../../ingest/analysis/analyze.ts';

/** Kinds of things that shops sell, one a line: names in English `|` in Spanish, phrases with `_`. */
const LINES = `
jacket coat anorak | chaqueta cazadora abrigo chamarra campera
shirt | camisa
t-shirt tee tshirt | camiseta playera remera polera
sweater jumper pullover | jersey sueter chompa
sweatshirt hoodie | sudadera
trousers pants slacks | pantalon
jeans | vaqueros tejanos pantalon_de_mezclilla
skirt | falda pollera
dress | vestido
sock | calcetin calceta
glove mitten | guante manopla
hat cap beanie | gorro gorra sombrero cachucha
scarf scarves | bufanda
belt | cinturon cinto
shoe | zapato
sneaker trainer | zapatilla deportivas tenis
boot | bota
sandal | sandalia
backpack rucksack | mochila
bag handbag purse | bolso bolsa
suitcase luggage | maleta equipaje valija
wallet | cartera billetera monedero
tent | tienda_de_campana carpa casa_de_campana
sleeping_bag | saco_de_dormir bolsa_de_dormir
sleeping_pad sleeping_mat | esterilla colchoneta
headlamp headtorch | frontal linterna_frontal lampara_frontal lampara_de_cabeza
flashlight torch | linterna
trekking_pole walking_pole | baston_de_trekking baston
stove | hornillo cocina
bottle flask | botella cantimplora
mug cup | taza
glass tumbler | vaso
plate dish | plato
knife knives | cuchillo
pan frying_pan fry_pan frypan skillet | sarten
pot saucepan | olla cazuela cazo
kettle | hervidor tetera
coffee | cafe
tea | te
grinder mill | molinillo molino
coffee_maker coffee_machine | cafetera
espresso_machine | cafetera_espresso maquina_espresso
french_press cafetiere | prensa_francesa
filter | filtro
blender | batidora licuadora
toaster | tostadora
fridge refrigerator | frigorifico nevera heladera refrigerador
freezer | congelador
washing_machine washer | lavadora
dryer tumble_dryer | secadora
dishwasher | lavavajillas
oven | horno
microwave | microondas horno_de_microondas
hob cooktop | placa vitroceramica encimera
air_fryer fryer | freidora
vacuum_cleaner vacuum hoover | aspirador aspiradora
air_conditioner air_conditioning | aire_acondicionado
fan | ventilador
heater | calefactor estufa
television tv telly | televisor television tele
monitor | monitor
laptop notebook | portatil ordenador_portatil laptop
computer | ordenador computadora
tablet | tableta tablet
phone mobile smartphone cellphone mobile_phone cell_phone | movil telefono celular smartphone
headphone earphone earbud headset | auricular audifono cascos
speaker | altavoz bocina parlante
soundbar sound_bar | barra_de_sonido
camera | camara
lens lenses | objetivo lente
charger | cargador
printer | impresora
keyboard | teclado
watch | reloj
sofa couch settee | sofa
armchair | sillon butaca
chair | silla
table | mesa
desk | escritorio
bed | cama
mattress | colchon
pillow | almohada
blanket throw | manta cobija frazada
sheet bedding bed_linen | sabana ropa_de_cama
towel | toalla
rug carpet | alfombra
curtain | cortina
lamp light | lampara
light_bulb bulb | bombilla foco
shelf shelves bookcase | estanteria estante
wardrobe closet | armario
mirror | espejo
drill | taladro
hammer | martillo
screwdriver | destornillador
saw | sierra
tool | herramienta
hedge_trimmer | cortasetos
lawn_mower mower | cortacesped
compost soil | compost sustrato tierra
plant | planta
seed | semilla
book | libro
toy | juguete
game | juego
puzzle jigsaw | puzle rompecabezas
doll | muneca
bicycle bike | bicicleta bici
helmet | casco
ball | pelota balon
milk | leche
bread | pan
cheese | queso
wine | vino
oil | aceite
cream | crema
shampoo | champu
soap | jabon
perfume fragrance | perfume colonia
ring | anillo sortija
necklace | collar
earring | pendiente arete
bracelet | pulsera
piano | piano
keyboard synthesizer | teclado sintetizador
guitar | guitarra
ukulele uke | ukelele
amp amplifier | amplificador ampli
drum drum_kit | bateria tambor
violin fiddle | violin
flute recorder | flauta flauta_dulce
saxophone sax | saxofon saxo
trumpet | trompeta
harmonica mouth_organ | armonica
tuner | afinador
string | cuerda
microphone mic | microfono
pruner secateurs pruning_shears | tijeras_de_podar podadora
spade shovel | pala
rake | rastrillo
hose | manguera
watering_can | regadera
flowerpot planter plant_pot | maceta macetero
fertilizer fertiliser plant_food | abono fertilizante
cake | tarta pastel bizcocho
cookie biscuit | galleta
pastry | bolleria pasta
chocolate | chocolate
honey | miel
jam | mermelada
beer | cerveza
rice | arroz
sweets candy | caramelo golosina chuche
leash lead | correa
litter | arena
stroller pushchair pram buggy | carrito cochecito carriola
car_seat | silla_de_coche sillita_de_coche silla_para_auto autoasiento
diaper nappy | panal
crib cot | cuna
e-bike ebike e-bikes ebikes electric_bike | bicicleta_electrica bici_electrica
tire tyre | neumatico cubierta llanta
bike_lock lock | candado antirrobo
bicycle_pump bike_pump | bomba inflador
saddle | sillin
pen | boligrafo
pencil | lapiz
notebook | cuaderno libreta
candle | vela
vase | jarron florero
cushion | cojin
duvet comforter quilt | edredon funda_nordica
frame | marco
clock | reloj
umbrella | paraguas sombrilla
sunglasses | gafas_de_sol lentes_de_sol
swimsuit bathing_suit | banador traje_de_bano
slipper | zapatilla_de_casa pantufla
lipstick | pintalabios labial
sunscreen sunblock | protector_solar crema_solar
moisturizer moisturiser | hidratante crema_hidratante
toothbrush | cepillo_de_dientes
screw | tornillo
paint | pintura
ladder | escalera
wheel | rueda
dog | perro
cat | gato
child children kid | nino infantil
`;

interface Kind {
  /** Names as lexemes of the language of each, joined by spaces. */
  names: string[];
}

type Language = 'en' | 'es';
let byFirst: Map<string, { words: string[]; kind: Kind }[]> | undefined;

function readKinds(): Map<string, { words: string[]; kind: Kind }[]> {
  const found = new Map<string, { words: string[]; kind: Kind }[]>();
  for (const line of LINES.trim().split('\n')) {
    const names = line.split('|').flatMap((half, index) =>
      half
        .trim()
        .split(/\s+/)
        .map((name) => allLexemes(name.replaceAll('_', ' '), index === 0 ? 'en' : 'es')),
    );
    const kind: Kind = { names: names.map((words) => words.join(' ')) };
    for (const words of names) {
      const [first = ''] = words;
      found.set(first, [...(found.get(first) ?? []), { words, kind }]);
    }
  }
  return found;
}

/** A hyphen makes a word of three lexemes, of which the whole comes first: `t-shirt` is `tshirt`. */
function allLexemes(name: string, language: Language): string[] {
  return name.includes('-')
    ? lexemes(name, language).slice(0, 1)
    : analyze(name, language).map(({ lexeme }) => lexeme);
}

/**
 * The kind of thing that a run of a question's lexemes names, the longest name first.
 * @param read lexemes of the question, function words included ("tienda de campaña").
 * @returns every name of that kind as lexemes, in both languages, and how many lexemes it took; null for none.
 */
export function kindAt(
  read: readonly string[],
  at: number,
): { names: readonly string[]; length: number } | null {
  byFirst ??= readKinds();
  let best: { names: readonly string[]; length: number } | null = null;
  for (const { words, kind } of byFirst.get(read[at] ?? '') ?? []) {
    if (!words.every((word, offset) => read[at + offset] === word)) continue;
    if (best === null || words.length > best.length) best = { names: kind.names, length: words.length };
  }
  return best;
}
