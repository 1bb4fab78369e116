import { fold } from '../../../ingest/analysis/stem.ts';
import { readClaims } from './claims.ts';
import { type GroundText, readWords } from './coverage.ts';
import { statementsOfClauses, wordsOf } from './statements.ts';

/** What a quote says of what it does not promise, and what a sentence must have to say no more. Folded. */
const HEDGES: { hedge: RegExp; kept: RegExp }[] = [
  {
    // Attempts, and what may turn out otherwise.
    hedge:
      /\b(?:(?:will|can|to|always|we) (?:try|attempt|aim|endeavou?r)(?: our best)? to|do our best to|(?:may|might) be able to|intentamos|intentaremos|(?:podemos|podriamos|puede que|vamos a) intentar|trata(?:mos|remos) de|procura(?:mos|remos))\b/g,
    kept: /\b(?:try|tries|trying|attempt\w*|aim\w*|endeavou?r|best|(?<!\d\s)may(?!\s\d)|might|possibl[ey]|perhaps|maybe|intent\w+|tratamos|trataremos|procur\w+|podria\w*|quizas?|tal vez|puede que|si es posible|whether|if we can)\b/,
  },
  {
    hedge: /\b(?:reserves? the right to|(?:nos reservamos|se reserva) el derecho (?:a|de))\b/g,
    kept: /\b(?:(?<!\d\s)may(?!\s\d)|might|can|could|reserv\w+|right|podemos|podria\w*|puede|derecho)\b/,
  },
  {
    hedge:
      /\b(?:(?:usually|typically|generally|normally|often|mostly|sometimes|occasionally|estimated|expected|planned|anticipated|tends? to|as a rule|should(?= (?:\p{L}+ )?(?:arrive|reach|take|last|receive)\b)|most(?= (?:\p{L}+ )?\p{L}+s\b)|in (?:some|certain|most|many) (?:cases|instances)|at times)|normalmente|generalmente|habitualmente|a menudo|suelen?|solemos|por lo general|tienden? a|en principio|por norma general|previst[oa]s?|se preve|deberian?(?= \p{L}+r)|esperamos|la mayoria de|la mayor parte de|a veces|estimad[oa]s?|en (?:algunos|ciertos|determinados|la mayoria de los) casos|algunas veces)\b/gu,
    kept: /\b(?:usual\w*|typical\w*|general\w*|normal\w*|often|most|mostly|sometimes|occasional\w*|estimat\w+|some|certain|many|about|around|approximately|expect\w*|should|(?<!\d\s)may(?!\s\d)|might|can|could|possibl[ey]|likely|tend\w*|plan\w*|anticipat\w*|hope\w*|rule|tiend\w+|en principio|norma|preve\w*|deberia\w*|esper\w+|average|a menudo|habitual\w*|suelen?|solemos|soler|mayoria|mayor parte|a veces|estimad\w+|algun\w*|ciert\w+|determinad\w+|aproximad\w+|previst\w+|unos|unas|pueden?|podemos|podria\w*|quizas?|tal vez|probable\w*)\b/,
  },
  {
    // English "may" of what happens; of what a shopper may do it is leave.
    hedge:
      /\b(?:(?:may|might|could)(?= (?:also |still |sometimes |then )?(?:not |be (?:able|eligible|charged|asked|delayed|required|subject|available|possible|offered|held|given|refused|removed|different|some|an?\b)|need|notice|have\b|take|arrive|vary|differ|incur|apply|experience|call\b|cause|fade|shrink|change\b|receive|get|qualify|see\b|feel|appear|occur|include|refuse|look|lose|affect|result|show|happen|stain|deliver|contact|offer|extend|come\b|last|reach|cost|increase|add\b))|possibly|perhaps)\b|\bpueden?(?= (?:\p{L}+ )?(?:llegar|tardar|variar|retrasar|haber|producir|demorar|cambiar|sufrir|aparecer|requerir|contener|incluir|durar|costar|tener|suponer|generar|presentar|diferir|verse|encoger|destenir|perder|afectar|existir|ocasionar|provocar|causar|quedar|agotar|conllevar|necesitar|ser (?:necesari|distint|diferent|inferior|superior|mayor|menor))\p{L}*)|\b(?:podrian?|quizas?|tal vez|puede que|es posible que|en ocasiones)\b/gu,
    kept: /\b(?:(?<!\d\s)may(?!\s\d)|might|can|could|possibl[ey]|perhaps|sometimes|usually|typically|up to|as early as|maybe|able|likely|depend\w*|some|up to|risk|eligible|pueden?|puedes|podemos|podria\w*|posible\w*|quizas?|tal vez|a veces|normalmente|hasta|depende\w*|ocasiones|riesgo)\b/,
  },
];
/** What holds only if something allows it: what stands before it in its clause is what it bounds. */
const SUBJECT_TO =
  /\b(?:subject to|depending on|at our (?:sole )?discretion|(?:if|where|when|whenever|wherever) possible|(?:if|where|when) available|(?:up)?on request|by (?:prior )?arrangement|while (?:stocks?|supplies) lasts?|siempre que sea posible|(?:si|cuando) (?:es|sea) posible|(?:segun|sujet[oa]s? a|bajo|previa?) (?:la )?(?:disponibilidad|peticion|demanda|solicitud|aprobacion|consulta|stock|existencias)|sujet[oa]s? a|hasta (?:fin de|agotar) (?:las )?existencias|a discrecion|a criterio|en funcion de|optional|optionally|opcional(?:es|mente)?)\b/g;
