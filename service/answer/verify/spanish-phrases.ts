/**
 * Spanish phrases of shops that English says in another way than word by word, folded, `_` for a space: what they are in English
 * follows. `(s)` is an ending that may be there.
 */
const PHRASES = `frutos_secos nuts
mal_uso misuse
uso_indebido misuse
segunda_mano second hand
tarjeta(s)_(de_)regalo gift card
vale(s)_(de_)regalo gift voucher
a_mano hand
hecho(s)_a_mano handmade
hecha(s)_a_mano handmade
a_medida custom
por_encargo custom
en_linea online
al_por_mayor wholesale
al_por_menor retail
punto(s)_de_recogida pickup point
atencion_al_cliente customer service
servicio_tecnico repair service
codigo_postal zip code
correo_electronico email
de_lujo luxury
talla_unica one size
tarjeta_de_credito credit card
tarjeta_de_debito debit card
transferencia_bancaria bank transfer
contra_reembolso cash delivery
dia(s)_festivo(s) holiday
fin_de_semana weekend
fines_de_semana weekends
medio_ambiente environment
libre_de free
pieza(s)_de_recambio spare part
pieza(s)_de_repuesto spare part
instrucciones_de_uso instructions
manual_de_instrucciones instructions
numero_de_serie serial number
numero_de_pedido order number
fecha_de_caducidad expiry date
fecha_de_compra purchase date
comprobante_de_compra proof purchase
ticket_de_compra receipt
silla(s)_infantil(es) child seat
silla(s)_de_paseo stroller
lavado_a_maquina machine wash
ropa_de_cama bedding
ropa_interior underwear
traje(s)_de_bano swimsuit
gafas_de_sol sunglasses
zapatillas_deportivas sneakers
zapatillas_de_deporte sneakers
saco(s)_de_dormir sleeping bag
mesa(s)_de_centro coffee table
mesita(s)_de_noche nightstand
cuarto_de_bano bathroom
sala_de_estar living room
aire_acondicionado air conditioning
telefono(s)_movil(es) mobile phone
ordenador(es)_portatil(es) laptop
disco_duro hard drive
pantalla_tactil touch screen
tarjeta_grafica graphics card
bateria_recargable rechargeable battery
agua_caliente hot water
agua_fria cold water
aceite_de_oliva olive oil
vino_tinto red wine
vino_blanco white wine
chocolate_negro dark chocolate
chocolate_con_leche milk chocolate
pan_integral wholemeal bread
materia(s)_prima(s) raw material
a_la_vez once
largo_plazo long term
de_vuelta back
por_persona per person
por_separado separately
con_retraso late
de_retraso late
quedarse_a_dormir stay overnight
guarderia_canina dog boarding
residencia_canina dog boarding
instrumento(s)_de_viento_metal brass instrument
viento_metal brass
viento_madera woodwind
a_domicilio home
tarifa_plana flat rate
fibra_optica fiber
datos_moviles mobile data
fecha_de_lanzamiento release date
gastos_de_envio shipping cost
gastos_de_devolucion return cost
lista_de_espera waiting list
mano_de_obra labor
pastilla(s)_de_freno brake pad
aceite_de_motor engine oil
protector_solar sunscreen
barra_de_labios lipstick
esmalte_de_unas nail polish
juego(s)_de_mesa board game
sofa_cama sofa bed
masa_madre sourdough
medio_de_transporte transport
mitad_de_precio half price
de_antelacion in advance
tren(es)_de_juguete toy train
viento_de_metal brass
planta(s)_de_interior indoor houseplant
ajustar_el_tamano resize
ajustamos_el_tamano we resize
ajustamos_la_talla we resize
ajuste_de_tamano resizing
ajuste_de_talla resizing
ajustar_de_talla resize
cambiar_de_talla resize
por_internet online
hasta_agotar_existencias while stocks last
hasta_fin_de_existencias while stocks last
mientras_haya_existencias while stocks last
libro(s)_de_texto textbook
gafas_graduadas prescription glasses
por_correo_postal by post
paso_a_paso step by step
de_segunda_mano second hand
puesta_a_punto tune up
fuera_de_garantia out of warranty
a_tiempo on time
en_efectivo cash
por_transferencia by transfer
a_plazos instalments
de_por_vida lifetime
por_adelantado before
cuanto_antes as soon as possible
de_temporada seasonal
sin_hilos wireless
sin_cable(s) cordless
mando_a_distancia remote control
llave(s)_inglesa(s) wrench
olla(s)_a_presion pressure cooker
maquina_de_coser sewing machine
maquina_de_afeitar razor
cepillo(s)_de_dientes toothbrush
pasta_de_dientes toothpaste
crema_solar sunscreen
bolsa(s)_de_agua hot water bottle
saco(s)_de_te tea bag
cafe_en_grano coffee bean
leche_de_avena oat milk
fruto_seco nut
pan_rallado breadcrumbs
comida_para_perros dog food
comida_para_gatos cat food
arena_para_gatos cat litter
silla_de_coche car seat
silla(s)_de_ruedas wheelchair
cinta_de_correr treadmill
aguja(s)_de_tejer knitting needle
tabla_de_planchar ironing board
tabla_de_cortar cutting board
como_maximo at most
como_mucho at most
como_minimo at least
apagado_automatico automatic shut-off
defecto(s)_de_fabricacion manufacturing defect
defecto(s)_de_fabrica manufacturing defect
en_plano flat
lugar_fresco_y_seco cool dry place
sin_intereses without interest
sin_permanencia without minimum term
sin_compromiso without obligation
luz_solar sunlight
luz_del_sol sunlight
fuera_del_alcance_de_los_ninos out of reach of children
carnet_de_conducir driving licence
documento_de_identidad identity card
numero_de_seguimiento tracking number
enlace_de_seguimiento tracking link
hoja(s)_de_reclamaciones complaint form
proteccion_de_datos data protection
codigo_de_descuento discount code
codigo_promocional promotional code
papel_de_regalo gift wrap
horario_de_apertura opening hours
horas_de_apertura opening hours
cita_previa appointment
toma_de_corriente socket
cable_de_alimentacion power cord
agua_tibia lukewarm water
acero_inoxidable stainless steel
algodon_organico organic cotton
piel_sintetica faux leather
piel_sensible sensitive skin
fecha_de_entrega delivery date
direccion_de_entrega delivery address
direccion_de_envio shipping address
plazo_de_entrega delivery time
al_aire_libre outdoors
de_forma_segura safely
de_recambio replacement
de_repuesto replacement
por_encima_de over
por_debajo_de under
en_buen_estado in good condition
en_mal_estado in bad condition
pedido_minimo minimum order
gasto(s)_de_gestion handling fee
parte_superior top
parte_inferior bottom
parte_trasera back
parte_delantera front
hora_punta peak time
copa(s)_de_vino wine glass
mesa_de_comedor dining table
mueble(s)_de_jardin garden furniture
cuidado_de_la_piel skin care
bomba_de_aire pump
camara_de_aire inner tube
rueda(s)_delantera(s) front wheel
rueda(s)_trasera(s) rear wheel`;

const ACCENTED: Record<string, string> = {
  a: '[aá]',
  e: '[eé]',
  i: '[ií]',
  o: '[oó]',
  u: '[uúü]',
  n: '[nñ]',
};

const READ = PHRASES.split('\n')
  .map((line) => {
    const [phrase = '', ...english] = line.split(' ');
    const source = phrase
      .replace(/[aeioun]/g, (letter) => ACCENTED[letter] ?? letter)
      .replace(/\(([^()]+)\)/g, '(?:$1)?')
      .replaceAll('_', '\\s');
    return { source, whole: new RegExp(`^${source}$`, 'iu'), english: english.join(' ') };
  })
  .sort((a, b) => b.source.length - a.source.length);
const ANY = new RegExp(`(?<!\\p{L})(?:${READ.map(({ source }) => source).join('|')})(?!\\p{L})`, 'giu');

/** Brings what is one thing in other words into the English words for it, a Spanish text otherwise left as it is. Pure. */
export function inEnglishWords(text: string): string {
  return text.replace(ANY, (phrase) => READ.find(({ whole }) => whole.test(phrase))?.english ?? phrase);
}
