const english = {
  skip: 'Skip to the question field',
  title: 'Ask the store',
  titleOf: (store) => `Ask ${store}`,
  store: 'Store',
  restart: 'New chat',
  welcome: 'What would you like to know?',
  promise: "Every answer comes from the store's own pages, with the exact words it rests on.",
  conversation: 'Conversation',
  question: 'Your question',
  placeholder: 'Ask a question…',
  send: 'Send',
  stop: 'Stop',
  stopped: 'Stopped.',
  you: 'You asked',
  reply: 'Answer',
  working: "Searching the store's pages…",
  ready: (sources) => `Answer ready, ${sources} ${sources === 1 ? 'source' : 'sources'}.`,
  sources: 'Sources',
  mark: (id, title) => `Source ${id}: ${title}`,
  retrieved: (date) => `Retrieved ${date}`,
  openSource: 'Open source',
  newTab: '(opens in a new tab)',
  showInText: 'Show in text',
  products: 'Products',
  asOf: (date) => `As of ${date}`,
  wasPrice: 'Previous price',
  nextQuestions: 'You could also ask',
  choose: 'Choose one',
  helpful: 'Was this helpful?',
  up: 'Helpful',
  down: 'Not helpful',
  thanks: 'Thank you.',
  notSaved: 'That could not be saved. Try again.',
  person: 'Talk to a person',
  contact: 'Email or phone',
  message: 'Message',
  sendMessage: 'Send message',
  handedOff: (contact) => `Sent. The store's team will reply to ${contact}.`,
  missing: 'Please fill this in.',
  retry: 'Try again',
  loading: 'Loading…',
  close: 'Close',
  exact: 'Found word for word in the stored text.',
  changed: 'This page has changed since the answer was given; the quote is no longer in it.',
  reference: (id) => `Reference: ${id}`,
  availability: {
    in_stock: 'In stock',
    out_of_stock: 'Out of stock',
    preorder: 'Pre-order',
    backorder: 'On backorder',
    discontinued: 'Discontinued',
    unknown: 'Availability unknown',
  },
  errors: {
    offline: 'The store could not be reached. Check your connection and try again.',
    'broken-off': 'The answer broke off. Try again.',
    timeout: 'The answer took too long. Try again.',
    'database-unavailable': 'The store is busy at the moment. Try again in a few seconds.',
    'model-unavailable': 'The assistant is busy at the moment. Try again in a few seconds.',
    'unknown-document': 'This page is no longer among the stored pages.',
    'model-refused': 'The assistant is not available at the moment.',
    internal: 'Something went wrong on our side. Try again.',
  },
};

const spanish = {
  skip: 'Ir al campo de pregunta',
  title: 'Pregunta a la tienda',
  titleOf: (store) => `Pregunta a ${store}`,
  store: 'Tienda',
  restart: 'Chat nuevo',
  welcome: '¿Qué te gustaría saber?',
  promise: 'Cada respuesta sale de las páginas de la tienda, con las palabras exactas en que se apoya.',
  conversation: 'Conversación',
  question: 'Tu pregunta',
  placeholder: 'Escribe tu pregunta…',
  send: 'Enviar',
  stop: 'Detener',
  stopped: 'Detenido.',
  you: 'Tu pregunta',
  reply: 'Respuesta',
  working: 'Buscando en las páginas de la tienda…',
  ready: (sources) => `Respuesta lista, ${sources} ${sources === 1 ? 'fuente' : 'fuentes'}.`,
  sources: 'Fuentes',
  mark: (id, title) => `Fuente ${id}: ${title}`,
  retrieved: (date) => `Consultado el ${date}`,
  openSource: 'Abrir la fuente',
  newTab: '(se abre en otra pestaña)',
  showInText: 'Ver en el texto',
  products: 'Productos',
  asOf: (date) => `A fecha de ${date}`,
  wasPrice: 'Precio anterior',
  nextQuestions: 'También puedes preguntar',
  choose: 'Elige una opción',
  helpful: '¿Te ha servido?',
  up: 'Útil',
  down: 'No es útil',
  thanks: 'Gracias.',
  notSaved: 'No se ha podido guardar. Inténtalo de nuevo.',
  person: 'Hablar con una persona',
  contact: 'Correo o teléfono',
  message: 'Mensaje',
  sendMessage: 'Enviar mensaje',
  handedOff: (contact) => `Enviado. El equipo de la tienda responderá a ${contact}.`,
  missing: 'Rellena este campo.',
  retry: 'Reintentar',
  loading: 'Cargando…',
  close: 'Cerrar',
  exact: 'Encontrado palabra por palabra en el texto guardado.',
  changed: 'Esta página ha cambiado desde la respuesta; la cita ya no está en ella.',
  reference: (id) => `Referencia: ${id}`,
  availability: {
    in_stock: 'Disponible',
    out_of_stock: 'Agotado',
    preorder: 'Reserva anticipada',
    backorder: 'Bajo pedido',
    discontinued: 'Descatalogado',
    unknown: 'Disponibilidad desconocida',
  },
  errors: {
    offline: 'No se ha podido conectar con la tienda. Revisa tu conexión e inténtalo de nuevo.',
    'broken-off': 'La respuesta se ha cortado. Inténtalo de nuevo.',
    timeout: 'La respuesta ha tardado demasiado. Inténtalo de nuevo.',
    'database-unavailable': 'La tienda está ocupada. Inténtalo de nuevo en unos segundos.',
    'model-unavailable': 'El asistente está ocupado. Inténtalo de nuevo en unos segundos.',
    'unknown-document': 'Esta página ya no está entre las páginas guardadas.',
    'model-refused': 'El asistente no está disponible en este momento.',
    internal: 'Algo ha fallado por nuestra parte. Inténtalo de nuevo.',
  },
};

/** The browser's language where the page speaks it, else English. */
export const language = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
export const texts = language === 'es' ? spanish : english;

// The browser's own variant, such as en-GB, writes dates and prices as its reader expects.
const formatLocale = navigator.language.toLowerCase().startsWith(language) ? navigator.language : language;

export function formatDate(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(formatLocale, { dateStyle: 'medium' }).format(date);
}

export function formatPrice(amount, currency) {
  try {
    return new Intl.NumberFormat(formatLocale, { style: 'currency', currency }).format(amount);
  } catch {
    return `${amount} ${currency ?? ''}`.trim();
  }
}

/** Puts the page's own words into its language, by the `data-text`, `data-label` and `data-placeholder` of its elements. */
export function translatePage() {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts[node.dataset.text];
  for (const node of document.querySelectorAll('[data-label]')) node.ariaLabel = texts[node.dataset.label];
  for (const node of document.querySelectorAll('[data-placeholder]')) {
    node.placeholder = texts[node.dataset.placeholder];
  }
}
