import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { stopWords } from '../../../ingest/analysis/stop-words.ts';
import { spanishNounForms } from './spanish-noun-forms.ts';
import { spanishVerbForms } from './spanish-verb-forms.ts';

/**
 * What shoppers and shops call the same thing, English and Spanish: a line each, phrases with `_`. A line is meant as it
 * is used in retail ("send back" is a return, "hold" a pause), and holds words for one thing, never its opposite.
 */
const LINES = `
return returns returned returnable return_policy returns_policy retrun send_back sent_back sending_back bring_back take_back give_back returning changed_my_mind dont_like_it dont_like_them didnt_like_it didnt_like_them go_back goes_back come_back comes_back brought_back bringing_back | devolver devolucion devoluciones devuelvo devuelto mandar_de_vuelta mandado_de_vuelta enviar_de_vuelta arrepentido arrepenti no_me_gusta no_me_gustan no_me_gusto no_me_gustaron no_me_convence no_me_convencen no_me_convencio regresar
refund refunds refunded money_back reimburse reimbursement see_the_money get_my_money money_again my_money get_paid_back paid_back credited | reembolso reembolsos reembolsar dinero_de_vuelta devolver_el_dinero devolucion_del_dinero ingresais_el_dinero devolver_la_pasta devolver_la_plata devolver_mi_dinero recuperar_el_dinero ingresar_el_dinero recibir_el_dinero reintegro reintegrar abonar abono mi_dinero ver_el_dinero veo_el_dinero vere_el_dinero regresar_el_dinero regresar_mi_dinero regresar_mi_lana devolver_mi_lana mi_lana mi_plata mi_pasta mi_varo
exchange exchanges swap swapped different_size another_size bigger_size smaller_size bigger_one smaller_one larger_one a_size_up a_size_down size_bigger size_smaller next_size_up | cambio cambiar cambios descambiar canjear
delivery deliver delivered deliveries shipping ship shipped shipment shipments postage post posted posting dispatch dispatched arrive arrives get_here send_to leave_our_warehouse leaves_our_warehouse leave_the_warehouse leaves_the_warehouse shipping_policy delivery_policy | envio envios enviar enviais entrega entregas entregar reparto llegar llega mandar mandais portes gastos_de_envio flete repartir transporte
parcel parcels package packages box boxes carton | paquete paquetes bulto bultos caja
damaged damage broken broke shattered cracked smashed in_pieces is_ripped was_ripped got_ripped came_ripped arrived_ripped torn dented came_broken arrived_broken came_damaged bent crushed chipped snapped came_smashed arrived_smashed | danado danados danada roto rota golpe golpeado golpeada averiado averia desperfecto romper quebrado rajado abollado en_mal_estado aplastado aplastada hecho_pedazos hecha_pedazos astillado
faulty defective defect defects doesnt_work stopped_working not_working malfunction isnt_working wont_turn_on wont_start dead_on_arrival packed_in | defectuoso defectuosa defecto no_funciona estropeado estropeada no_enciende no_arranca dejo_de_funcionar no_jala no_jalan no_sirve no_sirven no_prende no_prenden no_agarra descompuesto descompuesta descompuso descomponer
lost missing never_arrived never_arrives never_came never_comes hasnt_arrived didnt_arrive doesnt_arrive hasnt_come didnt_come never_showed_up never_shows_up never_turned_up hasnt_shown_up hasnt_turned_up didnt_show_up doesnt_show_up nothing_has_arrived says_delivered marked_delivered stolen theft thefts steals nicked nicks_my nicks_it robbed | perdido extraviado no_ha_llegado no_llega no_me_ha_llegado perdio robado pone_entregado sale_como_entregado
cancel cancelled canceled cancellation call_off stop_my_order stop_the_order stop_the_shipment | cancelar cancelacion anular anulacion dar_de_baja parar_el_pedido parar_mi_pedido echarme_atras
pause paused pausing put_on_hold on_hold suspend suspended skip | pausar pausa suspender
discount discounts coupon coupons promo_code promo voucher_code money_off percent_off % | descuento descuentos cupon cupones codigo_promocional rebaja promocion promociones codigo_de_descuento
warranty warranties guarantee guarantees guaranteed warrenty waranty warantee garantee guarentee warranty_policy | garantia garantias poliza_de_garantia
repair repairs repaired fix fixed mend mended | reparar reparacion reparaciones arreglar arreglo arreglais taller servicio_tecnico
installments instalments pay_later pay_in_parts pay_in_two pay_in_three pay_in_four pay_in_2 pay_in_3 pay_in_4 pay_in_6 pay_in_12 pay_in_installments pay_in_instalments financing finance monthly_payments split_into split_payment split_payments interest-free pay_over_time pay_it_off spread_the_cost spread_the_payment buy_now_pay_later pay_monthly | financiar financiacion a_plazos plazos cuotas pagar_a_plazos msi fraccionar aplazar poco_a_poco pagar_en_partes pagar_en_varias mes_a_mes en_cuotas en_varias_veces en_dos_veces en_tres_veces en_cuatro_veces en_2_veces en_3_veces en_4_veces en_abonos a_meses meses_sin_intereses pagos_chiquitos mensualidades
payment payments pay paying paid | pago pagos pagar
email e-mail mail_address email_address | correo email correo_electronico
phone telephone call ring phone_number | telefono llamar llamo numero_de_telefono
contact reach get_in_touch get_hold | contactar contacto atencion_al_cliente
hours opening_hours opening_times open what_time_do_you_open | horario horarios abris abierto apertura abre abrir hora_de_cierre
reserve reserved reservation hold_for_me hold_for_us hold_one hold_it hold_them hold_until keep_for_me keep_aside put_aside set_aside layaway hang_on_to hold_onto | reservar reserva reservado reservada apartar apartado apartada guardarme guardarmelo guardarmela
pickup pick_up collect collection click_and_collect collect_in_store collect_in_the_store collect_in_shop collect_in_the_shop collect_from_store collect_from_the_store collect_from_the_shop collect_my_order collect_the_order collect_an_order collect_my_parcel collect_it swing_by come_by stop_by drop_by in_person | recoger recogida punto_de_recogida a_por_el_pedido a_por_mi_pedido a_por_el_paquete a_por_mi_paquete pasar_a_buscar pasar_a_por venir_a_por ir_a_por ir_a_buscar
old_appliance haul_away take_away removal | retirada retirar llevais llevar_el_viejo
gift present | regalo regalos
gift_card gift_cards giftcard giftcards gift_certificate voucher vouchers gift_token tokens gift_voucher egift | tarjeta_regalo vale_regalo tarjetas_regalo cheque_regalo bono_regalo
student students college university school_discount | estudiante estudiantes universitario universitarios
military veteran veterans army navy | militar militares
accident crash collision car_crash | accidente golpe_con_el_coche choque_con_el_coche siniestro
decibel decibels db | decibelio decibelios
bulk wholesale group_order large_order bulk_order large_quantities | mayorista al_por_mayor mayoreo grandes_cantidades por_volumen
customs duties duty import_tax import_fees | aduana aduanas arancel aranceles
someone_else somebody_else anyone_else anybody_else another_person third_party on_my_behalf | otra_persona alguien_mas persona_autorizada en_mi_nombre en_tu_nombre en_su_nombre
invoice receipt bill vat_invoice | factura ticket recibo facturar cfdi boleta rfc cif nif datos_fiscales
track tracking where_is_my_order where_is_my_parcel where_my_order where_my_parcel where_my_package | seguimiento rastrear donde_esta_mi_pedido rastreo numero_de_guia numero_de_rastreo numero_de_seguimiento codigo_de_seguimiento mi_guia donde_viene_mi donde_va_mi donde_anda_mi guia_de_mi
wash washing clean cleaning launder | lavar lavado limpiar limpieza
pricematch price_match cheaper_elsewhere match_prices beat_the_price price_promise price_guarantee match_the_price beat_the_price cheaper_at cheaper_on cheaper_somewhere cheaper_another cheaper_other less_elsewhere seen_it_for_less found_it_for_less | igualar_precio igualamos igualar mas_barato_en_otra mismo_precio igualar_el_precio mas_barato_en mas_barata_en visto_mas_barato mejor_precio
join become sign_up enroll | unirse apuntarse registrarse
price prices cost costs | precio precios cuesta coste costo costos costar cobrar tarifa tarifas a_como_esta a_como_sale a_como_dan
points loyalty rewards members membership | puntos socio socios club fidelidad fidelizacion
size sizes sizing fit fits | talla tallas tallaje talle talles quedar_grande quedar_grandes quedar_chico quedar_chica quedar_chicos quedar_chicas quedar_pequeno quedar_pequena quedar_pequenos quedar_pequenas quedar_ajustado quedar_ajustada no_me_queda no_me_quedo no_le_queda no_le_quedo no_me_quedan no_me_quedaron
crypto cryptocurrency cryptocurrencies bitcoin | criptomonedas bitcoin
worn used wear | usado usada usados
weight weigh weighs heavy | peso pesa
store shop showroom branch | tienda tiendas local sucursal sucursales
founded founder founders established who_started | fundada fundo fundasteis empezo fundar
power wattage watt watts | potencia vatios
capacity volume liters litres gallons | capacidad litros
material materials fabric made_of made_from made_out_of | material materiales hecho_de hecha_de
notes tasting_notes taste tastes flavor flavour flavors | notas sabor sabe
spend minimum_order | pedido_minimo compra_minima
maximum max largest biggest highest at_most no_more_than the_most_i the_most_you the_most_we | maximo maxima como_mucho como_maximo
minimum least smallest lowest | minimo minima menor
amount value sum | importe cantidad
old_item trade_in trade-in | plan_renove
waterproof water_resistant rainproof | impermeable resistente_al_agua lluvia llover aguantar_la_lluvia aguantar_lluvia aguantar_agua aguantar_el_agua
vegan animal_products | vegano vegana
warm warmth | caliente abrigo_termico
kids children child toddler youth | ninos ninas nino infantil
dog dogs puppy pet pets | perro perros mascota mascotas
rent rental rentals hire | alquiler alquilar renta rentas rentar
delete erase remove_my_data | borrar eliminar suprimir
data personal_data privacy personal_information | datos datos_personales privacidad
broken_seal opened unsealed | abierto precintado desprecintado
fridge refrigerator | frigorifico frigo nevera refrigerador heladera
washing_machine washer | lavadora lavarropas
tv television telly | televisor tele television
mobile cellphone smartphone | movil smartphone celular
laptop notebook | portatil ordenador_portatil laptop computadora_portatil
sofa couch settee | sofa
sneakers trainers | zapatillas deportivas tenis
sweater jumper pullover | jersey sueter chompa buzo
pants trousers | pantalon pantalones
backpack rucksack | mochila
jacket coat | chaqueta abrigo chamarra cazadora campera camperas
flashlight torch | linterna
amex american_express | amex
credit_card credit_cards debit_card debit_cards card_payment | tarjeta_de_credito tarjeta_de_debito
gmo genetically_modified | transgenico transgenicos transgenica transgenicas modificado_geneticamente
fee fees surcharge surcharges charge charged extra_charge penalty penalties | recargo recargos suplemento suplementos cargo_adicional penalizacion sobrecoste
oversize oversized bulky big_stuff large_items heavy_items | voluminoso voluminosos
dryer tumble_dry tumble_dryer tumble_dried | secadora secar_a_maquina
transferable pass_on passed_on pass_along second_owner new_owner next_owner | transferible ceder cesion
reviews review opinions opinion testimonials customers_say customers_think buyers_say buyers_think people_say people_think | opiniones opinion resenas resena valoraciones
duvet duvets comforter comforters doona |  edredon edredones
today same_day go_out_today goes_out_today leave_today leaves_today ship_today ships_today | hoy mismo_dia salir_hoy misma_tarde
iron ironing ironed | plancha planchar
free gratis free_of_charge complimentary without_paying no_charge dont_pay_for | gratis gratuito gratuita gratuitos gratuitas sin_coste sin_costo sin_cargo sin_pagar no_pago_envio no_pagar_envio no_pagar_el_envio no_pago_el_envio no_cobrais_envio no_cobran_envio
courier carrier delivery_company delivery_driver | mensajero transportista repartidor agencia_de_transporte agencia empresa_de_reparto empresa_de_transporte paqueteria mensajeria
vegetable vegetables veggie veggies veg | verdura verduras hortaliza hortalizas
kids_bike childrens_bike | bici_infantil bicicleta_infantil
bike bikes bicycle bicycles | bici bicis bicicleta bicicletas
jet_wash jetwash pressure_wash pressure_washer pressure_washing | hidrolimpiadora
expire expires expired expiry expiration expiry_date run_out runs_out lapse lapses lapsed valid validity | caducidad caducar vencimiento vencer vigencia caduca caducan vence vencen valido valida validez vigente
absent not_at_home not_home nobody_home nobody_is_home be_home be_at_home somebody_home someone_home stay_home | ausente ausencia no_estoy_en_casa no_estar_en_casa no_estaba_en_casa no_estas_en_casa no_hay_nadie no_haya_nadie no_me_encuentran nadie_en_casa hay_nadie estar_en_casa
address addresses street | direccion direcciones en_calle que_calle ubicacion ubicaciones ubicado ubicada ubicados ubicadas donde_queda_la donde_quedan
cash_on_delivery cod | contrareembolso contra_reembolso contra_entrega pagar_al_repartidor pagar_al_recibir
stack stackable stacked cumulative combine_discounts combine_discount combine_codes combine_code combine_coupons combine_offers combine_promotions combined_with_any_other combined_with_other combined_with_each_other two_codes two_coupons two_discount_codes two_promo_codes two_discounts several_codes multiple_codes | acumular acumulable acumulables combinar_descuentos combinar_cupones combinar_codigos combinar_entre_si combinar_ofertas juntar_descuentos juntar_cupones juntar_codigos compatibles_con_otros compatibles_con_otras dos_codigos dos_cupones dos_descuentos varios_codigos varios_cupones
deduct deducted deduction deductions take_off_my_refund taken_off_my_refund withhold withheld | descontar deducir quitar_dinero quitais_dinero quitan_dinero quitar_algo_de_dinero quitais_algo_de_dinero quitan_algo_de_dinero descontais
kilo kilos kg kgs kilogram kilograms | kilo kilos kg kilogramos
parking car_park can_i_park do_i_park can_we_park do_we_park to_park park_my_car park_the_car leave_the_car leave_my_car leave_our_car | aparcamiento aparcar parking estacionamiento estacionar dejar_el_coche
appointment appointments | cita cita_previa pedir_hora
insurance insured | seguros asegurar teneis_seguro tienen_seguro contratar_seguro
blanket blankets | manta cobija frazada
headphones earphones | auriculares audifonos
speaker loudspeaker | altavoz bocina parlante
glasses spectacles eyeglasses | gafas lentes anteojos
computer pc | ordenador computadora computador
t-shirt tee | camiseta playera remera
juice juices | zumo jugo
car cars | coche carro automovil auto autos
spare_part spare_parts replacement_part replacement_parts | refaccion refacciones recambio recambios repuesto repuestos
car_boot car_trunk | cajuela maletero
kilometer kilometers kilometre kilometres km kms | kilometro kilometros km kms
tire tires tyre tyres | neumatico llanta
standard regular normal | estandar normal ordinario
bank_transfer wire_transfer transfer | transferencia transferencia_bancaria
whatsapp | whatsapp wasap guasap wsp por_whats un_whats su_whats el_whats tienen_whats tienes_whats tiene_whats
suitcase suitcases luggage | maleta maletas valija valijas
footwear shoe shoes | calzado zapato zapatos
skirt skirts | falda faldas pollera polleras
discontinued discontinue discontinuation no_longer_made no_longer_produced no_longer_sold not_made_anymore isnt_made_anymore arent_made_anymore isnt_sold_anymore stop_making stopped_making stop_selling stopped_selling out_of_production | descatalogado descatalogados descatalogada descatalogadas ya_no_se_fabrica ya_no_se_fabrican ya_no_se_vende ya_no_se_venden dejo_de_fabricarse deje_de_fabricarse dejais_de_fabricar
wrapping wrap wrapped giftwrap gift_wrap gift_wrapping gift_wrapped wrapping_paper | envoltorio envolver envuelto papel_de_regalo papel_regalo paquete_de_regalo paquete_regalo paquete_para_regalo envolver_para_regalo
wheelchair wheelchairs accessible accessibility ramp ramps step-free mobility_scooter reduced_mobility | accesible accesibilidad silla_de_ruedas sillas_de_ruedas rampa movilidad_reducida
subscription subscriptions subscribe subscribed | suscripcion suscripciones suscribirse suscribo suscribir
deposit deposits down_payment put_down money_down upfront | senal anticipo fianza deposito
debited debit charge_my_card card_charged card_be_charged money_leave_account money_leaves_account leave_my_account leaves_my_account taken_from_my_account take_my_money off_my_card off_my_account out_of_my_account from_my_card money_off_my_card money_off_my_account taken_off_my_card | cobro hacer_el_cargo cargo_se_hace pasar_el_cargo cobrar_la_tarjeta
signature sign signs signed | firma firmar firmas
overnight next-day next_day by_tomorrow for_tomorrow | dia_siguiente para_manana
express expedited expedite rush_shipping rush_delivery rush_order | expres expreso urgente urgentes
age ages aged adult adults minor minors underage old_enough | edad edades menor_de_edad mayor_de_edad adulto adultos
rechargeable cordless battery-powered battery-operated without_plugging without_a_plug without_an_outlet | recargable recargables inalambrico inalambrica sin_enchufar sin_enchufe
quiet silent noiseless bothering_the_neighbors waking_the_neighbors bother_the_neighbors wake_the_neighbors | silencioso silenciosa silenciosos
beginner beginners starter first_timer just_starting starting_out newbie | principiante principiantes iniciacion empezar_de_cero empiezo_de_cero
folding foldable folds fold collapsible foldaway | plegable plegables
lefty lefties left_handed southpaw | zurdo zurda zurdos
amplifier amplifiers amp amps | amplificador amplificadores
compact space_saving takes_up_little small_space | compacto compacta ocupe_poco no_ocupe ocupa_poco
`;

