/** Words that join and point without claiming anything in a shop, beyond the function words: folded. */
const GENERIC = new Set(
  `store shop item items product products thing things customer customers shopper shoppers order orders ordered purchase
purchases page pages policy policies information info details according following currently total period
available availability offer offers offered include includes included including contain contains apply applies
get gets receive receives take takes taking cost costs costing price prices priced need needs must want wants make makes
made come comes coming go goes find finding check visit help based depending using called named listed mentioned states
state known feature features designed except excluding exception apart aside additionally however regarding currently find see reach contact give given provide provides provided use using used place placed
placing another choose chosen choosing note keep able possible allow allowed allows way ways kind type also well there here simply just still
remain remaining last lasts lasting early earlier ahead advance notice around about approximately roughly maximum minimum
older younger whenever upon back separately separate respectively needed compared versus reason reasons subject various buyer buyers client clients shops shop due
tienda articulo articulos producto productos cliente clientes pedido pedidos compra compras pagina politica informacion
disponible disponibles disponibilidad ofrece ofrecemos ofrecen incluye incluyen segun total plazo periodo
recibe recibes recibir recibiras obtienes obtener tarda tardan tardar cuesta cuestan costar precio precios coste costes
necesitas necesita necesario debe deben deberas haz hacer realizar realiza usa usar encontrar ver forma posible
permite permiten puedes podras podeis podemos excepto excepcion salvo aparte ademas llamado llamada consulta consultar
bring brings carry carries stay stays remain remains incur incurs incurred additional extra
viene vienen venir trae traen traer lleva llevan llevar queda quedan quedarse permanece permanecer contiene contienen contener genera generan generar conserva conservan conservar adicional adicionales
require requires required requiring requiere requieren requerido
measure measures measuring mide miden medir times time vez veces menos encima debajo durante mediante dentro people person persona personas gente ones non elegir elige eliges elijas escoger escoge
dura duran durar aproximadamente alrededor cerca maximo maxima minimo minima
caso casos edad edades despues antes partir suponen supone encarga encargan comprador compradores respectivamente motivo motivos razon razones correspondiente dicho dicha momento aun ya`.split(
    /\s+/,
  ),
);

/** Words that claim nothing by themselves, but of which it matters whether they are denied: folded. */
const LIGHT = new Set(
  `accept accepts accepted accepting admit admits admitted
aceptar acepta aceptan aceptamos aceptado aceptada admitir admite admiten admitimos admitido admitida
eligible entitled qualify qualifies
happen happens work works mean means know enjoy like likes love
sucede suceder significa funciona funcionan`.split(/\s+/),
);

