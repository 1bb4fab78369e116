/** A follow-up, what it follows on, and what the question that it becomes must and must not hold (folded). */
export interface FollowUpPair {
  /** Earlier questions as they stand alone, oldest first; a list: the products that were shown for it. */
  after: (string | { asked: string; shown?: string[]; intent?: string; clarify?: [string, string[]] })[];
  ask: string;
  has?: string[];
  not?: string[];
  /** Exactly what it becomes. */
  is?: string;
}

const TENTS = ['Dipper Tent', 'Larch 2 Tent', 'Alder 1 Tent'];
const tents = { asked: 'Do you have tents?', shown: TENTS };
const carpas = { asked: '¿Tienen carpas?', shown: TENTS };
const thanks = { asked: 'thanks!', intent: 'small_talk' };

export const ENGLISH_PAIRS: FollowUpPair[] = [
  // Another value of the same kind
  { after: ['Do you ship to Spain?'], ask: 'And to Canada?', is: 'Do you ship to Canada?' },
  { after: ['Do you ship to Spain?'], ask: 'what about Portugal', has: ['ship', 'portugal'], not: ['spain'] },
  { after: ['how long is shipping to the United Kingdom'], ask: 'and the US?', has: ['how long', 'shipping', 'us'], not: ['kingdom'] },
  { after: ['How much is delivery to Puerto Rico?'], ask: 'to Alaska?', has: ['how much', 'delivery', 'alaska'], not: ['puerto'] },
  { after: ['Do you ship to Narnia?'], ask: 'and to Gondor?', has: ['ship', 'gondor'], not: ['narnia'] },
  { after: ['Do you have red jackets under $90?'], ask: 'and in blue?', has: ['blue', 'jackets', 'under $90'], not: ['red'] },
  { after: ['Do you have jackets in red?'], ask: 'and black?', is: 'Do you have jackets in black?' },
  { after: ['Do you have jackets?'], ask: 'in red?', is: 'Do you have jackets in red?' },
  { after: ['Do you have red jackets under $90?'], ask: 'under $50?', is: 'Do you have red jackets under $50?' },
  { after: ['Do you have jackets between $50 and $80?'], ask: 'what about over $100', has: ['jackets', 'over $100'], not: ['50', '80'] },
  { after: ['Do you have tents?'], ask: 'less than fifty bucks', has: ['tents', 'less than fifty bucks'] },
  { after: ['Does the Kestrel Jacket come in size M?'], ask: 'and in L?', has: ['kestrel', 'size l'], not: ['size m'] },
  { after: ['Do you have red jackets under $90?'], ask: 'and tents?', has: ['tents', 'under $90'], not: ['jackets'] },
  { after: ['How heavy is the Kestrel Jacket?'], ask: 'and the Stormline?', is: 'How heavy is the Stormline?' },
  { after: ['Does the Kestrel Jacket have a hood?'], ask: 'What about the Dipper Tent?', has: ['dipper', 'hood'], not: ['kestrel'] },
  { after: ['how long is standard shipping to alaska'], ask: 'and express?', has: ['express', 'alaska', 'how long'], not: ['standard'] },
  { after: ['Are you open on Saturday?'], ask: 'and on Sundays?', has: ['open', 'sunday'], not: ['saturday'] },
  { after: ['Do you accept PayPal?'], ask: 'and Klarna?', is: 'Do you accept Klarna?' },
  { after: ['Can I return worn boots?'], ask: 'What about sale items?', is: 'Can I return sale items?' },
  { after: ['What is the return policy?'], ask: 'and for sale items?', is: 'What is the return policy for sale items?' },
  { after: ['Do you have leather boots?'], ask: 'and canvas?', has: ['canvas', 'boots'], not: ['leather'] },
  { after: ['Do you have any Heron jackets?'], ask: 'and from Marten?', has: ['marten', 'jackets'], not: ['heron'] },
  // What was spoken of
  { after: ['Do you ship to Spain?'], ask: 'How long does that take?', is: 'How long does shipping to Spain take?' },
  { after: ['how long is standard shipping to alaska'], ask: 'and how much is it?', is: 'How much is standard shipping to alaska?' },
  { after: ['How much is the Home Espresso class?'], ask: 'can I move it to another day?', has: ['home espresso class', 'move', 'another day'] },
  { after: ['How long do I have to return a jacket?'], ask: 'what if I have worn it outside?', has: ['return', 'jacket', 'worn'] },
  { after: ['Do gift cards expire?'], ask: 'What is the largest amount?', has: ['gift cards', 'largest amount'] },
  { after: ['how much is a boot resole?'], ask: 'And how many weeks does that take?', is: 'How many weeks does a boot resole take?' },
  { after: ['How waterproof is the Stormline Jacket?'], ask: 'how heavy is it', is: 'How heavy is the Stormline Jacket?' },
  { after: ['What does the Larch 2 Tent cost?'], ask: 'how many doors does it have?', is: 'How many doors does the Larch 2 Tent have?' },
  { after: ['Is the Kestrel Jacket warm?'], ask: 'does it come in M?', is: 'Does the Kestrel Jacket come in M?' },
  { after: ['Is the Kestrel Jacket warm?'], ask: 'price?', has: ['kestrel jacket', 'price'] },
  { after: ['Do you have hiking boots?'], ask: 'Are they waterproof?', has: ['hiking boots', 'waterproof'] },
  { after: ['Do you offer gift wrapping?'], ask: 'how much does it cost', is: 'How much does gift wrapping cost?' },
  { after: ['Do you price match?'], ask: 'why?', has: ['price match', 'why'] },
  // Products that were shown
  { after: [tents], ask: 'the second one', is: 'Tell me about the Larch 2 Tent.' },
  { after: [tents], ask: 'is the first one waterproof?', is: 'Is the Dipper Tent waterproof?' },
  { after: [tents], ask: 'how much does the last one weigh?', is: 'How much does the Alder 1 Tent weigh?' },
  { after: [tents, 'How heavy is the Dipper Tent?'], ask: 'and the second one?', is: 'How heavy is the Larch 2 Tent?' },
  { after: [{ asked: 'Do you have tents?', shown: ['Dipper Tent', 'Larch 2 Tent'] }, 'How heavy is the Dipper Tent?'], ask: 'what about the other one?', is: 'How heavy is the Larch 2 Tent?' },
  { after: [tents], ask: 'which one is lighter?', has: ['lighter', 'dipper tent', 'larch 2 tent', 'alder 1 tent'] },
  { after: [tents], ask: 'compare the first two', has: ['compare', 'dipper', 'larch'], not: ['alder'] },
  { after: [tents], ask: 'cheaper ones?', has: ['tents', 'under 99.99'] },
  { after: [{ asked: 'How much is the Dipper Tent?', shown: ['Dipper Tent'] }], ask: 'how many people does it sleep?', has: ['dipper tent', 'people'] },
  { after: [{ asked: 'Which is the cheapest tent?', shown: TENTS }], ask: 'is it waterproof?', is: 'Is the Dipper Tent waterproof?' },
  // Several turns back, and what was offered
  { after: ['Do you ship to Spain?', thanks], ask: 'how long does that take?', is: 'How long does shipping to Spain take?' },
  { after: ['Do you ship to Spain?', { asked: 'Who won the World Cup?', intent: 'off_topic' }], ask: 'and to France?', is: 'Do you ship to France?' },
  { after: [{ asked: 'Do you have jackets?', clarify: ['size', ['S', 'M', 'L']] }], ask: 'M', is: 'Do you have jackets in size M?' },
  { after: [{ asked: 'Do you have jackets?', clarify: ['color', ['red', 'black']] }], ask: 'the red ones', is: 'Do you have jackets in red?' },
  { after: [{ asked: 'Do you have jackets?', clarify: ['price', ['Under $50', '$50–$100']] }], ask: 'Under $50', is: 'Do you have jackets under $50?' },
  // Another thing in the place of the last one
  { after: ['How long is the frame warranty?'], ask: 'what about the battery', is: 'How long is the battery warranty?' },
  { after: ['whats the warranty on the stand mixer'], ask: 'and the toaster?', is: 'whats the warranty on the toaster' },
  { after: ['how much is it to sharpen an 8 inch chef knife'], ask: 'what about a cleaver', is: 'how much is it to sharpen a cleaver' },
  { after: ['are you open sunday'], ask: 'and thanksgiving?', is: 'are you open thanksgiving' },
  // Another case of the same
  { after: ['How much is it to sharpen a knife?'], ask: 'and if its never been done?', has: ['sharpen a knife', 'never been done'] },
  // A part of the product that was spoken of
  { after: ['Tell me about the Kestrel Jacket.'], ask: 'can the hood be bought separately?', has: ['kestrel jacket', 'hood'] },
  { after: ['Tell me about the Kestrel Jacket.'], ask: 'how many pockets?', has: ['kestrel jacket', 'pockets'] },
  { after: ['Tell me about the Kestrel Jacket.'], ask: 'are there classes this weekend?', not: ['kestrel'] },
  { after: ['Tell me about the Kestrel Jacket.'], ask: 'is the shop open?', not: ['kestrel'] },
  // A subject of its own
  ...[
    'What is your return policy?', 'Do gift cards expire?', 'Does the Kestrel Jacket come in red?',
    'How do I wash a down jacket?', 'Do you have tents?', 'returns?', 'Where are your stores?', 'Can I pay with PayPal?',
    'Do you repair zippers?', 'what is the warranty on boots',
  ].map((ask): FollowUpPair => ({ after: ['Do you ship to Spain?'], ask, is: ask })),
  { after: [thanks], ask: 'And to Canada?', is: 'And to Canada?' },
]; // biome-ignore format: a table

