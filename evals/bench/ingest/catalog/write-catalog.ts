import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Dice, makeDice } from '../made-up/dice.ts';
import { amount, nameProduct, paragraph } from '../made-up/wording.ts';

const COLUMNS =
  'id,item_group_id,title,description,link,image_link,price,availability,brand,color,size,product_type';
const COLORS = ['Black', 'Sage Green', 'Navy', 'Terracotta'];
const SIZES = ['S', 'M', 'L', 'XL'];

/** The size of a made-up catalog; each product has the same number of rows. */
export interface CatalogSize {
  rows: number;
  /** Rows of one product. With 1 there is no column value that joins rows. */
  variants: number;
}

/**
 * Writes a made-up catalog as CSV, with the columns of Google Merchant's product data specification, as a stream: no more
 * than a few rows are in memory.
 */
export async function writeCatalog(path: string, size: CatalogSize, signal: AbortSignal): Promise<void> {
  await pipeline(catalogLines(size), createWriteStream(path), { signal });
}

function* catalogLines({ rows, variants }: CatalogSize): Generator<string> {
  yield `${COLUMNS}\n`;
  for (let product = 1; (product - 1) * variants < rows; product += 1) {
    const left = rows - (product - 1) * variants;
    yield `${productRows(product, Math.min(left, variants), variants > 1).join('\n')}\n`;
  }
}

/** Variants differ in color, and every fourth of them in size too. */
function productRows(product: number, count: number, grouped: boolean): string[] {
  const dice: Dice = makeDice(product * 13 + 5);
  const name = nameProduct(dice, product);
  const text = paragraph(dice, name.short, 3);
  const price = amount(dice, 8, 300);
  const url = `https://shop.example/products/${product}`;
  return Array.from({ length: count }, (_, at) => {
    const id = grouped ? `P${product}-${at + 1}` : `P${product}`;
    const color = COLORS[at % COLORS.length] ?? '';
    const size = SIZES[Math.floor(at / COLORS.length) % SIZES.length] ?? '';
    const stock = dice.whole(1, 5) === 1 ? 'out of stock' : 'in stock';
    const values = [
      id,
      grouped ? `P${product}` : '',
      name.full,
      text,
      grouped ? `${url}?variant=${at + 1}` : url,
      `${url}-${at + 1}.jpg`,
      `${price} USD`,
      stock,
      name.brand,
      color,
      size,
      `Home > ${name.kind}`,
    ];
    return values.map(quoted).join(',');
  });
}

/** As RFC 4180 has it. */
function quoted(value: string): string {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
