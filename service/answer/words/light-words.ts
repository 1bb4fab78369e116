import { fold, stem } from '../../../ingest/analysis/stem.ts';
import { baseVerb } from '../../../ingest/lexicon/irregular-verbs.ts';
import { spanishAdjectiveForms } from './spanish-noun-forms.ts';
import { spanishVerbsOf } from './spanish-verb.ts';
import { spanishVerbForms } from './spanish-verb-forms.ts';

/**
 * Everyday verbs, adjectives and adverbs: what a story is told in. Which thing a question is about, its nouns say, so that
 * an answer lacks little when it says "used" of what a shopper calls "dirty". Words that shops mean something by (return,
 * cover) are concepts of the thesaurus and count in full.
 */
const ENGLISH = `abandon accept achieve act adapt add admit adore advise afford agree aim allow annoy answer appear apply appreciate
approach argue arrange ask assume assure attach attempt attend avoid bear become beg begin behave believe belong bend bet bite
blame blow borrow bother bounce break bring bump burst bury bust buy call calm can't care carry catch cause chase check chew choose
chuck claim clear climb click close collapse combine come commit compare complain complete confirm confuse connect consider
consist contain continue convince cope copy correct count cover crawl crash create cry cut dare deal decide declare dedicate
define delay demand deny depend describe deserve detect determine develop die dig dip disappear disappoint discover discuss
dislike divide drag draw dream drift drive drop drown dry dump earn ease eat email enable encourage end enjoy enter escape
estimate exist expect experience explain explore extend face fail fall fancy feel fetch fight figure fill find finish
fit fold follow force forget forgive form fret gain gather get give go grab grow guess handle hang happen hate hear help hesitate
hide hit hold honor hope hurt identify ignore imagine improve include increase inform insist inspect intend interest invite involve
join joke judge jump keep kick kill knock know lack land last laugh lay lead leak lean learn leave lend let lie lift like link listen
live load look loosen lose love lower maintain make manage mark marry matter mean meet mention mess mind miss mix move name
need neglect notice obtain occur offer open operate own panic pass pick place plan play point pop possess pour prefer
prepare press pretend prevent proceed process produce promise prove provide pull push put qualify quit rain raise reach react read
realize reckon recognize recommend reduce refer reflect refuse regret reject relax release rely remain remember remind remove repeat
replace require rest retain reveal rip rise risk roll rub ruin run rush satisfy save say scare scratch search see seem select send
separate serve set settle shake share shift shine shop show shut sit skip slide slip smell smile snap solve sort sound speak
spend spill spin split spoil spot spread stand stare start state stay steal stick stink stop stretch strike struggle stuff
succeed suck suffer suggest suit suppose surprise survive suspect swear swim switch take talk taste teach tear tell tend
test thank think threaten throw tidy tie touch travel treat trust try turn twist type understand upgrade upset urge use
vary visit vote wait walk wander want warn waste watch wear win wipe wish wonder work worry rid write yell
able actual additional alone alright amazing angry annoyed anxious automatic available awful awkward bad basic beautiful big bit
blank brand brief bright broad busy capable careful certain cheap chief clean clear clever close common complete confused
considerable constant convenient cool correct crazy current cute daily dear decent deep definite delicate delighted desperate different
difficult direct dirty disappointed due dull dumb eager early easy empty enormous entire equal exact excellent excited expensive extra
extreme fair familiar fancy fantastic fast favorite final fine firm flat fond foolish frequent fresh friendly frustrated full
fun funny further general gentle genuine glad good gorgeous great guilty happy hard harsh heavy helpful high honest horrible huge
hungry hurt ideal immediate important impossible incredible individual initial innocent kind large late lazy legal less light likely little
local lonely long loose lost lot loud lovely low lucky mad main major maximum mean mere messy mild minor modern narrow nasty
natural near neat necessary negative nervous new next nice normal obvious odd ok old only ordinary original other overall
own particular past patient perfect personal plain pleasant plenty poor popular positive possible potential powerful practical precise
present pretty previous prior probable proper proud public pure quick quiet rapid rare raw ready real reasonable recent regular relevant
reliable rich ridiculous right rough rude sad safe scared secure sensible separate serious severe sharp short shy sick significant silly
similar simple single slight slow small smart smooth soft solid sorry special specific stiff strange strict strong stuck stupid
substantial successful sudden sufficient suitable super sure surprised sweet tall terrible thick thin tight tiny tired top total tough
true typical ugly unable unhappy unlikely unusual urgent used useful useless usual valuable various vast weak weird well wet wide
wild wise wonderful worried worth worse worst wrong young
almost already altogether anymore anyway anywhere apparently around away badly barely basically exactly finally forever fully generally
hardly hopefully immediately instead largely lately later literally maybe mostly nearly never normally often perhaps possibly
probably properly quickly quite rather recently seriously simply slightly somehow sometimes somewhat soon straight suddenly
mid together totally tomorrow tonight truly twice usually yesterday absolutely actually honestly definitely currently accidentally
thing things stuff way ways guy guys folks friend husband wife mom mum dad brother sister aunt uncle son daughter kid people person family
time times day moment while couple bunch idea question issue problem trouble reason case fact situation deal luck
`;