const SUBJECT_KEPT =
  /\b(?:subject|depend\w*|discretion|possibl[ey]|availab\w+|request\w*|ask\w*|arrang\w+|stocks?|supplies|option\w*|choose|if|whether|(?<!\d\s)may(?!\s\d)|might|posibl\w+|segun|sujet\w+|disponib\w+|peticion|pid\w+|solicit\w+|demanda|aprobacion|consult\w+|existencias|discrecion|criterio|funcion|opcional\w*|opcion\w*|si|agot\w+|pueden?|puedes|can)\b/;
/** "We recommend": no duty. */
const ADVICE =
  /\b(?:recommend\w*|advis(?:e|ed|able)|suggest\w*|ideally|preferabl[ey]|we prefer|recomend\w+|aconsej\w+|conviene|preferiblemente|preferible|sugerimos|mejor si|idealmente)\b/;
const ADVISED_DUTY =
  /\b(?:must|(?:is|are) (?:required|obligatory|mandatory|compulsory)|has to|have to|needs? to|required|mandatory|deben?|debes|tienes? que|tienen que|hay que|obligatori[oa]s?|imprescindibles?|es necesari[oa]|exigimos)\b/;
/** "Helps to reduce" promises less than "reduces", "eliminates". */
const HELPS =
  /\b(?:helps?(?: to)?|designed to|contributes? to|ayudan? a|contribuyen? a|disenad[oa]s? para|pensad[oa]s? para)\s(\p{L}+)/gu;
const HELPS_KEPT =
  /\b(?:help\w*|designed|support\w*|contribut\w+|(?<!\d\s)may(?!\s\d)|can|assist\w*|ayuda\w*|contribu\w+|disena\w+|pensad\w+|pueden?|favorec\w+)\b/;
const CLAUSE_END =
  /[;:()—!?\n]|\.(?:\s|$)|,|\s(?:but|pero|although|though|aunque|if|si|unless|salvo|when|cuando|because|porque|según|segun|depending)\s/u;
const CLAUSE_START = /[;:()—!?\n]|\.\s|\s(?:but|and|pero|y)\s/u;
/** Of the words after a hedge so many must be said to speak of it. */
const LEAST_SAID = 0.5;

/** "Some colors", "selected rugs": which ones is not said, but not all. */
const PARTIAL =
  /\b(?:some|certain|selected|select|participating|eligible|alg(?:un[oa]s)|ciert[oa]s|determinad[oa]s)\s(?:\p{L}+\s)?(\p{L}+(?:s|es))\b(?! of\b)|\b(\p{L}+s)\s(?:seleccionad|determinad|participant)[oaes]+s\b/gu;
const PARTIAL_KEPT =
  /\b(?:some|certain|selected|select|participating|eligible|a (?:few|selection|range)|many|several|not all|(?<!\d\s)may(?!\s\d)|might|can|could|depend\w*|which|algun\w*|ciert\w*|seleccionad\w*|determinad\w*|participantes|pueden?|podria\w*|seleccion|no tod[oa]s|varios|varias|cuales|que \p{L}+)\b/u;

/**
 * Whether a sentence promises what its quotes leave open: an attempt ("we will try to"), what is usual or may be, what holds of some.
 * @returns why, or null. Pure.
 */
export function findDroppedHedge(sentence: GroundText, grounds: GroundText[]): string | null {
  const said = fold(sentence.text);
  const own = readWords([sentence]);
  const claims = new Set(readClaims(sentence.text, sentence.locale).map(({ key }) => key));
  for (const statement of statementsOfClauses(sentence, grounds)) {
    const text = fold(statement.text);
    if (text.length !== statement.text.length) continue;
    for (const { hedge, kept } of HEDGES) {
      if (kept.test(said)) continue;
      for (const match of text.matchAll(hedge)) {
        const from = match.index + match[0].length;
        const rest = statement.text.slice(from);
        const scope = rest.slice(0, CLAUSE_END.exec(rest)?.index ?? rest.length);
        const reached = wordsOf(statement, scope);
        const values = readClaims(scope, statement.locale).map(({ key }) => key);
        // "We may be able to, if …": of all that is said.
        const words = reached.length + values.length > 0 ? reached : statement.words;
        const known =
          words.filter((word) => own.has(word)).length + values.filter((key) => claims.has(key)).length;
        if (known === 0 || known < LEAST_SAID * (words.length + values.length)) continue;
        return 'it promises what the quote leaves open';
      }
    }
    if (!SUBJECT_KEPT.test(said)) {
      for (const match of text.matchAll(SUBJECT_TO)) {
        const clause = statement.text.slice(0, match.index).split(CLAUSE_START).at(-1) ?? '';
        const words = wordsOf(statement, clause);
        const known = words.filter((word) => own.has(word)).length;
        if (known > 0 && known >= LEAST_SAID * words.length) return `it leaves out: ${match[0]}`;
      }
    }
    if (ADVICE.test(text) && !ADVISED_DUTY.test(text) && ADVISED_DUTY.test(said) && !ADVICE.test(said))
      return 'it demands what the quote recommends';
    if (!HELPS_KEPT.test(said)) {
      for (const [, verb = ''] of text.matchAll(HELPS))
        if (wordsOf(statement, verb).some((word) => own.has(word)))
          return 'it promises what the quote leaves open';
    }
    if (PARTIAL_KEPT.test(said)) continue;
    for (const match of text.matchAll(PARTIAL)) {
      const noun = match[1] ?? match[2] ?? '';
      if (wordsOf(statement, noun).some((word) => own.has(word))) return 'it makes some into all';
    }
  }
  return null;
}
