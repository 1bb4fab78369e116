import { lexemes } from '../../../ingest/analysis/analyze.ts';

/**
 * Why people want a thing, and how things are described that are made for it, one need a line: words of the wish in English
 * `|` in Spanish `=` words of the description in English `|` in Spanish. Only what follows from the world, and not from a
 * shop: who goes into the rain wants what is waterproof.
 */
const LINES = `
water rain rainy wet dry damp splash swim swimming snorkel snorkelling diving puddle storm downpour | agua lluvia lluvioso llueve mojar mojado seco nadar bucear snorkel charco tormenta = waterproof water-resistant water-repellent weatherproof rainproof weather-sealed sealed submersible gore-tex | impermeable hidrófugo sumergible sellado
cold winter chilly freezing frost snow | frío invierno helada congelar nieve = warm insulated thermal fleece winter | térmico abrigado aislante forrado invierno
heat summer sweat sweaty humid | calor verano sudar sudor bochorno = breathable ventilated mesh cooling vented summer | transpirable ventilado malla verano
dark night nighttime dusk | oscuro oscuridad noche = night nighttime lumens low-light high-speed glow reflective | nocturno nocturna noche reflectante
theft thief thieves steal stolen nick | robar robo ladrón ladrones hurto = lock anti-theft security alarm tracker | antirrobo candado alarma seguridad rastreador
noise noisy neighbours neighbors | ruido ruidoso vecinos = quiet silent noise-cancelling noiseless | silencioso silenciosa
slip slippery | resbalar resbaladizo = non-slip grip anti-slip | antideslizante antiderrapante
drop dropped knock | golpe golpes caída = shockproof rugged protective padded | antigolpes acolchado
sun sunburn sunny | sol quemadura = spf sunscreen uv | solar uv
mosquito mosquitoes midges bugs | mosquito mosquitos bichos = repellent | repelente mosquitera
wife girlfriend mum mom | esposa novia mamá = women womens ladies | mujer dama
husband boyfriend dad | marido esposo novio papá = men mens | hombre caballero
`;

/** Parts of the body, and what is worn on them or made for them: of "something for cold feet" nothing else tells the kind. */
const WORN = `
foot feet toes ankles | pie pies dedos tobillos = boots shoes socks gaiters sandals slippers insoles foot | botas zapatos calcetines polainas sandalias zapatillas plantillas pies
hands fingers | manos dedos = gloves mittens hand gauntlets | guantes manoplas manos
head ears | cabeza orejas = hat beanie cap helmet earmuffs headband hood | gorro gorra casco orejeras sombrero
neck | cuello = scarf neckwarmer buff snood | bufanda braga pañuelo
eyes | ojos = sunglasses goggles glasses eye | gafas lentes ojos
legs | piernas = trousers pants leggings tights | pantalón mallas leotardos
`;

type Need = readonly string[];
let needs: ReadonlyMap<string, Need> | undefined;
let worn: ReadonlyMap<string, Need> | undefined;

/** Of a compound the whole: `gore-tex` is `goretex`. */
function wordsOf(half: string | undefined, locale: 'en' | 'es'): string[] {
  return (half ?? '')
    .trim()
    .split(/\s+/)
    .flatMap((word) => lexemes(word, locale).slice(0, 1));
}

function readNeeds(lines: string): ReadonlyMap<string, Need> {
  const found = new Map<string, Need>();
  for (const line of lines.trim().split('\n')) {
    const [said = '', met = ''] = line.split('=');
    const [english, spanish] = said.split('|');
    const [inEnglish, inSpanish] = met.split('|');
    const need = [...new Set([...wordsOf(inEnglish, 'en'), ...wordsOf(inSpanish, 'es')])];
    // What meets a need tells of it as well: "waterproof" where the catalog says "water-resistant".
    for (const lexeme of [...need, ...wordsOf(english, 'en'), ...wordsOf(spanish, 'es')])
      if (!found.has(lexeme)) found.set(lexeme, need);
  }
  return found;
}

/** Lexemes of descriptions that meet what a word of a wish tells of ("rain": waterproof, sealed…); none for any other word. */
export function meetsNeed(lexeme: string): readonly string[] {
  needs ??= readNeeds(LINES);
  return needs.get(lexeme) ?? NONE;
}

/** Lexemes of what is worn on a part of the body, or made for it ("feet": boots, socks…); none for any other word. */
export function wornOn(lexeme: string): readonly string[] {
  worn ??= readNeeds(WORN);
  return worn.get(lexeme) ?? NONE;
}

const NONE: readonly string[] = [];
