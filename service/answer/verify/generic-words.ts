/** Words that join and point without claiming anything in a shop, beyond the function words: folded. */
const GENERIC = new Set(
  `store shop item items product products thing things customer customers shopper shoppers order orders ordered purchase
purchases page pages policy policies information info details according following currently total period
available availability offer offers offered include includes included including contain contains apply applies
get gets receive receives take takes taking cost costs costing price prices priced need needs must want wants make makes
made come comes coming go goes find finding check visit help based depending using called named listed mentioned states
state known feature features designed except excluding exception apart aside additionally however regarding currently find see reach contact give given provide provides provided use using used place placed
placing another choose chosen choosing note keep able possible allow allowed allows way ways kind type also well there here simply just still
tienda articulo articulos producto productos cliente clientes pedido pedidos compra compras pagina politica informacion
disponible disponibles disponibilidad ofrece ofrecemos ofrecen incluye incluyen segun total plazo periodo
recibe recibes recibir recibiras obtienes obtener tarda tardan tardar cuesta cuestan costar precio precios coste costes
necesitas necesita necesario debe deben deberas haz hacer realizar realiza usa usar encontrar ver forma posible
permite permiten puedes podras podeis podemos excepto excepcion salvo aparte ademas llamado llamada consulta consultar
bring brings carry carries stay stays remain remains incur incurs incurred additional extra
viene vienen venir trae traen traer lleva llevan llevar queda quedan quedarse permanece permanecer contiene contienen contener genera generan generar conserva conservan conservar adicional adicionales
require requires required requiring requiere requieren requerido
measure measures measuring mide miden medir times time vez veces menos encima debajo durante mediante dentro people person persona personas gente ones non elegir elige eliges elijas escoger escoge`.split(
    /\s+/,
  ),
);

/** Words that shops use for each other, folded, a line each. Colors, days and sizes have none: they are claims. */
const SYNONYMS = `refund refunds refunded refunding reimburse reimbursed reimbursement
return returns returned returning
ship ships shipped shipping shipment deliver delivers delivered delivery dispatch dispatched send sends sent arrive arrives arrived arriving
parcel parcels package packages
buy bought purchase purchased purchases buying order ordered orders
fee fees charge charges surcharge
faulty defective defect defects
warranty guarantee guaranteed guarantees
discount discounts off reduction save saves saved saving savings
fridge refrigerator
wide width
deep depth
high tall height
long length
thick thickness
heavy weigh weighs weight
hold holds capacity
kid kids child children
guests visitors visitor guest
broken damaged
working business
guide manual instructions
change changed changes modify modified
phone telephone call calls
email mail write
begin begins start starts starting
end ends finish finishes run runs until
repair repairs repaired fix fixed mend mended
exchange exchanged exchanges swap swapped replace replaced replaces change changed
reserve reserved book booked reservation booking
pay pays paid payment payments paying
membership member members
cancel cancels cancelled canceled cancellation
open opens opening opened hours
suitable suited fit
reembolso reembolsos reembolsar reembolsamos
devolver devuelve devuelves devolucion devoluciones devolverse devuelto devueltos
envio envios enviar enviamos entrega entregas entregar entregamos llega llegan llegar llegara
paquete paquetes
comprar compra compras adquirir pedido pedidos
tarifa tarifas cargo cargos
termina terminan terminar acaba acaban acabar finaliza finalizan finalizar hasta
empieza empiezan empezar comienza comienzan comenzar
garantia garantizado
descuento descuentos rebaja rebajas ahorra ahorran ahorras ahorrar ahorro
ancho ancha anchura
alto alta altura
largo larga longitud
grosor grueso gruesa espesor
fondo profundo profunda profundidad
pesa pesan peso pesar
nino nina ninos ninas infantil infantiles
roto rota rotos rotas danado danada danados danadas
cierra cierran cerrar cerramos cerrado cerrada cerrados
laborable laborables habil habiles
telefono llamar llamanos llama
correo email escribir escribenos
cubre cubren cubrir cubierto cubierta cubiertos cubiertas
pagar pago pagos paga pagas pagado
abre abren abrir abrimos abierto abierta horario
cambio cambios cambiar cambia
tener tiene tienen dispone disponen`;
const SYNONYM_SET = new Map<string, number[]>();
SYNONYMS.split('\n').forEach((line, set) => {
  for (const word of line.split(' ')) SYNONYM_SET.set(word, [...(SYNONYM_SET.get(word) ?? []), set]);
});

/** Whether a folded word adds nothing that could be false. */
export function isGeneric(word: string): boolean {
  return GENERIC.has(word);
}

/** Whether shops have other words for a folded one: also for function words, such as the "off" of "20% off". */
export function hasSynonyms(word: string): boolean {
  return SYNONYM_SET.has(word);
}

/** Whether shops use two folded words for each other. */
export function areSynonyms(a: string, b: string): boolean {
  const sets = SYNONYM_SET.get(b);
  return sets !== undefined && (SYNONYM_SET.get(a)?.some((set) => sets.includes(set)) ?? false);
}

/** Endings of Spanish verbs and of what is made of them. */
const SPANISH_ENDING =
  /(?:aremos|eremos|iremos|arse|erse|irse|amos|emos|imos|ando|iendo|adas|ados|idas|idos|ada|ado|ida|ido|ara|era|ira|aba|ais|eis|ar|er|ir|an|en|as|es|os|a|e|o)$/;
/** Letters that forms of one word begin with alike, and their share of the shorter form. */
const FAMILY_LETTERS = 4;
const FAMILY_SHARE = 0.7;
/** More letters make another word of it: `water`, `waterproof`. */
const MOST_ADDED = 4;

/** Whether two folded words are forms of one: `member` and `membership`, `abre` and `abrimos`. */
export function areOneFamily(a: string, b: string, locale: string): boolean {
  if (locale.startsWith('es')) {
    const root = a.replace(SPANISH_ENDING, '');
    if (root.length >= 3 && root === b.replace(SPANISH_ENDING, '')) return true;
  }
  const shorter = Math.min(a.length, b.length);
  let alike = 0;
  while (alike < shorter && a[alike] === b[alike]) alike += 1;
  return (
    Math.abs(a.length - b.length) <= MOST_ADDED &&
    alike >= FAMILY_LETTERS &&
    alike >= FAMILY_SHARE * Math.max(a.length, b.length) - 2 &&
    alike >= FAMILY_SHARE * shorter
  );
}