/** A thing that has several names. */
export interface Concept {
  /** Every single-word name, as lexemes of either language. */
  lexemes: ReadonlySet<string>;
  /** Its first single-word name in each language that has one. */
  name: { en?: string; es?: string };
}

interface Entry {
  concept: Concept;
  /** Folded words; more than one for a phrase. */
  words: string[];
  spanish: boolean;
}

/** Made by the first question. */
let entries: Map<string, Entry[]> | undefined;

function readEntries(): Map<string, Entry[]> {
  const byFirstWord = new Map<string, Entry[]>();
  for (const line of LINES.trim().split('\n')) {
    const languages = line.split('|').map((half) =>
      half
        .trim()
        .split(/\s+/)
        .map((name) => fold(name).split('_'))
        .flatMap((words) => (words.some(isContraction) ? [words, words.map(asRead)] : [words])),
    );
    const singles = languages.map((names) => names.find((name) => name.length === 1)?.[0]);
    const concept: Concept = {
      name: { ...(singles[0] ? { en: singles[0] } : {}), ...(singles[1] ? { es: singles[1] } : {}) },
      lexemes: new Set(
        languages.flatMap((names, index) =>
          names
            .filter((name) => name.length === 1)
            // The compound itself: "free" alone is not "interest-free".
            .flatMap((name) => lexemes(name[0] ?? '', index === 0 ? 'en' : 'es').slice(0, 1)),
        ),
      ),
    };
    languages.forEach((names, index) => {
      for (const words of names) {
        const first = words[0] ?? '';
        const entry = { concept, words, spanish: index === 1 };
        byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), entry]);
      }
    });
  }
  addSpanishForms(byFirstWord);
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
}

