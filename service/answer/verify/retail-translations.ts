/**
 * What shops mean by Spanish words beyond what the general word lists say of them: the word, folded, then its English
 * equivalents.
 */
export const RETAIL_TRANSLATIONS = `medio method
nif tax id
cofre box
extraible pull removable
autonomia range
graduacion eyesight prescription
herida broken wound
abonado fertilized subscriber
abonar refund
abono refund
acordeon accordion
acumular collect earn
adaptar fit
adjuntar enclose
adquirir buy
afeitado shaving
afilado sharpening
afinacion tuning
aguantar hold withstand last
aguja stylus
ajuste alteration
alejado away far
alejar away
alianza ring
alquiler hire
amplificador amplifier
anada vintage
ante suede
antelacion advance notice
antiadherente nonstick
anticipo deposit
antideslizante nonslip
apagar turn
apto safe
apuntar sign
arena litter
aroma scent
arreglar mend
arreglo alteration
artesanal handcrafted artisan
artesano handmade
asa handle
atender assist
atril stand
audifono hearing
avisar inform know tell
baja low
bajo hem low
balda shelf
banera bath
barra loaf baguette
barrica barrel
bayeta cloth
bebedero waterer
bollo roll
bordado embroidered
braga underwear
brindar provide
brote shoot sprout
bulbo bulb
bulto parcel
caber hold
cable cord
cafetera maker
caja checkout
camara tube
cambios gears
camiseta tshirt
candado lock
carcasa case shell
carrito stroller
cata tasting
centrifugado spin
cesta hamper
chaleco jacket
chupete dummy
cinta treadmill
clase lesson
cochecito pram
comedero bowl
comoda chest
comunicar report notify
confeccionado made sewn
conserva canned
contar have
contrachapado plywood
contrapesado weighted
contrareembolso cod
convenir should
cosecha vintage
crema lotion
crianza aged
cruasan croissant
cuadro frame
cubierta tire
cuchilla razor
cultivado grown cultivated
cuna cot
cupon voucher
curso class
darse sign
deber should must
defecto fault
descafeinado decaffeinated
descuento off
desenfundable removable
desparasitar deworm
disco disc drive
disponer have
ecologico eco
edredon comforter
elaborado made crafted
encargo commission custom
encerar wax
enchufe outlet
engrasar oil lubricate
entero full
entrada admission
escurrir wring
esfera dial
estanteria shelf shelving
esterilla mat
estrenar new unworn
estropeado broken damaged
exposicion showroom display
extraible removable
fabricado made manufactured
fibra fibre
ficha piece token
fidelizacion loyalty
fragancia scent
frigorifico fridge
frotar scrub
fuente dish
funda sleeve
gamuza chamois
gestionar process
glaseado icing glazed
golpe bump impact
guarderia boarding kennel
hervidor kettle
hogaza loaf
humedo moist
ignifugo fireproof
inalambrico cordless
incidencia problem
incienso incense
indicar state specify
inferior smaller below under
inscribir enrol
itinerancia roaming
jubilado retiree senior
labial lip
laborable business weekday
lamina print
lana yarn
lavadora machine
lentilla lens
libreria bookcase
ligero lightweight
limpiar wipe
llevar bring
lubricar lubricate
maceta planter
madrugada night early
magdalena muffin cupcake
mando remote
manta throw
matricula enrollment
medida dimension
menor child under
metal brass
micro microphone
montaje installation
nacional domestic
neumatico tyre
nordico duvet
notificar report
numerosa large
obsequio present
ovillo skein
panal diaper nappy
partitura sheet
pasar undergo have
pecera tank
peluche stuffed
peluqueria grooming
peluquero groomer
peninsula mainland
perfume fragrance
personalizado personalised customized customised
pesa dumbbell
pienso kibble food
piragua kayak
placa hob
planchado ironing
plato platter
plaza place spot
plazos instalments installments
plegable foldable
pluma down
poda pruning
podar trim
portabilidad porting
presentar show submit
prestar loan
procedente from sourced
promocion offer
prorrogar extend
pua pick
punto knit
puzle puzzle
quilate karat
rascador scratching
recambio replacement
recarga top-up
recargar top
recoger pickup
regulable adjustable
rellenar complete
relleno fill
remo paddle
reparar mend
repuesto replacement
resguardo slip
residencia kennel boarding
resistente sturdy
resistir withstand
restar deduct
retirada removal
retirar collect
revisar inspect service
revision service servicing inspection overhaul
sabana sheet
sala showroom
saldo credit
salida output outlet
senal deposit
silla wheelchair
sillin seat
siniestro claim
solicitar ask
somier base
soportar hold
suave gentle mild
sudadera hoodie
sumar earn
superior larger above over
suplemento extra
sustrato soil substrate potting
tablero panel
tarifa plan fee
tejano jeans
tiesto pot
tocadiscos turntable
toma socket outlet
torno wheel
tostado roast
tramitar handle
trasplantar repot
trona highchair
usar wear
vacuna vaccination
vale credit
vaquero denim
vaso cup
vinilo record
vitroceramica ceramic
web website
zapatilla trainer
manten keep maintain
conten contain
pon put
perrera kennel
forrar cover line
revender resell
reventa resale
desplegar unfold
mayoria most
mediano mid medium
alimentacion food feeding
reposar rest
ventilado ventilated
equilibrar balance
agotar last sell
permanencia commitment contract
hidratante moisturizing moisturiser moisturizer
absorber absorb
montar fit
montaje fitting
almohadilla pad
recordatorio reminder
colocar fit attach
saltar skip
pagar checkout
estanteria shelving unit`;