const SPANISH = `aburrir acabar aceptar acercar acertar aclarar acompanar aconsejar acordar actuar admitir afectar agradecer ahorrar alegrar
alcanzar amar andar anotar apagar aparecer aprender aprovechar apuntar arrancar arreglarse arrepentir asegurar asistir
asustar atender aumentar averiguar avisar ayudar bajar bastar beber buscar caber caer calcular callar caminar cansar cargar casar
causar cerrar coger comenzar comer comprobar comprender conducir confirmar confundir conocer conseguir considerar consistir
construir contar contener contestar continuar convencer convenir convertir correr cortar costar crear crecer creer cuidar culpar cumplir
curar dar decidir decir dedicar dejar demostrar depender desaparecer descansar descubrir desear despedir despertar detener dirigir
disculpar disfrutar distinguir divertir doler dormir dudar durar echar ejercer elegir empezar emplear encantar encender encontrar
enfadar ensenar entender enterar entrar equivocar escapar escoger esconder escribir escuchar esperar estudiar evitar existir explicar
faltar fijar firmar formar funcionar ganar gastar girar gritar guardar gustar haber hablar hacer hallar huir imaginar impedir
importar incluir indicar informar intentar interesar invitar ir jugar juntar jurar lanzar leer levantar limitar llamar llegar llenar
llevar llorar llover lograr luchar mantener marchar matar mejorar mentir merecer meter mirar molestar morir mostrar mover
mudar nacer necesitar negar notar obligar obtener ocupar ocurrir odiar ofrecer oir olvidar ordenar organizar parar parecer partir pasar
pasear pedir pegar pelear pensar perder perdonar permitir pertenecer pisar plantear poder poner preferir preguntar preocupar
preparar presentar prestar producir prohibir prometer proponer proteger provocar quedar quejar querer quitar realizar recibir
reconocer recordar reducir referir regresar reir repetir representar resolver responder resultar reunir robar romper saber
sacar salir saltar salvar sentar sentir senalar separar servir significar soler sonar sonreir soportar sorprender subir suceder sufrir
suponer surgir temer terminar tirar tocar tomar trabajar traer tratar usar utilizar valer venir ver vestir viajar visitar vivir volar
volver cobrar cobrais aceptais usais traeis dejais subirme mandais
antiguo viejo nuevo bueno malo grande pequeno alto bajo largo corto facil dificil posible imposible mejor peor mayor menor mismo
igual distinto diferente propio unico solo cierto claro seguro listo lleno vacio limpio sucio feo bonito guapo lindo rapido lento
temprano tarde pronto luego despues antes ahora hoy ayer manana siempre nunca jamas todavia casi apenas quizas tal demasiado
bastante incluso tambien tampoco aqui alli cerca lejos dentro fuera arriba abajo encima debajo delante detras
cosa cosas tema asunto caso modo manera forma tipo vez rato momento dia tiempo gente persona amigo amiga marido mujer madre padre hermano hermana
hijo hija abuela abuelo tio tia problema duda pregunta idea razon motivo suerte verdad
alguien nadie algo ahi aca alla monton mogollon ups uy uf ay jo jolin oye oiga vaya venga hola holi buenas porfa porfis gracias saludos pues puesto puestas puesta puestos ojala finde rollo lio
primero segundo tercero
hecho dicho puesto visto escrito dado vuelto resuelto muerto dije dijo dijeron puse puso pusieron traigo traje trajo trajeron
vino vinieron tuve tuvo tuvieron estuvo pudo pudieron supe supo hice hicieron hago hagais haga hagan veo ves ve vemos veis ven
doy das dais deis den oigo oye vaya vayas pongais podais querais vender comprar pillar flipar poner porfa porfi majo nadie
tener deber tardar demorar rellenar ingresar regalar devolverse
checar checo manejar urgir recomendar seguir oir aguantar agarrar jalar batallar marcar chico lindo adelante atras vi vio vieron vimos ubicar`;

