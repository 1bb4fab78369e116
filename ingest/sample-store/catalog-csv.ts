import { products } from './data/products.ts';
import { variantsOf } from './variants.ts';

const columns = [
  'id',
  'item_group_id',
  'title',
  'description',
  'link',
  'image_link',
  'price',
  'sale_price',
  'availability',
  'availability_date',
  'brand',
  'gtin',
  'color',
  'size',
  'material',
  'product_type',
] as const;

/**
 * The catalog as a feed in Google Merchant Center's column names, one row a variant, as RFC 4180 CSV with CRLF.
 * `price` is the price before a sale and `sale_price` what it costs now, both like `129.00 USD`.
 * @param baseUrl the store's origin, without a trailing slash
 */
export function catalogCsv(baseUrl: string): string {
  const rows = products.flatMap((product) =>
    variantsOf(product).map(
      (variant): Record<(typeof columns)[number], string> => ({
        id: variant.sku,
        item_group_id: product.sku,
        title: product.name,
        description: [product.summary, ...product.description].join(' '),
        link: `${baseUrl}/products/${product.handle}`,
        image_link: `${baseUrl}/images/${product.handle}.svg`,
        price: amount(variant.listPrice ?? variant.price),
        sale_price: variant.listPrice === null ? '' : amount(variant.price),
        availability: variant.availability,
        availability_date: product.preorder ?? '',
        brand: product.brand,
        gtin: variant.gtin,
        color: variant.color,
        size: variant.size ?? '',
        material: product.material,
        product_type: product.productType,
      }),
    ),
  );
  const lines = [
    columns.join(','),
    ...rows.map((row) => columns.map((name) => csvField(row[name])).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function amount(price: number): string {
  return `${price.toFixed(2)} USD`;
}

function csvField(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