export const SPANISH_PAIRS: FollowUpPair[] = [
  { after: ['¿Envían a España?'], ask: '¿Y a Portugal?', is: '¿Envían a Portugal?' },
  { after: ['¿Cuánto cuesta enviar a Baleares?'], ask: '¿y a Canarias?', is: '¿Cuánto cuesta enviar a Canarias?' },
  { after: ['cuanto cuesta enviar a Melilla?'], ask: 'y cuanto tarda?', has: ['cuanto tarda', 'enviar a melilla'], not: ['cuesta'] },
  { after: ['¿Cuánto tarda el envío a Puerto Rico?'], ask: '¿Y cuánto cuesta?', has: ['cuanto cuesta', 'envio a puerto rico'], not: ['tarda'] },
  { after: ['¿Envían a España?'], ask: '¿Cuánto tarda?', has: ['cuanto tarda', 'espana'] },
  { after: ['¿Qué importes hay de tarjeta regalo?'], ask: '¿y vale para México?', has: ['tarjeta regalo', 'vale para mexico'] },
  { after: ['¿Cuánto cuesta cambiar una cremallera?'], ask: '¿y en cuánto tiempo está?', has: ['cambiar una cremallera?', 'en cuanto tiempo'] },
  { after: ['¿Cuánto cuesta mandarlo a España, a Canarias?'], ask: '¿y a Portugal?', is: '¿Cuánto cuesta mandarlo a Portugal?' },
  { after: ['¿Tienen chaquetas rojas?'], ask: '¿y en azul?', has: ['chaquetas', 'azul'], not: ['roj'] },
  { after: ['¿Tienen botas en talla 39?'], ask: '¿y en talla 40?', is: '¿Tienen botas en talla 40?' },
  { after: ['¿Tienen botas de montaña?'], ask: '¿y en talla 40?', is: '¿Tienen botas de montaña en talla 40?' },
  { after: ['¿Tienen botas de montaña?'], ask: '¿Puedo devolverlas?', has: ['botas', 'devolver'] },
  { after: ['¿Tienen carpas por menos de 200 €?'], ask: '¿y por menos de 100 €?', has: ['carpas', '100'], not: ['200'] },
  { after: ['¿Cuánto pesa la Dipper Tent?'], ask: '¿y la Larch 2?', has: ['cuanto pesa', 'larch 2'], not: ['dipper'] },
  { after: ['¿Cuánta autonomía tiene el robot Vaiven R3?'], ask: 'y que precio tiene', has: ['precio', 'vaiven r3'] },
  { after: [carpas], ask: 'la segunda', has: ['larch 2 tent'] },
  { after: [carpas], ask: '¿la primera es impermeable?', has: ['dipper tent', 'impermeable'] },
  { after: [carpas], ask: '¿las hay más baratas?', has: ['carpas', 'por menos de 99.99'] },
  { after: [carpas], ask: '¿cuál pesa menos?', has: ['pesa menos', 'dipper', 'larch', 'alder'] },
  { after: ['¿Aceptan PayPal?'], ask: '¿y Bizum?', is: '¿Aceptan Bizum?' },
  { after: ['¿Abren los sábados?'], ask: '¿y los domingos?', has: ['abren', 'domingo'], not: ['sabado'] },
  { after: ['¿Envían a España?', { asked: 'gracias', intent: 'small_talk' }], ask: '¿y a Portugal?', is: '¿Envían a Portugal?' },
  { after: ['¿Puedo devolver unas botas?'], ask: '¿y si están usadas?', has: ['devolver', 'botas', 'usadas'] },
  { after: ['¿Cuál es el plazo de devolución?'], ask: '¿y para artículos rebajados?', has: ['plazo de devolucion', 'articulos rebajados'] },
  { after: [{ asked: '¿Tienen chaquetas?', clarify: ['size', ['S', 'M', 'L']] }], ask: 'la M', is: '¿Tienen chaquetas en talla M?' },
  { after: ['¿Tienen botas de montaña?'], ask: '¿Cuáles son los gastos de envío?', is: '¿Cuáles son los gastos de envío?' },
  { after: ['¿Tienen botas de montaña?'], ask: '¿Tienen tiendas en Madrid?', is: '¿Tienen tiendas en Madrid?' },
  { after: ['¿Envían a España?'], ask: '¿Qué garantía tienen las botas?', is: '¿Qué garantía tienen las botas?' },
]; // biome-ignore format: a table