/** Things that have the form of an everyday verb: an account is not told. */
const SPANISH_NOUNS = `cuenta cuentas prueba pruebas suelo suelos muestra muestras comida comidas bebida bebidas cargo cargos corte
cortes costa costas copia firma`;

/** What a light word is worth of one that names a thing. */
const LIGHT = 0.4;

/** Verbs whose forms no rule makes of them. */
const LIGHT_VERBS: ReadonlySet<string> = new Set(
  'andar caber conducir dar decir estar haber hacer ir oir poder poner querer saber salir ser tener traer valer venir ver'.split(
    ' ',
  ),
);
/** … and that are too short to be told by their stems. */
const SHORT_FORMS = `voy vas va vamos vais van fui fuiste fue fuimos fueron iba ibas iban ire iras ira iremos iran iria irian vaya vayas vayan
yendo ido di diste dio dimos dieron doy das da damos dan dado dada daba daban veo ves ve vemos ven vi viste vio vimos vieron visto vista`;

let english: ReadonlySet<string> | undefined;
let spanish: ReadonlySet<string> | undefined;

/** 0.4 for an everyday verb, adjective or adverb, 1 for a word that may name the thing that is asked about. Pure. */
export function wordLightness(word: string, locale: string): number {
  if (locale.startsWith('es')) {
    spanish ??= spanishForms();
    return spanish.has(fold(word)) || spanishVerbsOf(word).some((verb) => LIGHT_VERBS.has(verb)) ? LIGHT : 1;
  }
  english ??= stems(ENGLISH, 'en');
  const folded = fold(word);
  const isLight =
    english.has(stem(baseVerb(folded) ?? folded, 'en')) ||
    plainForms(folded).some((plain) => english?.has(plain));
  return isLight ? LIGHT : 1;
}

/** "Cheapest" is of "cheap", "biggest" of "big", "easiest" of "easy"; of two things one is "bigger" or "cheaper". */
const COMPARED =
  /^(?:bigg|small|larg|cheap|long|short|fast|slow|quick|high|low|old|new|eas|hard|wid|tall|heav|strong|thick|thin|earl|lat)(?:i?er)$|^\p{L}{3,}est$/u;

/** Stems of what a compared form may be of. */
function plainForms(word: string): string[] {
  if (!COMPARED.test(word)) return [];
  const root = word.replace(/e(?:r|st)$/, '');
  return [root, root.replace(/(\p{L})\1$/u, '$1'), root.replace(/i$/, 'y'), `${root}e`].map((one) =>
    stem(one, 'en'),
  );
}

/** Forms as written, not stems: Snowball brings "Madrid" and "madre", "sábado" and "saber" to one. */
function spanishForms(): ReadonlySet<string> {
  const forms = new Set(
    list(SPANISH).flatMap((word) => [...spanishVerbForms(word), ...spanishAdjectiveForms(word)]),
  );
  for (const word of list(SHORT_FORMS)) forms.add(word);
  for (const word of list(SPANISH_NOUNS)) forms.delete(word);
  return forms;
}

function stems(words: string, language: string): ReadonlySet<string> {
  return new Set(list(words).map((word) => stem(word, language)));
}

function list(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}
