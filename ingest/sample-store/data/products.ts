import { camp } from './products/camp.ts';
import { footwear } from './products/footwear.ts';
import { jackets } from './products/jackets.ts';
import { kidsAndDogs } from './products/kids-and-dogs.ts';
import { layers } from './products/layers.ts';
import { packs } from './products/packs.ts';
import { shelter } from './products/shelter.ts';
import type { Product } from './types.ts';

/** The whole catalog. */
export const products: Product[] = [
  ...jackets,
  ...layers,
  ...footwear,
  ...packs,
  ...shelter,
  ...camp,
  ...kidsAndDogs,
];