/** Things that have the form of a listed verb: copper is not charged. */
const OTHER_THINGS = new Set('cobre cobres costa costas mando mandos junta juntas funda fundas'.split(' '));

/** "Cambiáis" and "chaquetas" are of "cambiar" and "chaqueta"; what a line has as it is stands for that alone. */
function addSpanishForms(byFirstWord: Map<string, Entry[]>): void {
  const listed = [...byFirstWord.values()].flat().filter(({ spanish }) => spanish);
  const own = new Set(byFirstWord.keys());
  for (const { concept, words, spanish } of listed) {
    const [first = '', ...rest] = words;
    for (const form of [...spanishVerbForms(first), ...(rest.length === 0 ? spanishNounForms(first) : [])]) {
      // Of a phrase only the verb is another form, so that it may begin as another line does.
      if (form === first || (rest.length === 0 && own.has(form)) || isOther(form)) continue;
      byFirstWord.set(form, [...(byFirstWord.get(form) ?? []), { concept, words: [form, ...rest], spanish }]);
    }
  }
}

function isOther(word: string): boolean {
  return OTHER_THINGS.has(word) || stopWords('es').has(word) || stopWords('en').has(word);
}

const CONTRACTION = /^(?:do|does|did|has|have|had|is|was|were|wo|ca)nt$/;

