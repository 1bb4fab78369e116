import { withoutUnit } from './unit-columns.ts';

/** A list of names as one line: `a | b`. */
const names = (list: string): readonly string[] => list.split('|').map((name) => name.trim());

/**
 * Accepted column names by field, the preferred first, folded as by {@link foldColumn}: Google Merchant's product data
 * specification, the exports of Shopify (CSV and products.json) and WooCommerce, schema.org, and what spreadsheets in
 * English, Spanish, French and German say.
 */
export const COLUMN_NAMES = {
  sku: names(`
    variant sku | sku | item number | article number | product code | item code | code | codigo |
    referencia | ref | reference | artikelnummer`),
  id: names('id | product id | productid | offer id | item id | variant id | id producto'),
  group: names(`
    item group id | parent sku | parent id | parent | group id | product group | productgroupid`),
  handle: names('handle | url handle | slug'),
  title: names(`
    title | name | product name | product title | item name | nombre | titulo | nombre del producto |
    nombre producto | producto | nom | titel | produktname`),
  description: names(`
    description | body html | body | long description | product description | short description |
    descripcion | descripcion larga | detalle | beschreibung | summary | content`),
  url: names(`
    link | url | product url | product link | permalink | enlace | url del producto | url producto |
    lien`),
  image: names(`
    image link | image src | image | image url | images | featured image | variant image | imagen |
    url imagen | foto | bild`),
  price: names(`
    price | variant price | regular price | unit price | offers price | precio | precio venta | pvp |
    preis | prix`),
  salePrice: names(`
    sale price | special price | discounted price | precio oferta | precio de oferta | precio rebajado |
    precio con descuento | angebotspreis | prix promo`),
  saleDates: names('sale price effective date'),
  saleStart: names('date sale price starts | sale start | sale start date | inicio oferta'),
  saleEnd: names('date sale price ends | sale end | sale end date | fin oferta'),
  listPrice: names(`
    compare at price | variant compare at price | list price | msrp | rrp | original price | old price |
    was price | precio anterior | precio original | precio de lista`),
  currency: names(`
    currency | price currency | pricecurrency | currency code | moneda | divisa | wahrung | devise`),
  availability: names(`
    availability | available | stock status | in stock | disponibilidad | disponible | verfugbarkeit |
    disponibilite`),
  quantity: names(`
    quantity | stock | qty | stock quantity | inventory quantity | variant inventory qty | inventory |
    cantidad | existencias | unidades | bestand`),
  /** Who counts the stock, and whether it is sold when there is none (Shopify). */
  tracker: names('variant inventory tracker'),
  stockPolicy: names('variant inventory policy'),
  published: names('status | published | visibility in catalog | estado | publicado | visible'),
  brand: names('brand | brands | vendor | manufacturer | marca | fabricante | marke | marque | hersteller'),
  gtin: names(`
    gtin | variant barcode | barcode | ean | upc | gtin13 | gtin14 | gtin12 | gtin8 | ean13 | isbn |
    codigo de barras`),
  category: names(`
    product type | category | categories | product category | categoria | categorias | departamento |
    kategorie | categorie | google product category | type | tipo`),
  rating: names('rating | average rating | rating value | ratingvalue | valoracion | puntuacion'),
  ratingCount: names(`
    rating count | ratingcount | review count | reviewcount | reviews | reviews count |
    number of reviews | opiniones`),
  locale: names('content language | locale | language | lang | idioma'),
  option1Name: names('option1 name | attribute 1 name'),
  option2Name: names('option2 name | attribute 2 name'),
  option3Name: names('option3 name | attribute 3 name'),
  option1Value: names('option1 value | option1 | attribute 1 value s'),
  option2Value: names('option2 value | option2 | attribute 2 value s'),
  option3Value: names('option3 value | option3 | attribute 3 value s'),
} as const;

/** What Aisle understands of a catalog's columns. Anything else is an attribute of the product. */
export type CatalogField = keyof typeof COLUMN_NAMES;

/** Attributes that a shopper asks for by one name, whatever the column's. */
const ATTRIBUTES = new Map<string, string>(
  Object.entries({
    color: names('color | colour | colores | farbe | couleur'),
    size: names('size | talla | tamano | talle | grosse | taille'),
    material: names('material | materiales | matiere'),
    gender: names('gender | genero | sexo | geschlecht'),
  }).flatMap(([attribute, columns]) => columns.map((column) => [column, attribute] as const)),
);

/** Columns that run the shop and are no shopper's business, what a product costs the store above all; `*` is anything. */
const INTERNAL = new RegExp(
  `^(?:${names(`
    cost | costo | coste | cost per item | cost price | cost of goods sold | unit cost | purchase price | precio coste |
    precio de coste | precio de costo | precio de compra | precio compra | wholesale price | margin | margen | supplier |
    proveedor | supplier * | variant fulfillment service |
    variant requires shipping | variant taxable | variant tax code | variant grams | variant weight unit | gift card |
    seo title | seo description | google shopping * | image position | image alt text | template suffix | published at |
    published scope | included * | price * | compare at price * | created at | updated at | admin graphql api id |
    custom label * | internal label * | ads redirect | mobile link | additional image link | shipping * |
    shipping | tax * | tax | taxable | fulfillment service | requires shipping | grams | weight unit | inventory * |
    old inventory quantity | identifier exists | canonical link | option1 linked to | option2 linked to |
    option3 linked to | context | availability date | expiration date | sale price * | offers * | meta * |
    is featured | adult | is bundle | low stock amount | backorders allowed | sold individually |
    allow customer reviews | purchase note | download * | upsells | cross sells | grouped products | external url |
    button text | attribute * visible | attribute * global | attribute * default`)
    .map((name) => name.replace('*', '.*'))
    .join('|')})$`,
);

const REVIEW =
  /^(?:(?:customer|user|buyer|product|top|featured|recent|best|verified) )?(?:reviews?|testimonials?)(?: (?:text|body|content|\d+))?$|^(?:opinion(?:es)?|resenas?|valoraciones|testimonios?)(?: (?:de )?(?:los )?(?:clientes?|usuarios|compradores|texto|\d+))?$|^(?:customer|user) (?:comments?|questions?|answers?|feedback)$|^(?:comentarios?|preguntas?) de (?:los )?(?:clientes|usuarios|compradores)$/;

/** Whether a column holds what customers wrote. */
export function isReviewColumn(name: string): boolean {
  return REVIEW.test(foldColumn(name));
}

/** `g:Sale_Price` and `Precio (oferta)` as they are looked up: `sale price`, `precio oferta`. */
export function foldColumn(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .replace(/^g:/i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const FIELDS = Object.keys(COLUMN_NAMES) as CatalogField[];

/** The field that a column's name stands for; null for any other column. */
export function fieldOfColumn(name: string): CatalogField | null {
  const folded = foldColumn(name);
  return FIELDS.find((field) => COLUMN_NAMES[field].includes(folded)) ?? null;
}

/** Whether a column is one that shoppers must not or need not see. */
export function isInternalColumn(name: string): boolean {
  return INTERNAL.test(foldColumn(name));
}

/** An attribute's name as it is stored: `Talla` is `size`, `Care_Instructions` is `care instructions`, `Weight (kg)` is `weight`. */
export function attributeName(name: string): string {
  const bare = withoutUnit(name);
  const readable = bare
    .replace(/^g:/i, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
  return ATTRIBUTES.get(foldColumn(bare)) ?? readable;
}
