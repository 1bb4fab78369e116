/** How yes-or-no questions begin and end, on folded text: English and Spanish. */

/** What stands before a question without changing it. */
export const LEAD =
  /^(?:(?:hi|hello|hey|there|hola|buenas|buenos dias|buenas (?:tardes|noches)|oye|perdona|perdon|disculpa|quick question|just checking|question|una pregunta|una duda|ok|okay|so|and|but|also|well|then|please|por favor|entonces|y|pero|o sea|wait|just to be sure|to be clear|a ver)[\s,:.!–—-]+)+/;

/** What asks for agreement behind a statement. */
export const TAG =
  /[\s,]+(?:or not|o no)$|,\s*(?:right|correct|yes|no|true|yeah|is that right|is that correct|am i right|isn'?t (?:it|that|there)|aren'?t (?:they|you|there)|don'?t (?:you|they|i)|doesn'?t it|can'?t (?:i|you)|can (?:i|you)|won'?t (?:it|you)|verdad|cierto|a que si|correcto|no es (?:asi|verdad|cierto)|es asi)$|\s(?:right|correct|verdad|cierto|no)$/;

/** "Do you know if …": what follows is what is asked. */
export const WRAPPER =
  /^(?:(?:can|could|would|will) you (?:please )?(?:tell me|confirm|check|let me know|say) (?:if|whether|that) |(?:do you|does anyone) know (?:if|whether) |i(?:'?m| am| was) wondering (?:if|whether) |i(?:'d| would) like to (?:know|ask) (?:if|whether) |is it (?:true|correct|right) that |(?:me )?(?:puedes|podrias|podeis|podriais|puede|pueden|podria|podrian) (?:decirme|decir|confirmarme|confirmar|indicarme) (?:si|que) |(?:sabes|sabeis|saben|sabe) si |(?:queria|quisiera|quiero|me gustaria) (?:saber|preguntar|consultar) si |es (?:verdad|cierto|correcto) que )/;

/** "Is it possible to return …" asks "can I return …". */
export const POSSIBLE =
  /^(?:(?:is|would|will) it (?:be )?(?:possible|ok|okay|fine|allowed)(?: for me)? to |(?:am i|are we) (?:allowed|able) to )/;
export const POSIBLE = /^es posible (?=\p{L}+r(?:lo|la|los|las|me)?(?!\p{L}))/u;

/** A wish that something be done, not a question. */
export const REQUEST =
  /^(?:(?:can|could|would|will|may) (?:you|u|i|we|someone|anyone) (?:please )?(?:tell|help|show|list|explain|describe|compare|recommend|suggest|advise|find|write|look|talk|speak|say|let|get me|give me|send me|chat|know|ask)\b|would (?:you|u) mind|(?:me |nos )?(?:puedes|podeis|puede|podrias|podriais|pueden|podria|podrian|puedo)(?: me)? (?:decir|ayudar|mostrar|ensenar|recomendar|explicar|comparar|indicar|contar|hablar|pasar|saber|preguntar|dar(?:me|nos))(?!\p{L}{5}))/u;

const WH_EN = '(?:what|whats|which|when|where|who|whom|whose|how|hows|why)';
const WH_ES = '(?:que|cual|cuales|cuando|cuant[oa]s?|como|donde|adonde|quien|quienes)';
const PREPOSITION =
  '(?:from|in|at|on|for|to|by|until|till|with|about|since|a|en|de|desde|hasta|para|por|con|sobre)';
/** A question word that begins a clause, or that a verb of saying and knowing has behind it. */
export const ASKS_WHICH = new RegExp(
  `(?:^|[,.;:!?]\\s*(?:and |but |so |y |pero )?)(?:${PREPOSITION} )?(?:${WH_EN}|${WH_ES})(?!\\p{L})|\\b(?:know|tell|say|decir|decirme|saber|sabes|sabeis|wonder|wondering)(?: me)? (?:${PREPOSITION} )?(?:${WH_EN}|${WH_ES})(?!\\p{L})|\\bhow (?:much|many|long|often|far|soon|big|fast)\\b|(?<!\\p{L})(?:cuant[oa]s?|cuales)(?!\\p{L})`,
  'u',
);
/** Spanish question words, as written with their accent, ask wherever they stand. */
/** In a statement with a question mark, one that fills a gap: "it is called what?". */
export const GAP = /\b(?:what|which|who|whom|whose|where|why|how)\b/;
export const ACCENTED_WH =
  /(?<!\p{L})(?:qué|cuál|cuáles|cuándo|cuánt[oa]s?|cómo|dónde|quién|quiénes)(?!\p{L})/iu;

