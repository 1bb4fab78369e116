import type { Dice } from './dice.ts';

const list = (text: string): readonly string[] => text.split('|').map((word) => word.trim());

const RANGES = list(
  'Harlow | Brindle | Fenwick | Ostler | Calder | Marlow | Tamsin | Orchard | Lindale | Wexcombe | Penrith | Sable',
);
const KINDS = list(
  'Kettle | Toaster | Desk Lamp | Rucksack | Rain Jacket | Casserole | Floor Fan | Coffee Grinder | Bookcase | Bedside Table | Chef Knife | Travel Mug | Wool Blanket | Picnic Rug | Storage Basket | Wall Clock',
);
const FINISHES = list(
  'Brushed Steel | Matt Black | Sage Green | Warm White | Natural Oak | Slate Grey | Terracotta | Navy Blue',
);
const PARTS = list(
  'base | lid | handle | frame | lining | inner seal | outer shell | hinge | switch | strap | foot | rim',
);
const MATERIALS = list(
  'stainless steel | borosilicate glass | solid beech | recycled nylon | cast aluminium | organic cotton | powder-coated steel | silicone | cork | merino wool',
);
const QUALITIES = list(
  'survives a drop from a table | stays cool to the touch | can be replaced without tools | keeps its shape after years of use | does not take on smells | is easy to wipe clean | muffles most of the noise | lets the air through',
);
const USES = list(
  'a small kitchen | a shared flat | weekends outdoors | a guest room | a home office | a family of five | long train journeys | a narrow hallway',
);
const TESTS = list('drops | openings | wash cycles | heating cycles | hours under load | kilometres of wear');

/** A product as its pages name it. */
export interface ProductName {
  /** On cards of other pages: `Harlow Kettle 412`. */
  short: string;
  /** On its own page: `Harlow Kettle 412, Brushed Steel`. */
  full: string;
  brand: string;
  kind: string;
  finish: string;
}

/** Names a product; the number makes the name its own. */
export function nameProduct(dice: Dice, number: number): ProductName {
  const [brand, kind, finish] = [dice.pick(RANGES), dice.pick(KINDS), dice.pick(FINISHES)];
  const short = `${brand} ${kind} ${number}`;
  return { short, full: `${short}, ${finish}`, brand, kind, finish };
}

/** Sentences about a thing, as a shop would write them; each names it or a figure of its own. */
export function paragraph(dice: Dice, name: string, sentences: number): string {
  const part = () => dice.pick(PARTS);
  const makers = [
    () => `The ${part()} of the ${name} is made of ${dice.pick(MATERIALS)} and ${dice.pick(QUALITIES)}.`,
    () =>
      `At ${dice.whole(120, 9800)} g it suits ${dice.pick(USES)}, and its ${part()} ${dice.pick(QUALITIES)}.`,
    () =>
      `We tested the ${name} for ${dice.whole(200, 9000)} ${dice.pick(TESTS)} before it went into the range.`,
    () =>
      `Made for ${dice.pick(USES)}, it measures ${dice.whole(12, 90)} by ${dice.whole(8, 60)} cm and packs into a box of ${dice.whole(2, 40)} litres.`,
    () =>
      `Its ${part()} in ${dice.pick(MATERIALS)} ${dice.pick(QUALITIES)}, which is why people who own the ${name} keep it for ${dice.whole(4, 20)} years on average.`,
  ];
  return Array.from({ length: sentences }, () => dice.pick(makers)()).join(' ');
}

/** An amount in dollars that never ends in 00 or 0, so that it reads the same however it is written. */
export function amount(dice: Dice, min: number, max: number): string {
  return `${dice.whole(min, max)}.${dice.whole(1, 9)}${dice.whole(1, 9)}`;
}

/** Rows of a specification, label and value. */
export function specification(dice: Dice): [label: string, value: string][] {
  return [
    ['Weight', `${dice.whole(120, 9800)} g`],
    ['Outer dimensions', `${dice.whole(12, 90)} × ${dice.whole(8, 60)} × ${dice.whole(5, 50)} cm`],
    ['Material of the body', dice.pick(MATERIALS)],
    ['Rated load', `${dice.whole(3, 180)} kg`],
    ['Cable or strap length', `${dice.whole(60, 240)} cm`],
    ['Guarantee', `${dice.whole(2, 15)} years on the ${dice.pick(PARTS)}`],
    ['Packaging', `${dice.whole(60, 100)} % recycled cardboard`],
    ['Order code', `${dice.pick(RANGES).slice(0, 2).toUpperCase()}-${dice.whole(10_000, 99_999)}`],
  ];
}
