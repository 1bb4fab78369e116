/** What a thing is praised for: "non-slip". */
const FEATURES =
  'stick|slip|skid|toxic|iron|dairy|alcoholic|allergenic|comedogenic|drip|gmo|scratch|fat|drowsy|greasy|bio|woven|refundable|returnable';
/** What says that the next words are not wanted; a verb's own "not" ("does not turn on", "is not waterproof") does not. */
const NOT = [
  String.raw`(?<!\b(?:is|are|was|were|am|be|do|does|did|has|have|had|can|could|will|would|should|must|may|why|if|or|it|its|it's)\s)not`,
  "(?:that|which|thats|that's)(?: is| are| was)? not|(?:that|which) (?:isn't|isnt|aren't|arent)",
  '(?:anything|everything) but|but (?:no|not)|except(?: for)?|other than|rather than|instead of',
  String.raw`que no sean?|excepto|salvo|en vez de|en lugar de|(?<=[,;]\s)(?:non?|not)|non(?=[\s-]\p{L})(?![\s-](?:${FEATURES}))`,
].join('|');
const STARTS = new RegExp(
  String.raw`(?<![\p{L}'])(?:${NOT})[\s-]+(?:(?:an?|the|your|any|of|from|made|in|de|del|el|la|los|las|un|una|one|for|with|con|para)\s+)*`,
  'gu',
);
/** Then nothing is named: "not sure", "not too heavy", "not working". */
const NO_THING =
  /^(?:sure|too|so|very|only|just|yet|now|more|less|over|under|below|above|exceeding|muy|tan|mas|menos|solo|\p{L}+ing)(?!\p{L})/u;
/** Where what is not wanted ends. */
const END =
  /[,;.?!:()|$€£]|\s(?:but|and|with|under|below|over|above|for|than|in|that|which|tho|though|please|pls|is|are|has|have|can|pero|y|con|por|para|que|hasta)(?!\p{L})/u;
/** So many words at most are a thing that is not wanted. */
const MOST_WORDS = 4;

/** UTF-16 offsets. */
interface Span {
  start: number;
  end: number;
}

/** Where a folded text names what is not wanted: "not a [bread knife] tho", "que no sea de [cartas]". Pure. */
export function negatedSpans(folded: string): Span[] {
  return [...folded.matchAll(STARTS)].flatMap((match) => {
    const start = match.index + match[0].length;
    const rest = folded.slice(start);
    if (NO_THING.test(rest)) return [];
    const said = rest.slice(0, END.exec(rest)?.index ?? rest.length);
    const words = [...said.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu)].slice(
      0,
      match[0].startsWith('non') ? 1 : MOST_WORDS,
    );
    const last = words.at(-1);
    return last === undefined ? [] : [{ start, end: start + last.index + last[0].length }];
  });
}

/** A text without what it names as not wanted, each letter of that a space: "guitar strings, not nickel" calls no Nickel Strings. Pure. */
export function withoutNegated(text: string, folded: string): string {
  if (folded.length !== text.length) return text;
  return negatedSpans(folded).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}
