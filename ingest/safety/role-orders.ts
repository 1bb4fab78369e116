import { joinPattern, type OrderPattern } from './order-pattern.ts';
import { CLAUSE, FOR_PEOPLE, MACHINE, MACHINE_WORDS, MUST, OFTEN, SAY } from './order-words.ts';

/** Words to a model, and parts that it shall play. English and Spanish. */
export const ROLE_ORDERS: readonly OrderPattern[] = [
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`\b(?:note|message|important|importante|instructions?|attention|hint|notice|polic(?:y|ies)|rules?|guidance|directive|memo|p\.? ?s\.?|nota|mensaje|aviso|instruccion(?:es)?|politicas?|normas?|posdata|atencion)\b`,
      String.raw`\s*[,:(]?\s*(?:to|for|para|a|al)\s+(?:all |any |every |the |our |el |la |los |las |todos los |cualquier )?(?:${MACHINE}|asistentes?(?= de ia))\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:to|para|a) (?:the |any |every |all |el |la |los |las )?${MACHINE}\s*(?:reading|that reads?|which reads?|que lea[n]?|:)`,
    ),
  },
  {
    reason: 'speaks to a model',
    words: `${MACHINE_WORDS} gpt claude gemini copilot`,
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:chatgpt|gpt-?\d?|claude|gemini|copilot|chatbot|llm|ais?|ia|bot|assistant|asistente)\s*,\s*(?:please |por favor,? |you must |debes )?${SAY}\b`,
    ),
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern:
      /(?:^|[\s.])(?:human|user|customer|usuario|cliente)\s*:[^\n]{0,300}[\s.](?:assistant|asistente|ai|bot)\s*:|(?:^|[\s.])(?:assistant|asistente)\s*:[^\n]{0,300}[\s.](?:human|user|usuario)\s*:/,
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      CLAUSE,
      String.raw`(?:attention|dear|hey|hello|hi|atencion|querid[oa]|oye|hola)[,:]?\s+(?:${MACHINE}|assistant|asistente)\s*[,:;!.]`,
    ),
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`\b(?:if|when|since|because|si|como|cuando)\s+(?:you are|you're|youre|eres|usted es)\s+(?:an? |the |un |una |el |la )?(?:${MACHINE}|assistant)\b`,
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`\b(?:as|being|como)\s+(?:an? |the |un |una )?${MACHINE}(?: (?:assistant|model))?,?\s+(?:you|tu|usted)?\s*(?:${MUST}|will|can only)\b`,
    ),
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      String.raw`\b${MACHINE}\b[^.!?\n]{0,20}\b(?:reading|processing|parsing|indexing|summari[sz]ing|crawling|quoting|que (?:lea|lee|leen|lean|procese|procesen|resuma|resuman))\b[^.!?\n]{0,30}\b(?:this|these|est[aeo]s?)\b`,
    ),
  },
  {
    reason: 'gives a model a new part to play',
    words: 'eres are re be seras',
    pattern: joinPattern(
      String.raw`\b(?:you are|you're|you will be|eres|seras)\s+(?:now|no longer|from now on|ahora|ya no)\s+(?:called |acting as |an? |the |my |un |una |el |la )*(?:[\w-]+ ){0,2}`,
      String.raw`(?:${MACHINE}|assistant|asistente|\w+bot|\w*gpt|dan|unrestricted|jailbroken|uncensored|(?:in )?developer mode)\b`,
    ),
  },
  {
    reason: 'speaks to a model',
    words: MACHINE_WORDS,
    pattern: joinPattern(
      CLAUSE,
      `(?:you are|you're|eres) (?:an? |un |una )(?:[a-z]+ ){0,2}${MACHINE}(?:[.,;:!]| (?:without|with no|that|who|sin|que)\\b)|`,
      CLAUSE,
      '(?:llm|ai|language model|chatbot|modelo de lenguaje|ia) (?:instructions?|directives?|prompts?|instrucciones)\\s*:',
    ),
    unless: FOR_PEOPLE,
  },
  {
    reason: 'gives a model a new part to play',
    words: 'administrator developer system admin administrador desarrollador sistema',
    pattern: joinPattern(
      '\\b(?:treat|consider|regard|trata|considera|toma)\\b[^.!?\\n]{0,60}\\b(?:as|como)\\b[^.!?\\n]{0,30}\\b(?:from|by|of|del?) (?:the |el |la )?(?:administrator|developers?|system|admin|administrador|desarrollador|sistema)\\b|',
      '\\banulacion del sistema\\b|\\bsystem override\\s*[:!]',
    ),
  },
  {
    reason: 'gives a model a new part to play',
    words: 'eres',
    pattern: joinPattern(
      String.raw`\b(?:ahora|ya no|a partir de ahora|desde ahora)\s+eres\s+(?:un |una |el |la )?(?:[\w-]+ ){0,2}(?:${MACHINE}|asistente|\w+bot|dan)\b`,
    ),
  },
  {
    reason: 'gives a model a new part to play',
    words: 'act pretend behave role roleplay actua finge haz imagina comportate',
    pattern: joinPattern(
      String.raw`\b(?:act as(?: if)?|pretend(?: that| to)?|behave as(?: if)?|role-?play as|actua como(?: si)?|finge(?: que)?|haz como si|imagina que eres|comportate como(?: si)?)\s`,
      String.raw`[^!?\n]{0,90}\b(?:and|y|e|,|;)\s*(?:do not mention|don't mention|no menciones|${SAY}|approve|grant|accept|aprueba|acepta|concede)\b`,
    ),
  },
  {
    reason: 'gives a model a new part to play',
    words:
      'your tu tus new updated real nuevas verdaderas stop stopped deja bot answering answer respond responding speak reply responde habla contesta',
    pattern: joinPattern(
      String.raw`\b(?:your|tus?)\s+(?:new|real|actual|true|nuev[oa]s?|verdader[oa]s?)\s+(?:task|instructions?|job|goal|objective|role|mission|persona|tarea|instrucciones|mision|objetivo|funcion|papel)\s+(?:is|are|es|son)\b|`,
      String.raw`\b(?:these|the following|estas|las siguientes) (?:are|son) (?:your|tus) (?:new |real |actual |true |nuevas |verdaderas )?(?:instructions|rules|orders|instrucciones|reglas|ordenes)\b|`,
      String.raw`\b(?:new|updated|real|nuevas|verdaderas) (?:system )?(?:instructions?|orders|instrucciones|ordenes)\s*:\s*${OFTEN}(?:${SAY}|act|ignore|you|actua|ignora)\b|`,
      String.raw`\bstop being (?:an? |the )?(?:[\w-]+ ){0,3}(?:assistant|bot|chatbot)\b|\bdeja de ser (?:un |una |el )?(?:[\w-]+ ){0,3}(?:asistente|bot|chatbot)\b|`,
      String.raw`\b(?:answer|answering|respond|responding|speak|reply|responde|habla|contesta) (?:as|como) (?:if you were )?\w{2,}bot\b`,
    ),
  },
];
