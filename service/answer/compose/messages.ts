/** What Aisle says itself, in a language: it never speaks of the store's rules here. */
export interface Messages {
  abstained: string;
  /** Of one of several questions asked at once; `{question}` is its words. */
  partNotFound: string;
  /** Titles of what was found nearby follow. */
  nearby: string;
  /** `{language}` is the one that the quotes are in. */
  otherLanguage: string;
  otherMarket: string;
  /** To a question in a language that nothing was found by; `{languages}` are those that may be used. */
  speaks: string;
  /** `{store}` is its name. */
  offTopic: string;
  /** `{topics}` are those that the store has something about. */
  askAbout: string;
  /** Before what is said to a complaint that nothing answers. */
  complaint: string;
  /** Before the words of a customer's review. */
  customerWrote: string;
  /** To somebody who may hurt themselves. */
  selfHarm: string;
  /** To somebody who asks how to hurt others. */
  harm: string;
  offerPerson: string;
  handoff: string;
  /** The same, before what tells whether somebody is there. */
  passOn: string;
  personThere: string;
  nobodyThere: string;
  /** `{time}` is when somebody is there next. */
  nobodyThereUntil: string;
  /** To what is said while a person has the conversation. */
  withPerson: string;
  notPassedOn: string;
  /** To an automatic reply, or to one's own words. */
  automatic: string;
  greeting: string;
  thanks: string;
  goodbye: string;
  howAreYou: string;
  whoAreYou: string;
  whatCanYouDo: string;
  askBack: string;
  /** Questions that narrow products down. */
  ask: Record<'price' | 'category', string>;
  /** `{attribute}` is its name in lower case. */
  askOther: string;
  /** `{count}` more products match than were named. */
  more: string;
  oneMore: string;
  /** To who asks for more than there are. */
  noMore: string;
  /** `{name}` is what the shopper called a product that there is not. */
  noSuchProduct: string;
  /** Nothing is all that was asked for; `{given}` is what was given up. */
  nothingMatches: string;
  without: string;
  /** `{words}` are those of the question that nothing of the products speaks of. */
  noneSays: string;
  /** When a product is back is not known. */
  unknownRestock: string;
  /** What constraints are called that are given up: `price`, `brands`, …; others by their attribute's name. */
  constraintNames: Record<string, string>;
  /** Topics of pages; products are one of their own. */
  topics: string[];
  productsTopic: string;
  availability: Record<'in_stock' | 'out_of_stock' | 'preorder' | 'backorder' | 'discontinued', string>;
}

const ENGLISH: Messages = {
  abstained: "I couldn't find that in the store's pages.",
  partNotFound: "I couldn't find this in the store's pages: “{question}”.",
  nearby: 'The closest I found:',
  otherLanguage: 'The store has this only in {language}:',
  otherMarket: 'The store says this for {country}:',
  speaks: 'I can answer questions in {languages}.',
  offTopic: 'I can only answer questions about {store}.',
  askAbout: 'You can ask me about {topics}.',
  complaint: "I'm sorry about the trouble.",
  customerWrote: 'A customer wrote:',
  selfHarm:
    "I'm sorry that you are going through this. I'm only a store's assistant and no help with it, but others are: call your local emergency number now, or a crisis line where you live (988 in the United States and Canada, 024 in Spain, 800 911 2000 in Mexico).",
  harm: "I can't help with that. If somebody is in danger, call your local emergency number.",
  offerPerson: 'Would you like to ask a person at the store?',
  handoff: 'I can pass this on to a person at the store. Leave your contact and they will get back to you.',
  passOn: 'I can pass this on to a person at the store.',
  personThere: 'Somebody is there now.',
  nobodyThere: 'Nobody is there right now: leave your contact and they will get back to you.',
  nobodyThereUntil:
    'Nobody is there right now: leave your contact and they will get back to you. They are there again on {time}.',
  withPerson: 'A person at the store is with you. Your message was passed on to them.',
  notPassedOn:
    'A person at the store is with you, but this message was not passed on: there were too many. Wait a moment, then write again.',
  automatic: 'This looks like an automatic message, so I leave it at that.',
  greeting: 'Hello! What would you like to know?',
  thanks: "You're welcome.",
  goodbye: 'Goodbye!',
  askBack: 'What would you like to know?',
  ask: { price: 'What price range?', category: 'What kind?' },
  askOther: 'Which {attribute}?',
  more: '{count} more match.',
  oneMore: 'One more matches.',
  noMore: 'Those were all that match.',
  noSuchProduct: 'I found no product called “{name}”.',
  nothingMatches: 'I found nothing that is all of that.',
  without: 'These differ in {given}.',
  noneSays: 'Of these nothing says: {words}.',
  unknownRestock: 'When it will be back is not in the store’s pages.',
  constraintNames: {
    price: 'price',
    minRating: 'rating',
    availability: 'availability',
    onSale: 'sale',
    brands: 'brand',
    notBrands: 'brand',
    categories: 'category',
    without: 'what they are without',
    notCalled: 'kind',
    words: 'name',
  },
  howAreYou: 'All good. What would you like to know?',
  whoAreYou: "I'm an automated assistant: I answer from the store's own pages.",
  whatCanYouDo: 'I answer questions about the store from its own pages, and I can pass you on to a person.',
  topics: ['Delivery', 'Returns'],
  productsTopic: 'Products',
  availability: {
    in_stock: 'in stock',
    out_of_stock: 'sold out',
    preorder: 'pre-order',
    backorder: 'on back order',
    discontinued: 'discontinued',
  },
};