export const ALTERNATIVE = /\s(?:or|versus|vs)\s/;
export const ALTERNATIVA = /\s(?:o|u|versus|vs)\s/;

/** The verbs that begin a question in English. */
export const ENGLISH_START =
  /^(?:(?:do|does|did|is|are|was|were|can|could|will|would|should|have|has|may|am|must|shall)(?:n'?t)?|cannot|any|got)(?!\p{L}|')/u;
/** A statement has a finite verb, which a title has not. */
export const ENGLISH_FINITE =
  /(?<!\p{L})(?:is|are|can|will|do|does|don't|dont|have|has|gets?|comes?|works?|fits?|includes?|ships?|costs|covers?|lasts?|accepts?|takes?|expires?|opens?|closes?|(?:you|we|i|they|u)(?:'re|'ve|'ll)?\s\p{L}+)(?!\p{L})/u;
/** Spanish has no order of words for questions: verbs that shoppers ask with. */
export const SPANISH_FINITE =
  /(?<!\p{L})(?:\p{L}{2,}(?:ais|eis|amos|emos|imos)|pued[eo][sn]?|podri?an?|hay|es|son|esta[ns]?|estoy|tien(?:e[ns]?)|tengo|vien(?:e[ns]?)|sirven?|funcionan?|incluyen?|lleva[ns]?|acepta[ns]?|admiten?|envia[ns]?|hacen?|haces|venden?|ofrecen?|cubren?|cuestan?|necesit(?:o|an?|as)|hace falta|existen?|van?|abren?|cierran?|caducan?|dan?|cobra[ns]?|salen?|llegan?|entran?|caben?|valen?|permiten?|duran?|pesan?|quedan?|debo|devuelven?|reparan?|regalan?|entregan?|pagan?|pago|pierd[eo]n?|cambian?|tarda[ns]?|cumplen?|aplican?|recogen?|montan?|instalan?|trae[n]?|contienen?|pasa[n]?|usan?|encogen?)(?!\p{L})/u;
/** Nothing that a store's page can tell of this shopper's own case, or of what has happened. */
export const OF_THE_PAST =
  /^(?:did|was|were|has|have(?! (?:you|u) got)|hasn'?t|haven'?t|didn'?t|habeis|han|has|ha|he)(?!\p{L})|\b(?:is|are|esta|estan|where's) (?:my|mi|mis) (?:order|package|parcel|delivery|refund|account|item|pedido|paquete|reembolso|cuenta|envio)s?\b/u;
/** Speaks of others than those that were spoken of. */
export const OTHERS =
  /(?<!\p{L})(?:others?|another|else|different|otr[oa]s?|distint[oa]s?|diferentes?)(?!\p{L})/u;
/** What is a matter of opinion or of comparison. */
export const OPINION =
  /(?<!\p{L})(?:good|better|best|worse|enough|worth|too|cheaper|dearer|bigger|smaller|nicer|recommend|comfortable|easy|safe(?= (?:for|to))|buen[oa]s?|bien|mejor(?:es)?|peor(?:es)?|suficiente|demasiado|merece|comod[oa]s?|facil(?:es)?|recomend\p{L}*)(?!\p{L})/u;

/** Two questions at once ("do you sell gift cards and do they expire"): a yes or no would be of one of them. Folded text. */
export const SEVERAL =
  /(?<!\p{L})(?:and|or) (?:if so,? )?(?:do|does|did|is|are|was|were|can|could|will|would|should|has|have|how|what|when|where|which|who|why)(?!\p{L})|(?<!\p{L})[yo] (?:si es asi,? )?(?:cuando|cuant[oa]s?|como|donde|cual(?:es)?|quien(?:es)?|por que|que|puedo|pueden?|se puede|hay|tienen?|teneis|es|son|esta|estan|caducan?|cuestan?|tardan?)(?!\p{L})/u;
