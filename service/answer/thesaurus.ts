import { lexemes } from '../../ingest/analysis/analyze.ts';
import { fold } from '../../ingest/analysis/stem.ts';

/**
 * What shoppers and shops call the same thing, English and Spanish: a line each, phrases with `_`. A line is meant as it
 * is used in retail ("send back" is a return, "hold" a pause), and holds words for one thing, never its opposite.
 */
const LINES = `
return returns returned send_back sent_back sending_back bring_back take_back give_back returning changed_my_mind | devolver devolucion devoluciones devuelvo devuelto mandar_de_vuelta mandado_de_vuelta enviar_de_vuelta arrepentido arrepenti
refund refunds refunded money_back reimburse reimbursement see_the_money get_my_money | reembolso reembolsos reembolsar dinero_de_vuelta devolver_el_dinero devolucion_del_dinero ingresais_el_dinero
exchange exchanges swap swapped different_size another_size | cambio cambiar cambios
delivery deliver delivered deliveries shipping ship shipped shipment shipments postage post dispatch dispatched arrive arrives get_here send_to | envio envios enviar enviais entrega entregas entregar reparto llegar llega mandar mandais
parcel parcels package packages box boxes carton | paquete paquetes bulto bultos caja
damaged damage broken broke shattered cracked smashed in_pieces ripped torn dented | danado danados danada roto rota golpe golpeado golpeada averiado averia desperfecto
faulty defective defect defects doesnt_work stopped_working not_working malfunction | defectuoso defectuosa defecto no_funciona estropeado estropeada
lost missing never_arrived never_came hasnt_arrived didnt_arrive | perdido extraviado no_ha_llegado no_llega
cancel cancelled canceled cancellation call_off | cancelar cancelacion anular anulacion
pause paused pausing put_on_hold hold suspend suspended skip | pausar pausa suspender
discount discounts coupon coupons promo_code promo voucher_code money_off percent_off % | descuento descuentos cupon cupones codigo_promocional rebaja
warranty warranties guarantee guarantees guaranteed | garantia garantias
repair repairs repaired fix fixed mend mended | reparar reparacion reparaciones arreglar arreglo arreglais taller
installments instalments pay_later pay_in financing finance monthly_payments | financiar financiacion a_plazos plazos cuotas pagar_a_plazos
payment payments pay paying paid | pago pagos pagar
email e-mail mail_address email_address | correo email correo_electronico
phone telephone call ring phone_number | telefono llamar llamo numero_de_telefono
contact reach get_in_touch get_hold | contactar contacto atencion_al_cliente
hours opening_hours opening_times open what_time_do_you_open | horario horarios abris abierto apertura abre
pickup pick_up collect collection click_and_collect | recoger recogida punto_de_recogida
old_appliance haul_away take_away removal | retirada retirar llevais llevar_el_viejo
gift present | regalo regalos
gift_card gift_cards gift_certificate voucher vouchers gift_token tokens | tarjeta_regalo vale_regalo tarjetas_regalo
student students college university school_discount | estudiante estudiantes universitario universitarios
military veteran veterans army navy | militar militares
bulk wholesale group_order large_order | mayorista al_por_mayor
customs duties duty import_tax import_fees | aduana aduanas arancel aranceles
invoice receipt bill vat_invoice | factura ticket recibo
track tracking where_is_my_order where_is_my_parcel | seguimiento rastrear donde_esta_mi_pedido
wash washing clean cleaning launder | lavar lavado limpiar limpieza
price_match cheaper_elsewhere match_prices beat_the_price | igualar_precio igualamos igualar mas_barato_en_otra mismo_precio
join become sign_up enroll | unirse apuntarse registrarse
price prices cost costs | precio precios cuesta coste
points loyalty rewards members membership | puntos socio socios club
size sizes sizing fit fits | talla tallas tallaje
crypto cryptocurrency cryptocurrencies bitcoin | criptomonedas bitcoin
worn used wear | usado usada usados
weight weigh weighs heavy | peso pesa
store shop showroom branch outlet | tienda tiendas local
founded established | fundada fundo fundasteis empezo
power wattage watt watts | potencia vatios
capacity volume liters litres gallons | capacidad litros
material materials fabric made_of made_from made_out_of | material materiales hecho_de hecha_de
notes tasting_notes taste tastes flavor flavour flavors | notas sabor sabe
spend minimum_order | pedido_minimo compra_minima
maximum max largest biggest highest | maximo maxima mayor
minimum least smallest lowest | minimo minima menor
amount value sum | importe cantidad
old_item trade_in trade-in | plan_renove
waterproof water_resistant rainproof | impermeable resistente_al_agua
vegan animal_products | vegano vegana
warm warmth | caliente abrigo_termico
kids children child toddler youth | ninos ninas nino infantil
dog dogs puppy pet pets | perro perros mascota mascotas
rent rental rentals hire | alquiler alquilar
delete erase remove_my_data | borrar eliminar suprimir
data personal_data privacy personal_information | datos datos_personales privacidad
broken_seal opened unsealed | abierto precintado desprecintado
fridge refrigerator | frigorifico frigo nevera
washing_machine washer | lavadora
tv television telly | televisor tele television
mobile cellphone smartphone | movil smartphone celular
laptop notebook | portatil ordenador_portatil
sofa couch settee | sofa
sneakers trainers | zapatillas deportivas
sweater jumper pullover | jersey sueter
pants trousers | pantalon pantalones
backpack rucksack | mochila
jacket coat | chaqueta abrigo
flashlight torch | linterna
amex american_express | amex
visa_card mastercard credit_card credit_cards debit_card debit_cards card_payment | tarjeta_de_credito tarjeta_de_debito
gmo genetically_modified | transgenico transgenicos modificado_geneticamente
fee fees surcharge surcharges charge charged extra_charge penalty penalties | recargo recargos suplemento suplementos cargo_adicional penalizacion
oversize oversized bulky big_stuff large_items heavy_items | voluminoso voluminosos
dryer tumble_dry tumble_dryer tumble_dried | secadora secar_a_maquina
iron ironing ironed | plancha planchar
free gratis free_of_charge complimentary | gratis gratuito gratuita gratuitos gratuitas sin_coste sin_costo
courier carrier delivery_company delivery_driver | mensajero transportista repartidor agencia_de_transporte
vegetable vegetables veggie veggies veg | verdura verduras hortaliza hortalizas
kids_bike childrens_bike | bici_infantil bicicleta_infantil
bike bikes bicycle bicycles | bici bicis bicicleta bicicletas
jet_wash jetwash pressure_wash pressure_washer pressure_washing | hidrolimpiadora
`;

