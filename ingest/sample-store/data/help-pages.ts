import { about, bulkOrders, gearSwap, rentals, sustainability, tradeIn } from './help/company.ts';
import { accessibility, contact, faq, orderChanges, privacy } from './help/orders.ts';
import { discounts, payment, priceMatch, rewards } from './help/paying.ts';
import { refunds, returns } from './help/returns.ts';
import { internationalShipping, shipping } from './help/shipping.ts';
import { bootSizes, jacketSizes, packFit } from './help/sizing.ts';
import { devoluciones, envios } from './help/spanish-orders.ts';
import { contacto, garantia, pagos, tallasBotas } from './help/spanish-service.ts';
import { warranty } from './help/warranty.ts';
import type { HelpPage } from './types.ts';

/** Every help, policy and company page, in the order of the help center. */
export const helpPages: HelpPage[] = [
  shipping,
  internationalShipping,
  returns,
  refunds,
  orderChanges,
  warranty,
  jacketSizes,
  bootSizes,
  packFit,
  payment,
  priceMatch,
  rewards,
  discounts,
  faq,
  contact,
  accessibility,
  privacy,
  about,
  sustainability,
  rentals,
  tradeIn,
  bulkOrders,
  gearSwap,
  envios,
  devoluciones,
  garantia,
  pagos,
  tallasBotas,
  contacto,
];