const SPANISH: Messages = {
  abstained: 'No he encontrado eso en las páginas de la tienda.',
  partNotFound: 'Esto no lo he encontrado en las páginas de la tienda: «{question}».',
  nearby: 'Lo más parecido que encontré:',
  otherLanguage: 'La tienda solo tiene esto en {language}:',
  otherMarket: 'La tienda dice esto para {country}:',
  speaks: 'Puedo responder a preguntas en {languages}.',
  offTopic: 'Solo puedo responder a preguntas sobre {store}.',
  askAbout: 'Puedes preguntarme por {topics}.',
  complaint: 'Siento las molestias.',
  customerWrote: 'Un cliente escribió:',
  selfHarm:
    'Siento que estés pasando por esto. Solo soy el asistente de una tienda y no puedo ayudarte con ello, pero hay quien puede: llama ya al teléfono de emergencias, o a una línea de atención de tu país (024 en España, 800 911 2000 en México, 988 en Estados Unidos y Canadá).',
  harm: 'No puedo ayudarte con eso. Si alguien está en peligro, llama al teléfono de emergencias.',
  offerPerson: '¿Quieres preguntárselo a una persona de la tienda?',
  handoff: 'Puedo pasar tu consulta a una persona de la tienda. Deja tu contacto y te responderá.',
  passOn: 'Puedo pasar tu consulta a una persona de la tienda.',
  personThere: 'Ahora hay alguien disponible.',
  nobodyThere: 'Ahora no hay nadie: deja tu contacto y te responderán.',
  nobodyThereUntil: 'Ahora no hay nadie: deja tu contacto y te responderán. Vuelven a estar el {time}.',
  withPerson: 'Una persona de la tienda está contigo. Le hemos pasado tu mensaje.',
  notPassedOn:
    'Una persona de la tienda está contigo, pero este mensaje no se le ha pasado: eran demasiados. Espera un momento y escribe de nuevo.',
  automatic: 'Parece un mensaje automático, así que lo dejo aquí.',
  greeting: '¡Hola! ¿Qué te gustaría saber?',
  thanks: 'De nada.',
  goodbye: '¡Hasta luego!',
  askBack: '¿Qué te gustaría saber?',
  ask: { price: '¿Qué rango de precio?', category: '¿De qué tipo?' },
  askOther: '¿Qué {attribute}?',
  more: 'Hay {count} más.',
  oneMore: 'Hay uno más.',
  noMore: 'Esos eran todos los que hay.',
  noSuchProduct: 'No he encontrado ningún producto llamado «{name}».',
  nothingMatches: 'No he encontrado nada que cumpla todo eso.',
  without: 'Esto difiere en {given}.',
  noneSays: 'De estos nada dice: {words}.',
  unknownRestock: 'Las páginas de la tienda no dicen cuándo volverá a haber.',
  constraintNames: {
    price: 'precio',
    minRating: 'valoración',
    availability: 'disponibilidad',
    onSale: 'rebaja',
    brands: 'marca',
    notBrands: 'marca',
    categories: 'categoría',
    without: 'lo que no debe llevar',
    notCalled: 'tipo',
    words: 'nombre',
  },
  howAreYou: 'Todo bien. ¿Qué te gustaría saber?',
  whoAreYou: 'Soy un asistente automático: respondo con lo que dicen las páginas de la tienda.',
  whatCanYouDo:
    'Respondo a preguntas sobre la tienda con lo que dicen sus páginas, y puedo pasarte con una persona.',
  topics: ['Envíos', 'Devoluciones'],
  productsTopic: 'Productos',
  availability: {
    in_stock: 'en stock',
    out_of_stock: 'agotado',
    preorder: 'reserva anticipada',
    backorder: 'bajo pedido',
    discontinued: 'descatalogado',
  },
};

/** @returns the messages of a language; English where there are none. */
export function messagesFor(locale: string): Messages {
  return locale.startsWith('es') ? SPANISH : ENGLISH;
}
