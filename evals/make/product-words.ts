import type { DraftLanguage } from './draft.ts';

/** How shoppers ask for products, in each language. */
interface ProductWords {
  price: (name: string) => string[];
  stock: (name: string) => string[];
  /** By attribute; the others by `attribute`. */
  known: Record<string, (name: string) => string[]>;
  attribute: (label: string, name: string) => string[];
  cheaper: (one: string, other: string) => string;
  under: (category: string, price: string) => string[];
  thenPrice: string;
}

export const PRODUCT_WORDS: Record<DraftLanguage, ProductWords> = {
  en: {
    price: (name) => [`How much is the ${name}?`, `What does the ${name} cost?`, `${name} price`],
    stock: (name) => [`Can I still get the ${name}?`, `Is the ${name} available right now?`],
    known: {
      size: (name) => [`What sizes does the ${name} come in?`, `Which sizes are there of the ${name}?`],
      color: (name) => [`What colors does the ${name} come in?`, `Which colors are there of the ${name}?`],
      material: (name) => [`What is the ${name} made of?`, `${name}: what material is it?`],
      weight: (name) => [`How much does the ${name} weigh?`],
    },
    attribute: (label, name) => [
      `${/[^s]s$/u.test(label) ? 'What are' : "What's"} the ${label} of the ${name}?`,
      `${name}: ${label}?`,
    ],
    cheaper: (one, other) => `Which is cheaper, the ${one} or the ${other}?`,
    under: (category, price) => [
      `${category} under ${price}`,
      `Do you have any ${category} for less than ${price}?`,
    ],
    thenPrice: 'And how much is it?',
  },
  es: {
    price: (name) => [`¿Cuánto cuesta ${name}?`, `¿Qué precio tiene ${name}?`, `${name} precio`],
    stock: (name) => [`¿Os queda ${name}?`, `¿Está disponible ${name}?`],
    known: {
      size: (name) => [`¿Qué tallas hay de ${name}?`, `¿En qué tallas viene ${name}?`],
      color: (name) => [`¿En qué colores viene ${name}?`, `¿Qué colores hay de ${name}?`],
      material: (name) => [`¿De qué material es ${name}?`, `¿De qué está hecho ${name}?`],
      weight: (name) => [`¿Cuánto pesa ${name}?`],
      peso: (name) => [`¿Cuánto pesa ${name}?`, `${name}: ¿cuánto pesa?`],
      talla: (name) => [`¿Qué tallas hay de ${name}?`],
    },
    attribute: (label, name) => [`¿${label} de ${name}?`, `${name}: ¿${label}?`],
    cheaper: (one, other) => `¿Qué es más barato, ${one} o ${other}?`,
    under: (category, price) => [
      `${category} por menos de ${price}`,
      `¿Tenéis ${category} por menos de ${price}?`,
    ],
    thenPrice: '¿Y cuánto cuesta?',
  },
};
