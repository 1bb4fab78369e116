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
viento_de_metal brass`;

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
