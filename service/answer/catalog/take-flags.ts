import { literal } from '../../../ingest/analysis/literal.ts';
import { stem } from '../../../ingest/analysis/stem.ts';
import { isNegated } from './is-negated.ts';
import { kindAt } from './kind-words.ts';
import { pushValue } from './push-value.ts';
import type { TakenValues } from './take-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Other words for what a thing is free of: a perfume is a fragrance. */
function sameThing(word: string, locale: string): readonly string[] {
  return kindAt([stem(word, locale.slice(0, 2))], 0)?.names.filter((name) => !name.includes(' ')) ?? [];
}

/** "Waterproof boots" where the catalog says `Waterproof: Yes`; "compost without peat" where it says `Peat-free: Yes`. */
export function takeFlags(
  text: string,
  vocabulary: Vocabulary,
  taken: TakenValues,
  blank: (start: number, end: number) => void,
): void {
  for (const [folded, flag] of vocabulary.flags) {
    const free = /^(.+)[- ]free$|^sin (.+)$/.exec(folded);
    const lacking = free?.[1] ?? free?.[2];
    const lacked =
      lacking === undefined
        ? ''
        : [lacking, ...sameThing(lacking, vocabulary.locale)]
            .map((one) => `${literal(one)}\\p{L}{0,2}`)
            .join('|');
    const names = [
      literal(folded).replaceAll(/[-\s]/g, '[-\\s]'),
      ...(lacking === undefined
        ? []
        : [
            `(?:without|no|sin|free of|libre de) (?:any )?(?:${lacked})`,
            `(?:${lacked})[- ]free`,
            `un(?:${lacked})d?`,
          ]),
    ];
    const match = new RegExp(String.raw`(?<!\p{L})(?:${names.join('|')})s?(?!\p{L})`, 'u').exec(text);
    if (match === null) continue;
    const negated = isNegated(text.slice(0, match.index));
    const [want, avoid] = negated ? [flag.no, flag.yes] : [flag.yes, flag.no];
    const attributes = { [flag.attribute]: want.length > 0 ? want : [negated ? 'no' : 'yes'] };
    taken.choices.push({
      said: flag.attribute,
      attributes,
      names: [],
      // Told by the text alone, where a product does not state the attribute.
      lexemes: negated ? [] : [stem(folded.replace(/[^\p{L}\p{N}]/gu, ''), vocabulary.locale.slice(0, 2))],
    });
    for (const value of avoid) pushValue(taken.notAttributes, flag.attribute, value);
    for (const [key, entries] of vocabulary.values)
      if (!negated && new RegExp(String.raw`^(?:not|no|non)[\s-]${literal(folded)}$`, 'u').test(key))
        for (const entry of entries) pushValue(taken.notAttributes, entry.attribute, entry.value);
    taken.said[flag.attribute] = [negated ? 'no' : 'yes'];
    blank(match.index, match.index + match[0].length);
  }
}
