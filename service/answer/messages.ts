/** What Aisle says itself, in a language: it never speaks of the store's rules here. */
export interface Messages {
  abstained: string;
  /** Titles of what was found nearby follow. */
  nearby: string;
  otherLanguage: string;
  offerPerson: string;
  handoff: string;
  greeting: string;
  topics: string[];
  availability: Record<'in_stock' | 'out_of_stock' | 'preorder' | 'backorder' | 'discontinued', string>;
}

const ENGLISH: Messages = {
  abstained: "I couldn't find that in the store's pages.",
  nearby: 'The closest I found:',
  otherLanguage: 'The store has this only in another language:',
  offerPerson: 'Would you like to ask a person at the store?',
  handoff: 'I can pass this on to a person at the store. Leave your contact and they will get back to you.',
  greeting: 'Hello! What would you like to know?',
  topics: ['Delivery', 'Returns', 'Products'],
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
  nearby: 'Lo más parecido que encontré:',
  otherLanguage: 'La tienda solo tiene esto en otro idioma:',
  offerPerson: '¿Quieres preguntárselo a una persona de la tienda?',
  handoff: 'Puedo pasar tu consulta a una persona de la tienda. Deja tu contacto y te responderá.',
  greeting: '¡Hola! ¿Qué te gustaría saber?',
  topics: ['Envíos', 'Devoluciones', 'Productos'],
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
