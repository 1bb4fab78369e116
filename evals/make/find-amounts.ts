/** What is counted or measured in a text. */
export type AmountKind = 'money' | 'percent' | 'duration' | 'measure' | 'clock';

interface Amount {
  kind: AmountKind;
  /** As it stands in the text. */
  text: string;
  index: number;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const RANGE = String.raw`${NUMBER}(?:\s?(?:-|–|—|to|and|or|a|y|o)\s?${NUMBER})?`;
const DAYS = String.raw`(?:(?:business|working|calendar|full)\s)?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?)(?:\s(?:h[aá]biles|laborables|naturales))?`;

/** How a duration and a price are written, for patterns of whole sentences. */
export const DURATION = String.raw`${RANGE}\s${DAYS}\b`;
export const MONEY = String.raw`(?:(?:US|CA|A)?[$€£]\s?${NUMBER}|${NUMBER}\s?(?:€|£|EUR\b|USD\b|GBP\b|euros?\b|dollars?\b|d[oó]lares\b))`;

const PATTERNS: [AmountKind, RegExp][] = [
  ['money', new RegExp(MONEY, 'giu')],
  ['percent', new RegExp(String.raw`${NUMBER}\s?%`, 'giu')],
  ['duration', new RegExp(`(?<![\\p{L}\\d.,$€£-])${DURATION}`, 'giu')],
  [
    'measure',
    new RegExp(
      String.raw`(?<![\p{L}\d.,$€£-])${RANGE}\s?(?:lbs?|kg|g|oz|cm|mm|m|ft|inches|in|ml|l|km|mi|W|kW|V|Hz|GB|TB|mAh|°C|°F)(?![\p{L}\d²])`,
      'gu',
    ),
  ],
  [
    'clock',
    /(?<![\d.,:])(?:\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?(?!\p{L}))?|\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b))/giu,
  ],
];

/** Prices, percentages, durations, measures and times of day in a text, in their order; none overlaps another. Pure. */
export function findAmounts(text: string): Amount[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Amount => ({ kind, text: match[0], index: match.index })),
  ).sort((a, b) => a.index - b.index || b.text.length - a.text.length);
  const kept: Amount[] = [];
  for (const amount of found) {
    const last = kept.at(-1);
    if (last === undefined || amount.index >= last.index + last.text.length) kept.push(amount);
  }
  return kept;
}