function isContraction(word: string): boolean {
  return CONTRACTION.test(word);
}

/** Of "hasn't" the analysis leaves "hasn" and "t". */
function asRead(word: string): string {
  return isContraction(word) ? word.slice(0, -1) : word;
}

/** "The cheapest that you have in red" is not cheaper in another shop. */
const WHERE = /^(?:at|on|en)$/;

/**
 * The concept that begins at a word of a text, the longest phrase first; up to two words may stand within a phrase
 * ("send it back"), none before a preposition at its end.
 * @param words of the text, folded; @param at where to look.
 * @returns the concept and the positions of its words, or null.
 */
export function conceptAt(words: string[], at: number): { concept: Concept; positions: number[] } | null {
  entries ??= readEntries();
  for (const entry of entries.get(words[at] ?? '') ?? []) {
    const positions = [at];
    for (const [place, word] of entry.words.entries()) {
      if (place === 0) continue;
      const last = positions.at(-1) ?? at;
      const isEnd = place === entry.words.length - 1 && WHERE.test(word);
      const next = words.slice(last + 1, last + (isEnd ? 2 : 4)).indexOf(word);
      if (next < 0) break;
      positions.push(last + 1 + next);
    }
    if (positions.length === entry.words.length) return { concept: entry.concept, positions };
  }
  return null;
}

