import { fold } from '../../../ingest/analysis/stem.ts';

const NAME =
  '(?!(?:price|prices|precio|precios|it|them|that|this|another|other|any|some|a|an|the|your|my|our|sale|online|competitor\\p{L}*|otr[oa]s?|una?|la|el|los|las|su|internet|descuento\\p{L}*|oferta\\p{L}*|rebaja\\p{L}*)(?![\\p{L}]))([\\p{L}\\p{N}][\\p{L}\\p{N}.&-]*)';
/** Where a question about matching a price names whose price it is. */
const SELLERS = new RegExp(
  [
    `\\b(?:price[- ]?match|match|beat)(?:es|ing|ed)?\\s+(?:the |their )?(?:prices?\\s+)?(?:(?:at|on|from|of|with|in)\\s+)?${NAME}(?=['’]?s?(?:\\s+prices?)?\\s*(?:[?.!,]|$)|['’]?s?\\s+prices?)`,
    `\\b(?:cheaper|less|lower|better (?:price|deal)|lower price)\\s+(?:at|on|from|over at)\\s+${NAME}`,
    `\\b(?:igual\\p{L}+|mejor\\p{L}+|respet\\p{L}+)\\s+(?:el precio|los precios|precios?)?\\s*(?:de|del|a|con)\\s+${NAME}`,
    `\\b(?:mas barat[oa]s?|por menos|a menos|mejor precio)\\s+en\\s+${NAME}`,
  ].join('|'),
  'gu',
);

/**
 * The shops whose prices a question wants matched, folded: "REI" of "do you price match REI?". The rule is of other shops at large,
 * so that it need not name them. Pure.
 */
export function otherSellers(question: string): ReadonlySet<string> {
  return new Set(
    [...fold(question).matchAll(SELLERS)].flatMap(([, ...names]) =>
      names.flatMap((name) => (name === undefined ? [] : [name.replace(/['’]s$/, '')])),
    ),
  );
}
