/**
 * Words that shops use for each other, folded, a line each; any form of them stands for the line. A line holds words for one
 * thing, never its opposite and never another thing of its kind. Colors, days and sizes have none: they are claims.
 */
export const ENGLISH_SYNONYMS = `different another other
meal meals food
ready available
cover covers covered pay pays paid
refund refunds refunded refunding reimburse reimbursed reimbursement
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
hold holds support supports capacity bear bears load withstand
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
jumper sweater pullover
trousers pants slacks
choose select pick opt
expire lapse
redeem exchange convert swap
redeem spend use
immediately instantly promptly straight right
only solely exclusively merely just
wash launder clean
wipe clean
garment clothing clothes apparel
cloth rag
damp moist
spectacles glasses eyeglasses
hob cooktop stovetop
tap faucet
bin trash garbage
torch flashlight
pram stroller pushchair buggy
nappy diaper
cot crib
duvet comforter quilt
spanner wrench
petrol gasoline fuel gas
tyre tire
rucksack backpack
trolley cart basket
flat apartment
lift elevator
zip zipper
handbag purse
waistcoat vest
swimsuit swimwear
jewellery jewelry
aluminium aluminum
cheque check
mould mold
fibre fiber
personalised personalized customised customized custom bespoke
staff team employees personnel
expert specialist
workshop garage
branch outlet
warehouse depot stockroom
reply respond answer
request ask
notify inform tell alert know
show present produce provide bring
proof evidence
join register enrol enroll subscribe
dispatch ship leave
arrive reach come
keep hold store
keep retain preserve maintain
prevent avoid stop
allow permit let
help assist support aid
service servicing maintenance overhaul check checkup
check inspect examine inspection examination
sharpen hone
adjust alter alteration tailor
deduct subtract withhold
earn collect gain accumulate accrue get receive
worth value
limit cap restrict
split divide
combine stack
cheap inexpensive affordable
expensive costly
sale discounted reduced
used worn wear use
preowned secondhand
unused unworn
whole entire full complete
part component piece
portion serving
manufacture produce craft build make construct
handmade handcrafted
fill filling stuffed stuffing padded padding
contain comprise consist include composed
last run operate work
charge recharge
cable cord lead
display screen
laptop notebook
headphones earphones headset
speaker loudspeaker
soil earth
water irrigate
prune trim cut
feed fertilise fertilize
dog canine
cat feline
vet veterinarian veterinary
baby infant newborn
senior pensioner retiree
participant attendee
class lesson course
workshop class course
teacher instructor tutor
drink beverage
bread loaf
dessert sweet
fragrance scent perfume aroma smell
lotion cream
makeup cosmetics
sunscreen sunblock
engrave engraving inscribe inscription
watch timepiece
strap band
stone gem gemstone
paperback softcover
author writer
lock padlock
saddle seat
admission entry entrance
curtain drape
shelf shelving bookcase
throw blanket
cutlery silverware flatware
crockery dishes tableware
cup mug
cooker stove range
vacuum hoover
medicine drug medication
fabric cloth textile material
crease wrinkle
stain spot mark
iron press
mild gentle
sun sunlight sunshine
rust corrosion
scratch scuff
safe secure
dangerous hazardous
toxic poisonous
sturdy robust
light lightweight
inside indoor indoors
outside outdoor outdoors
noon midday
weekday workday
every each per
estimate quote quotation
instalment installment
money refund reimburse
issue process pay grant make
breakdown failure fault malfunction
fault defect flaw
problem issue
owner purchaser buyer
reward loyalty
stop end cease
exclude exempt
require need demand
provided included supplied come
accompany include
attach fasten fix
detach remove removable
connect link pair
replace renew
upgrade improve
extend prolong extension
postpone delay reschedule
confirm confirmation verify
apply valid
valid good usable use
void invalid invalidate
transfer transferable
accept honour honor
deliver bring
collect fetch
return bring
seal sealed
lab laboratory
photo photograph picture
slight slightly little bit
mid medium middle
remove take
item piece unit article
unopened sealed
wrap wrapped wrapping
carton box
label tag
print printed printing
knit knitted
fragile breakable delicate
heatproof heat-resistant
approximately roughly
currently presently
maximum most
minimum least
kit set
bundle set pack
colour color shade
size dimension measurement
travel ship
near nearby
teach learn
loan lend borrow
courtesy loan
damage harm
cause produce
due caused
protect guard protection
trial test try
sample tester
taste flavour flavor
slice sliced
grind ground
freeze frozen
cook cooked
sell sold sale
available offer sell
offer provide give
advise recommend suggest advice should
ideal perfect
suitable safe fit
compatible work
error mistake
notice spot discover detect
order parcel package shipment consignment
eat consume
drink consume
begin commence start
end conclude
erase delete
track follow
show display appear
satisfied happy pleased
unhappy dissatisfied unsatisfied
fitter installer technician engineer
device appliance gadget machine
soy soya
leftover remaining remainder rest balance
licence license
marketing advertising promotional
competitor rival
tick select
id identification identity
discard bin
permission consent approval approve agree
breakage break
waste rubbish garbage trash
basin sink
flower bloom blossom
dull matt matte
shiny glossy
bedding bedlinen
picture image photo
leaflet brochure flyer
catalogue catalog
agreement contract
tip advice
query question enquiry inquiry
sachet packet
jar pot
unlimited limitless
allergen allergy allergic
lukewarm tepid
absorb soak
squeeze wring
shatterproof unbreakable
luggage baggage
hazard danger
instruct instruction direction
expect anticipate
swiftly quickly promptly
complaint complain
usual normal regular standard ordinary
cellar basement
lawn grass`;