/** Written after the rules, as a check of them. */
export const ENGLISH_CHECK: FollowUpPair[] = [
  { after: ['Is delivery free?'], ask: 'and returns?', has: ['returns', 'free'] },
  { after: ['Do you deliver to the Canary Islands?'], ask: 'and Ceuta?', has: ['deliver', 'ceuta'], not: ['canary'] },
  { after: ['How long does delivery to Germany take?'], ask: 'ok and to the Netherlands?', has: ['how long', 'delivery', 'netherlands'], not: ['germany'] },
  { after: ['How long does delivery to Germany take?'], ask: 'how much does that cost', has: ['delivery to germany', 'cost'], not: ['take'] },
  { after: ['Can I return opened coffee?'], ask: 'who pays the postage?', has: ['postage'] },
  { after: ['Can I return opened coffee?'], ask: 'how do I do that?', has: ['return', 'opened coffee'] },
  { after: ['Can I cancel my order?'], ask: 'how?', has: ['cancel', 'order'] },
  { after: ['Do you have waterproof jackets?'], ask: 'any in black?', has: ['waterproof jackets', 'black'] },
  { after: ['Show me tents under $300'], ask: 'between 100 and 200 dollars', has: ['tents', 'between 100 and 200 dollars'], not: ['300'] },
  { after: ['Show me tents for 4 people'], ask: 'what about for 2 people?', has: ['tents', '2 people'], not: ['4 people'] },
  { after: ['Show me red jackets'], ask: 'in size M', has: ['red jackets', 'size m'] },
  { after: ['Show me red jackets in size M'], ask: 'what about blue ones', has: ['blue', 'jackets', 'size m'], not: ['red'] },
  { after: ['Do you have a jacket that weighs under 2 kg?'], ask: 'under $200?', has: ['under 2 kg', 'under $200'] },
  { after: ['Do you have leather boots?'], ask: 'on sale?', has: ['leather boots', 'on sale'] },
  { after: ['Is the Stormline Jacket in stock?'], ask: 'when will it be back?', has: ['stormline jacket', 'back'] },
  { after: ['Is the Stormline Jacket in stock?'], ask: 'in black?', is: 'Is the Stormline Jacket in stock in black?' },
  { after: ['Is the Stormline Jacket warm?'], ask: 'what colors does it come in?', is: 'What colors does the Stormline Jacket come in?' },
  { after: ['Is the Stormline Jacket warm?'], ask: "what's its weight", has: ["the stormline jacket's weight"] },
  { after: ['Is the Stormline Jacket warm?'], ask: 'can I return it if worn?', is: 'Can I return the Stormline Jacket if worn?' },
  { after: ['Is the Stormline Jacket warm?'], ask: 'how much?', has: ['stormline jacket', 'how much'] },
  { after: ['Is the Stormline Jacket warm?'], ask: 'do you ship to Spain?', is: 'do you ship to Spain?' },
  { after: [tents], ask: 'tell me more about the third one', is: 'Tell me about the Alder 1 Tent.' },
  { after: [tents], ask: 'number 2 please', has: ['larch 2 tent'] },
  { after: [tents], ask: 'does the second one have two doors?', is: 'Does the Larch 2 Tent have two doors?' },
  { after: [tents, 'How heavy is the Dipper Tent?', thanks], ask: 'and the last one?', is: 'How heavy is the Alder 1 Tent?' },
  { after: [tents], ask: 'the cheapest one', has: ['dipper tent'] },
  { after: [tents], ask: 'how long do I have to return the first order?', not: ['dipper'], has: ['first order'] },
  { after: [tents], ask: 'more expensive ones', has: ['tents', 'over 102.01'] },
  { after: [{ asked: 'How much is the Dipper Tent?', shown: ['Dipper Tent'] }], ask: 'anything cheaper?', has: ['tent', 'under 99.99'], not: ['dipper'] },
  { after: [{ asked: 'Do you have jackets?', clarify: ['price', ['Under $50', '$50–$100']] }], ask: '$50–$100', is: 'Do you have jackets between $50 and $100?' },
  { after: [{ asked: 'Do you have jackets?', clarify: ['size', ['S', 'M', 'L']] }], ask: 'Do you ship to Spain?', is: 'Do you ship to Spain?' },
  { after: ['Do you ship to Spain?', thanks, { asked: 'who are you', intent: 'small_talk' }], ask: 'and France?', is: 'Do you ship to France?' },
  { after: ['Do you ship to Spain?'], ask: 'Which payment methods do you accept?', is: 'Which payment methods do you accept?' },
  { after: ['Do you ship to Spain?'], ask: 'opening hours', is: 'opening hours' },
  { after: ['Do you ship to Spain?'], ask: 'red jackets under $50', is: 'red jackets under $50' },
  { after: ['Is the Kestrel Jacket warm?'], ask: 'Is the Stormline Jacket waterproof?', is: 'Is the Stormline Jacket waterproof?' },
  { after: ['Do you offer student discounts?'], ask: 'How do I get one?', has: ['student discounts', 'get one'] },
  { after: ['Do you sell gift cards?'], ask: 'do they expire?', is: 'Do gift cards expire?' },
  { after: ['What are your opening hours?'], ask: 'and at weekends?', has: ['opening hours', 'weekends'] },
]; // biome-ignore format: a table

