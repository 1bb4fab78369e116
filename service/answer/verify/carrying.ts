import { stem } from '../../../ingest/analysis/stem.ts';

/**
 * Words that carry a claim without being one: they join, point, soften or say that something is so. They are of closed classes
 * and light verbs; none names a thing, an amount, a time, a way or has a rival that shops offer instead. Folded.
 */
const ENGLISH = new Set(
  `although though whereas whilst whichever whoever whatever wherever meanwhile otherwise therefore thus hence furthermore moreover
nonetheless nevertheless instead besides likewise accordingly overall indeed anyway afterwards afterward thereafter onwards onward
itself himself herself themselves yourself yourselves myself ourselves someone somebody anyone anybody something anything
typically usually normally generally commonly ordinarily essentially basically roughly conveniently easily
do does did done doing run runs running ran occur occurs occurred live lives living reside resides
become becoming appear appears appeared seem seems relate relates related concern concerns concerned involve involves involved
regard regards represent represents amount amounts equal equals correspond corresponds corresponding
intend intended intends wish wishes wished hope hopes plan plans planning prefer prefers opt opts
let lets letting simply gladly kindly respective relevant applicable appropriate`.split(/\s+/),
);

/** Of Spanish verbs, the stems: a verb has many forms. */
const SPANISH = new Set(
  `aunque mientras asimismo tambien igualmente entonces pues tampoco incluso siquiera cualquiera quienquiera cuandoquiera
normalmente habitualmente generalmente usualmente habitual habituales usual usuales basicamente facilmente
mismo misma mismos mismas alguien algo quien quienes cuyo cuya cuyos cuyas
apartado seccion respectivo respectiva pertinente oportuno oportuna
haya hayas hayan hayamos hubiera hubieran habra habran hay hecho hecha
salga salgan salgas sale salen llegue llegues lleguen llegado llegada
conviene convendria convenga corresponde corresponden pueda puedan puedas
quiere quieres quieren quieras desea deseas desean vives viven vivas sea sean fuera seria`.split(/\s+/),
);
const SPANISH_VERBS = new Set(
  `llegar recibir meter introducir comunicar corresponder convenir suceder ocurrir resultar desear querer residir vivir proceder
implicar constituir representar equivaler efectuar alcanzar adjuntar referir relacionar`
    .split(/\s+/)
    .map((word) => stem(word, 'es')),
);
/** What a Spanish verb takes behind it. */
const ENCLITIC = /(?<=[aei]r|ndo)(?:(?:me|te|se|nos)?l[aeo]s?|me|te|se|nos|os)$/;

/** Whether a folded word only carries what a sentence claims. */
export function isCarrying(word: string, locale: string): boolean {
  if (!locale.startsWith('es')) return ENGLISH.has(word);
  return (
    SPANISH.has(word) ||
    SPANISH_VERBS.has(stem(word, 'es')) ||
    (ENCLITIC.test(word) && SPANISH_VERBS.has(stem(word.replace(ENCLITIC, ''), 'es')))
  );
}