/** A thing that has several names. */
interface Concept {
  /** Every single-word name, as lexemes of either language. */
  lexemes: ReadonlySet<string>;
  /** Its first single-word name in each language that has one. */
  name: { en?: string; es?: string };
}

interface Entry {
  concept: Concept;
  /** Folded words; more than one for a phrase. */
  words: string[];
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
        .map((name) => fold(name).split('_')),
    );
    const singles = languages.map((names) => names.find((name) => name.length === 1)?.[0]);
    const concept: Concept = {
      name: { ...(singles[0] ? { en: singles[0] } : {}), ...(singles[1] ? { es: singles[1] } : {}) },
      lexemes: new Set(
        languages.flatMap((names, index) =>
          names
            .filter((name) => name.length === 1)
            .flatMap((name) => lexemes(name[0] ?? '', index === 0 ? 'en' : 'es')),
        ),
      ),
    };
    for (const words of languages.flat()) {
      const first = words[0] ?? '';
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { concept, words }]);
    }
  }
  for (const entries of byFirstWord.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
}

/**
 * The concept that begins at a word of a text, the longest phrase first; up to two words may stand within a phrase
 * ("send it back").
 * @param words of the text, folded; @param at where to look.
 * @returns the concept and the positions of its words, or null.
 */
export function conceptAt(words: string[], at: number): { concept: Concept; positions: number[] } | null {
  entries ??= readEntries();
  for (const entry of entries.get(words[at] ?? '') ?? []) {
    const positions = [at];
    for (const word of entry.words.slice(1)) {
      const last = positions.at(-1) ?? at;
      const next = words.slice(last + 1, last + 4).indexOf(word);
      if (next < 0) break;
      positions.push(last + 1 + next);
    }
    if (positions.length === entry.words.length) return { concept: entry.concept, positions };
  }
  return null;
}
