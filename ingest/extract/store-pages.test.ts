import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';

/** A page in the markup of a common shop system, and each of its sections as `path | its lines`. */
function read(name: string): string[] {
  const html = readFileSync(new URL(`store-pages/${name}.html`, import.meta.url), 'utf8');
  const document = extractPage(parsePage(html), {
    url: `https://shop.example/${name}`,
    fetchedAt: '2026-11-22T09:00:00Z',
  });
  return (document?.sections ?? []).map(
    ({ heading, start, end }) =>
      `${heading.join(' > ')} | ${document?.text.slice(start, end).replaceAll('\n', ' / ')}`,
  );
}

describe('whole pages of common shop systems', () => {
  it('reads a WooCommerce product with its tabs and reviews, and not what is white on white in one', () => {
    expect(read('woocommerce-product')).toEqual([
      'Merino Base Layer | £52.00 / A 150-weight layer that dries overnight. / 12 in stock / SKU: MBL-150 Category: Base layers',
      'Description | Knitted in Cumbria from New Zealand wool. / Flatlock seams / Thumb loops',
      'Additional information | Weight: 0.2 kg / Fabric: 100% merino',
      'Reviews > Reviews (2) > 2 reviews for Merino Base Layer | Ann – 3 May 2026 / Keeps me warm on the fells.',
    ]);
  });

  it('reads a Shopify product with its accordions, options and the size chart of its dialog', () => {
    expect(read('shopify-dawn-product')).toEqual([
      'Ridge 2 Tent | $349.00 USD / Color: Moss, Sand / A two-person, three-season tent with two doors.',
      'Materials | 20D ripstop nylon fly, DAC poles.',
      'Shipping & returns | Ships in 2 days. Returns within 60 days.',
      'Shipping & returns > Outside the US | Add 5 days and duties.',
      'Size chart | Part: Floor; Length: 220 cm; Width: 130 cm',
    ]);
  });

  it('reads a Magento product whose list of tabs holds their panels', () => {
    expect(read('magento-product')).toEqual([
      'Trail Boot | As low as $129.00 / In stock / SKU / TB-9 / A waterproof leather boot for rough ground.',
      'Details | Full-grain leather with a Gore-Tex lining.',
      'More Information | Sole: Vibram / Weight: 1.3 kg a pair',
      'Reviews > Reviews 1 | Sturdy / Dry feet all week.',
    ]);
  });

  it('reads a Zendesk article without its votes, sidebar and related articles', () => {
    expect(read('zendesk-article')).toEqual([
      'How do I start a return? | You have 60 days from delivery.',
      'Steps | Open your orders. / Choose Return items. / Print the label and drop the parcel off.',
      'What it costs | Reason: Wrong size; Fee: $6.95 / Reason: Faulty; Fee: None',
    ]);
  });

  it('reads an Intercom article, its table among it', () => {
    expect(read('intercom-article').map((section) => section.replace(/^.* \| /, ''))).toEqual([
      'Parcels leave our workshop on weekdays before 14:00.',
      '1–2 working days by Correos.',
      'Zone: Balearics; Days: 3–4; Cost: €6.90 / Zone: Canaries; Days: 7–10; Cost: €9.90',
    ]);
  });

  it('reads questions in Spanish that a class opens, and not what no click shows', () => {
    expect(read('spanish-faq')).toEqual([
      'Preguntas frecuentes | En agosto el taller cierra: los pedidos salen desde el 1 de septiembre.',
      'Envíos > ¿Cuánto tarda mi pedido? | Entre 2 y 4 días laborables en la península.',
      'Envíos > ¿Enviáis a Canarias? | Sí, por 9,90 €; tarda de 7 a 10 días.',
      'Devoluciones > ¿Puedo devolver un artículo rebajado? | Sí, en 30 días y sin usar. / Con su etiqueta / En su caja',
      'Preguntas frecuentes | ¿Más dudas? Escríbenos a hola@telar.example.',
    ]);
  });

  it('names sizes with two rows of heads, a column of heads and an empty corner', () => {
    expect(read('size-guide').slice(1)).toEqual([
      'Women | Size: S; Chest in: 34; Chest cm: 86; Waist in: 27; Waist cm: 69 / Size: M; Chest in: 36; Chest cm: 91; Waist in: 29; Waist cm: 74',
      'Boots | UK; EU 38: 5; EU 39: 6; EU 40: 6.5 / Foot length; EU 38, EU 39: 24–25 cm; EU 40: 25.5 cm',
      'Gloves | Hand girth; XS: 17 cm; S: 18 cm; M: 19 cm / Hand length; XS: 16 cm; S: 17 cm; M: 18 cm',
    ]);
  });

  it('reads shipping rates by region, with the note below them', () => {
    expect(read('shipping-rates')).toEqual([
      'Shipping rates | Orders over $150 ship free within the United States.',
      'Rates by region | Region: United States; Service: Ground; Time: 3–5 days; Price: $9 / Region: United States; Service: Express; Time: 1–2 days; Price: $25',
      'Rates by region > Rest of the world | Region: Canada; Service: Air; Time: 5–7 days; Price: $19 / Region: Europe; Service: Air; Time: 7–10 days; Price: $29* / * Duties are paid on delivery.',
      'Cut-off times | Day: Monday–Friday; Order by: 2 pm / Day: Saturday; Order by: 10 am',
    ]);
  });

  it('compares products by name, also where a cell speaks for two or is a picture', () => {
    expect(read('comparison').slice(1)).toEqual([
      'Compare our tents | Feature: Sleeps; Ridge 2: 2; Ridge 4: 4; Dome 3: 3 / Feature: Weight; Ridge 2: 1.9 kg; Ridge 4: 3.1 kg; Dome 3: 2.6 kg / Feature: Footprint included; Ridge 2: Yes; Ridge 4: No; Dome 3: ✓',
      'Poles | Feature: Material; Ridge 2, Ridge 4: Aluminium; Dome 3: Fibreglass',
    ]);
  });

  it('reads specifications as names and values, and tabs that only classes mark', () => {
    expect(read('specifications')).toEqual([
      'Brew 5 Coffee Machine | Fresh coffee for a family, with a timer and a jug that keeps warm.',
      'Specifications | Power: 1,050 W / Jug: 1.25 l / Colours: Black, Cream',
      'Specifications > Is the jug dishwasher safe? | Yes, on the upper rack.',
      'Specifications > Dimensions | Height 36 cm / Width 22 cm',
      'Specifications > In the box | Machine / 4 filters',
      'Specifications > In the box > Warranty | Five years, parts and labour.',
      'Specifications > In the box > Care | Descale every three months.',
    ]);
  });

  it('reads accordions within accordions', () => {
    expect(read('nested-accordions')).toEqual([
      'Repairs | Our workshop repairs any brand.',
      'Repairs > What does a service cost? | A basic service is €49, a full one €119.',
      'Test rides | Bring an ID card. A ride lasts up to an hour.',
    ]);
  });

  it('reads questions that checkboxes open, under a dark banner', () => {
    expect(read('css-only-faq')).toEqual([
      'Questions about our candles | Every candle is poured to order in Leeds.',
      'How long do they burn? | About 45 hours for a 220 g candle.',
      'Are they vegan? | Yes: soy wax and cotton wicks.',
    ]);
  });
});
