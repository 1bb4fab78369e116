import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { QuestionTerm } from './question-terms.ts';

/** What stores have rules and services for, whatever they sell: English and Spanish. */
const ENGLISH = `return refund exchange delivery shipping ship deliver postage courier parcel order orders cancel warranty guarantee repair
payment pay installment invoice receipt email phone contact hours pickup collection customs duties tax tracking track membership
points loyalty reward privacy data account password subscription newsletter policy policies terms store stores shop location
address founded company discount coupon promo voucher wholesale career job jobs sustainability complaint engraving student`;
const SPANISH = `devolver devolucion regresar rastrear mayoreo sucursal sucursales paqueteria reembolso cambio cambiar envio enviar entrega paquete pedido pedidos cancelar garantia reparar reparacion
pago pagar plazos factura correo telefono contactar horario recogida recoger aduana arancel impuestos iva seguimiento puntos socio
privacidad datos cuenta suscripcion politica condiciones tienda tiendas direccion empresa descuento cupon mayorista empleo`;

/** Made by the first question. */
let topics: ReadonlySet<string> | undefined;

/** Whether a term speaks of a store's rules and services, such as returns, rather than of what it sells. */
export function isStoreTopic({ lexeme, synonyms }: Pick<QuestionTerm, 'lexeme' | 'synonyms'>): boolean {
  topics ??= new Set([...lexemes(ENGLISH, 'en'), ...lexemes(SPANISH, 'es')]);
  if (topics.has(lexeme)) return true;
  for (const synonym of synonyms) if (topics.has(synonym)) return true;
  return false;
}
