/** Id of the sample store. */
export const SAMPLE_STORE = 'sample';
export const SAMPLE_NAME = 'Tarn & Timber';
/** Id of its only source, whichever port its pages are at. */
export const SAMPLE_SOURCE = 'site';
/** What an empty chat offers to ask it. */
export const SAMPLE_EXAMPLES = {
  en: [
    'Can I return a worn jacket?',
    'Which tents are under $400?',
    'How long do refunds take?',
    'How do I wash a down jacket?',
  ],
  es: [
    '¿Puedo devolver unas botas usadas?',
    '¿Cuánto cuesta el envío exprés?',
    '¿Tienen botas impermeables por menos de 150 dólares?',
    '¿Abren los domingos?',
  ],
};