/** Words that shops use for each other, folded, a line each. Colors, days and sizes have none: they are claims. */
const SYNONYMS = `refund refunds refunded refunding reimburse reimbursed reimbursement
return returns returned returning
ship ships shipped shipping shipment deliver delivers delivered delivery dispatch dispatched send sends sent arrive arrives arrived arriving
parcel parcels package packages
buy buys bought purchase purchased purchases purchasing buying order ordered orders
fee fees charge charges surcharge
faulty defective defect defects
warranty guarantee guaranteed guarantees
discount discounts off cheaper reduction save saves saved saving savings
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
pay pays paid payable payment payments paying cost costs due charge charged charges fee fees surcharge supplement
store stored stores storing storage
must required require requires mandatory compulsory obligatory need needs needed
accept accepts accepted accepting admit admits take takes taken taking
aceptar acepta aceptan aceptamos aceptado aceptada admitir admite admiten admitimos admitido admitida
hold holds support supports capacity bear bears
valid expire expires expired expiry validity
collect collects collected collection collecting pickup pick picked
month months monthly
year years yearly annual annually
week weeks weekly
day days daily
night nights nightly overnight
hour hours hourly
age ages aged old older years year
bike bikes bicycle bicycles
car cars vehicle vehicles auto
mobile cellphone smartphone phone phones
television tv
sofa couch sofas couches
wardrobe closet wardrobes closets
sneakers trainers
assemble assembled assembles assembly assembling build built
install installed installation installing mount mounted mounting
gift gifts present presents
voucher vouchers coupon coupons
postage shipping
courier carrier couriers carriers
invoice receipt bill
rent rents rented renting rental rentals hire hired hires hiring lease
vacation vacations holiday holidays
spare replacement
lost missing
big large larger bigger
small little
fast quick quickly rapid
recommended recommend recommends suitable suited intended meant
compatible fit fits fitting suit suits match matches
notify notified inform informed tell told
appointment appointments booking bookings reservation reservations
board boards boarding boarded stay stays staying lodge lodging
vaccine vaccinated vaccination vaccinations
plan plans tariff tariffs contract contracts subscription subscriptions
finish finished coating
tune tunes tuned tuning
remove removes removed removal
pet pets animal animals
amount money sum
start starts starting from
contain contains contained containing
membership member members
cancel cancels cancelled canceled cancellation
open opens opening opened hours
suitable suited fit
reembolso reembolsos reembolsar reembolsamos reembolsan reembolsa devolvemos devuelve devuelven
debe deben debes deberas obligatorio obligatoria obligatorios obligatorias imprescindible imprescindibles necesario necesaria
presentar presenta mostrar aportar traer trae traen
seguro asegurado asegurada asegurados aseguradas asegurar
recoger recogida recogen recogemos recoge retirar retira retiran retiramos
montar montaje monta montan montamos montado montada montados montadas ensamblar instalar instalacion
envolver envuelto envoltorio
soporta soportan soportar aguanta aguantan resiste admite
conserva conservan conservar guarda guardar aguanta aguantan dura duran
arreglar arregla arreglamos reparar repara reparan reparamos reparacion reparaciones
alquilar alquila alquilan alquilamos alquiler alquileres arrendar
comprobar compruebe compruebas comprueban comprobamos comprobacion verificar verificamos verificacion revisar
gratis gratuito gratuita gratuitos gratuitas
coche coches vehiculo vehiculos automovil auto
movil moviles telefono celular
talla tamano medida
caducar caduca caducan caducidad vence vencen validez valido valida validos validas
recomendado recomendada recomienda recomiendan apto apta aptos adecuado adecuada indicado indicada
cancelar cancelacion cancela anular anulacion anula baja
factura recibo ticket
frigorifico nevera frigo refrigerador
mes meses mensual mensuales mensualmente
ano anos anual anuales anualmente
semana semanas semanal semanales
dia dias diario diaria diarios diarias
noche noches nocturno
perro perros canino canina caninos
gato gatos felino felina
prenda prendas ropa
importe dinero cantidad
embalaje embalajes paquete
kilo kilos kg
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
pagar pago pagos paga pagas pagado pagamos pagan abonar abona abonas abonamos asumir asume asumen asumimos costear costeamos cuota cuotas suplemento suplementos cuesta cuestan
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

/** Whether a folded word need not be in a quote: what it says of its nouns is checked otherwise. */
export function needsNoQuote(word: string): boolean {
  return isGeneric(word) || LIGHT.has(word);
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
  /(?:aremos|eremos|iremos|[aei]ras|[aei]ran|[aei]rias?|[aei]rian|arse|erse|irse|amos|emos|imos|ando|iendo|adas|ados|idas|idos|ada|ado|ida|ido|ara|era|ira|aba|ais|eis|ar|er|ir|an|en|as|es|os|a|e|o)$/;
/** "Recomienda" and "recomendar", "pierdes" and "perder": the vowel changes where the stress is on it. */
function spanishRoot(word: string): string {
  return word
    .replace(SPANISH_ENDING, '')
    .replace(/ie(?=[^aeiou]+$)/, 'e')
    .replace(/ue(?=[^aeiou]+$)/, 'o');
}

/** Letters that forms of one word begin with alike, and their share of the shorter form. */
const FAMILY_LETTERS = 4;
const FAMILY_SHARE = 0.7;
/** More letters make another word of it: `water`, `waterproof`. */
const MOST_ADDED = 4;

/** Whether two folded words are forms of one: `member` and `membership`, `abre` and `abrimos`. */
export function areOneFamily(a: string, b: string, locale: string): boolean {
  if (locale.startsWith('es')) {
    const root = spanishRoot(a);
    if (root.length >= 3 && root === spanishRoot(b)) return true;
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