/** A thing by a single word for it, folded. */
interface NamedThing {
  word: string;
  concept: Concept;
  spanish: boolean;
}

let byInitial: Map<string, NamedThing[]> | undefined;

/** The single words of a language for all things, that begin with a letter: what a misspelled one may be meant for. */
export function thingsBeginningWith(initial: string, language: 'en' | 'es'): readonly NamedThing[] {
  entries ??= readEntries();
  byInitial ??= Map.groupBy(
    [...entries.values()].flatMap((same) =>
      same.flatMap(({ words: [word = '', ...rest], concept, spanish }) =>
        rest.length === 0 ? [{ word, concept, spanish }] : [],
      ),
    ),
    ({ word, spanish }) => `${spanish ? 'es' : 'en'}${word[0] ?? ''}`,
  );
  return byInitial.get(language + initial) ?? [];
}

let byLexeme: Map<string, ReadonlySet<string>> | undefined;

/** All names of the thing that a lexeme is an English name of. */
export function thingCalled(lexeme: string): ReadonlySet<string> | undefined {
  entries ??= readEntries();
  byLexeme ??= new Map(
    [...entries.values()].flatMap((same) =>
      same.flatMap(({ concept }) => [...concept.lexemes].map((name) => [name, concept.lexemes] as const)),
    ),
  );
  return byLexeme.get(lexeme);
}