export const SPANISH_CHECK: FollowUpPair[] = [
  { after: ['¿Hacéis envíos a Canarias?'], ask: '¿y a Ceuta?', is: '¿Hacéis envíos a Ceuta?' },
  { after: ['¿Hacéis envíos a Canarias?'], ask: '¿cuánto cuesta?', has: ['envio a canarias', 'cuesta'] },
  { after: ['¿Puedo devolver un producto abierto?'], ask: '¿y uno rebajado?', has: ['devolver', 'rebajado'] },
  { after: ['¿Puedo devolver un producto abierto?'], ask: '¿cuánto tiempo tengo?', has: ['devolver', 'tiempo'] },
  { after: ['¿Tienen chaquetas de menos de 100 euros?'], ask: '¿y botas?', has: ['botas', 'menos de 100 euros'], not: ['chaquetas'] },
  { after: ['¿Tienen chaquetas de menos de 100 euros?'], ask: 'no más de 50 euros', has: ['chaquetas', 'no mas de 50 euros'], not: ['100'] },
  { after: ['¿Tienen botas negras?'], ask: 'en la 40', has: ['botas', '40'] },
  { after: ['¿La Stormline es impermeable?'], ask: '¿cuánto pesa?', has: ['cuanto pesa', 'stormline'] },
  { after: ['¿La Stormline es impermeable?'], ask: '¿de qué color hay?', has: ['color', 'stormline'] },
  { after: ['¿La Stormline es impermeable?'], ask: '¿la tienen en rojo?', has: ['stormline', 'rojo'] },
  { after: [carpas], ask: 'cuéntame más de la última', has: ['alder 1 tent'] },
  { after: [carpas], ask: '¿y la más barata?', has: ['dipper tent'] },
  { after: [carpas], ask: 'compara las dos primeras', has: ['dipper', 'larch'], not: ['alder'] },
  { after: ['¿Aceptáis Bizum?'], ask: 'vale, ¿y transferencia?', has: ['aceptais transferencia'] },
  { after: ['¿Tenéis tienda en Madrid?'], ask: '¿y en Sevilla?', has: ['tienda', 'sevilla'] },
  { after: ['¿Tenéis tienda en Madrid?'], ask: '¿a qué hora abre?', has: ['madrid', 'hora'] },
  { after: ['¿Envían a España?'], ask: '¿Aceptan tarjetas de crédito?', is: '¿Aceptan tarjetas de crédito?' },
  { after: ['¿Envían a España?'], ask: 'devoluciones', is: 'devoluciones' },
  { after: ['¿Envían a España?', { asked: '¿quién ganó el mundial?', intent: 'off_topic' }], ask: '¿cuánto tarda eso?', has: ['cuanto tarda', 'espana'] },
  { after: [{ asked: '¿Tienen carpas?', clarify: ['price', ['Menos de 100 €', '100–200 €']] }], ask: 'Menos de 100 €', is: '¿Tienen carpas menos de 100 €?' },
]; // biome-ignore format: a table
