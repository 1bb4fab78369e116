/** What makes a text an attack: it speaks to whoever answers from it, not to shoppers. */
export interface OrderPattern {
  /** Follows the word "it". */
  reason: string;
  /** Folded words, one of which is in any text that matches; most texts have none. Null where a match may have no words. */
  words: string | null;
  /** For folded text (lower case, no accents). Quantifiers are bounded, so that time grows with the text's length. */
  pattern: RegExp;
  /** A match is no order where this matches it, or a few words beside it. */
  unless?: RegExp;
}

/** One pattern of its parts. */
export function joinPattern(...parts: string[]): RegExp {
  return new RegExp(parts.join(''));
}