export const SPANISH_SYNONYMS = `fraccionar fraccionado aplazar aplazado plazos
paquete paquetes envio envios bulto bultos
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
tener tiene tienen dispone disponen
socio miembro
causar provocar ocasionar originar producir
acceso acceder
medir mide medidas medida dimension dimensiones
solo solamente unicamente exclusivamente
dinero reembolso reembolsar devolver devolucion
usar utilizar emplear uso utilizacion
pagar usar
recibir obtener conseguir
elegir escoger seleccionar
mostrar presentar ensenar
gestionar tramitar tramite gestion
avisar notificar comunicar informar avisaremos
responder contestar respuesta
escribir enviar mandar
solicitar pedir solicitud peticion
lavadora maquina
lavar limpiar lavado limpieza
secar secado
cuero piel
vaquero tejano
jersey sueter
camiseta playera
zapatilla deportiva tenis
gafas lentes anteojos
cremallera cierre
falda pollera
ordenador computadora computador
portatil laptop
auriculares audifonos
altavoz parlante
mando control
pilas bateria
bateria pila acumulador
nevera frigorifico
lavavajillas friegaplatos
edredon nordico
manta cobija
alfombra tapete
estanteria estante balda
vajilla platos
bicicleta bici
candado cerradura
neumatico cubierta
sillin asiento
coche automovil
tecnico especialista experto
empleado personal equipo
tienda establecimiento local comercio
almacen deposito
transportista mensajero repartidor mensajeria
paquete bulto
domicilio casa direccion
gastos costes coste costo
gratis gratuitamente
barato economico
caro costoso
oferta promocion
cupon vale bono
regalo obsequio
obtener ganar acumular conseguir sumar
canjear cambiar
cambiar sustituir reemplazar recambio repuesto
defectuoso defecto tara fallo averia
averia fallo rotura
danar dano deterioro desperfecto
roto estropeado averiado danado
reparar arreglar reparacion arreglo
ajustar ajuste adaptar
revision revisar inspeccion mantenimiento
conservar mantener guardar
evitar prevenir impedir
permitir autorizar
obligatorio requerido necesario imprescindible exigir
requerir exigir necesitar
deber obligar
recomendar aconsejar sugerir recomendacion
ofrecer proporcionar brindar dar
incluir contener traer llevar acompanar
fabricar elaborar producir hacer fabricacion elaboracion
artesanal artesano mano
hecho fabricado confeccionado elaborado
relleno rellenar
tejido tela
impermeable hidrofugo
resistente resistir aguantar
ligero liviano
pesado pesar
grande amplio
pequeno chico
nino infantil crio
bebe recien
mujer senora femenino
hombre caballero masculino
perro can
gato felino
veterinario clinica
planta vegetal
regar riego
podar poda
abonar fertilizar
sol soleado
sombra umbria
interior dentro
comida alimento
dulce postre
pastel tarta
entero completo
fresco reciente
congelar congelado
caducar vencer expirar
plazo termino tiempo
horario horas
laborable habil
festivo feriado
verano estival
vacaciones festivo
anticipado antes previo antelacion
posterior siguiente
previo anterior
rapido urgente express
retraso demora
tardar demorar
llegar recibir
salir partir
recoger retirar
dejar depositar
esperar espera
reservar reserva
cancelar anular
modificar cambiar
devolver retornar
comprobar verificar
registrar inscribir apuntar
unirse apuntarse inscribirse
suscribir suscripcion
factura recibo ticket tique
ticket tique recibo comprobante justificante
comprobante prueba justificante
pagar abonar pago
transferencia ingreso
efectivo metalico
plazos cuotas
impuesto iva
aduana arancel
seguro poliza
garantia cobertura
cubrir amparar
excluir exceptuar
valido vigente aplicable
transferible transferir
precintado sellado cerrado
abierto desprecintado
nuevo estrenar
embalaje envase caja
envolver empaquetar
color tono
capacidad caber volumen
potencia vatios
duracion durar autonomia
temperatura grados
peso pesar
alejado lejos
cerca proximo
adecuado apto indicado idoneo
peligroso nocivo
contento satisfecho
clase curso leccion taller
profesor instructor monitor
alumno estudiante
entrada acceso admision
participante asistente
anillo sortija
pendiente arete
collar gargantilla
pulsera brazalete
grabar grabado inscripcion
piedra gema
perfume fragancia aroma
crema locion
champu shampoo
maquillaje cosmetico
protector proteccion
medicamento medicina farmaco
receta prescripcion
autor escritor
juguete juego
empezar comenzar iniciar inicio comienzo
terminar acabar finalizar fin
cerrar cierre
abrir apertura
parar detener
probar prueba
vender venta
comprar compra adquirir adquisicion
alquilar alquiler
prestar prestamo ceder
montar instalar montaje instalacion
entregar entrega
enviar mandar remitir envio
cargar carga recarga
conectar conexion enchufar
reducir reduccion rebajar
aumentar incremento subir
ahorrar ahorro
perder perdida extraviar extravio
robar robo
proteger proteccion
error equivocacion
detectar notar observar
eliminar borrar suprimir
seguimiento rastrear rastreo
aparato dispositivo
sitio lugar
sobrante restante resto saldo
extraible extraer desmontable quitar
tirar desechar
siguiente proximo
pedido pedir pide pides piden pidas pida encargo encargar
conseguir consigue consigues consiguen acumular obtener
elegir elige eliges eligen seleccionar
medir mide miden dimension
soportado soportar soporta aguantar resistir
reintegrar reintegro reembolso reembolsar devolver devolucion
costo coste gasto
comer consumir ingerir
beber consumir
fabrica fabricacion
foto fotografia imagen
pregunta consulta duda
reclamacion queja
publicidad publicitario marketing
condicion requisito
contrato acuerdo
maleta equipaje
identidad dni identificacion
permiso consentimiento autorizacion
competidor competencia
floracion florecer
basura residuo desecho
habitual normal estandar
electrodomestico aparato
catalogo folleto
tibio templado
aclarar enjuagar
tarro frasco
movimiento mover
expedir enviar
inmediato enseguida
plegable plegar
recargable recargar
ajustable regulable regular ajustar
lavable lavar`;
