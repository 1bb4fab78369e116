import { normaliseText } from '../metrics/normalise-text.ts';
import { type Draft, type DraftKind, draftId, hashNumber } from './draft.ts';

export interface DraftChoice {
  /** In all. */
  limit: number;
  /** From one page. */
  perPage: number;
  seed: number;
}

/**
 * Chooses drafts so that they come from many pages and are of many kinds: page after page, each gives a draft of the kind of
 * which there are fewest yet, until there are enough or every page has given its share. The order of pages is that of the seed. The
 * same drafts in any order come to the same choice. Pure.
 */
export function chooseDrafts(drafts: readonly Draft[], { limit, perPage, seed }: DraftChoice): Draft[] {
  const bySource = new Map<string, Draft[]>();
  for (const draft of withoutTwins(drafts)) {
    bySource.set(draft.from, [...(bySource.get(draft.from) ?? []), draft]);
  }
  const rank = (draft: Draft) => hashNumber(seed, draftId(draft));
  const sources = [...bySource]
    .map(([from, own]) => ({
      from,
      place: hashNumber(seed, from),
      left: own.sort((a, b) => rank(a) - rank(b)),
      given: 0,
    }))
    .sort((a, b) => a.place - b.place || (a.from < b.from ? -1 : 1));
  const counts = new Map<DraftKind, number>();
  const chosen: Draft[] = [];
  for (let round = 0; round < perPage && chosen.length < limit; round += 1) {
    for (const { left } of sources) {
      if (chosen.length >= limit) break;
      const [rarest] = left.toSorted((a, b) => (counts.get(a.kind) ?? 0) - (counts.get(b.kind) ?? 0));
      if (rarest === undefined) continue;
      left.splice(left.indexOf(rarest), 1);
      counts.set(rarest.kind, (counts.get(rarest.kind) ?? 0) + 1);
      chosen.push(rarest);
    }
  }
  const place = new Map(sources.map(({ from }, index) => [from, index]));
  return chosen.sort((a, b) => (place.get(a.from) ?? 0) - (place.get(b.from) ?? 0));
}

/**
 * Each question once. Pages that answer it alike are cited together; where they answer it otherwise, nobody knows what is meant, and
 * it is left out.
 */
function withoutTwins(drafts: readonly Draft[]): Draft[] {
  const twins = new Map<string, Draft[]>();
  for (const draft of drafts) {
    // One that is typed in haste differs from the page's own in nothing else.
    const key = [draft.kind === 'typed-quickly', ...draft.questions.map(plain)].join('\n');
    twins.set(key, [...(twins.get(key) ?? []), draft]);
  }
  return [...twins.values()].flatMap((same) => {
    const key = (draft: Draft) => `${draft.urls.join()} ${draftId(draft)}`;
    const sorted = same.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    const [first] = sorted;
    if (first === undefined) return [];
    const expected = new Set(sorted.map(({ expect: { citations: _, ...rest } }) => JSON.stringify(rest)));
    if (expected.size > 1) return [];
    if (sorted.length === 1) return [first];
    const urls = [...new Set(sorted.flatMap((draft) => draft.urls))];
    const citations = [...new Set(sorted.flatMap(({ expect }) => expect.citations ?? []))];
    return [{ ...first, urls, expect: { ...first.expect, ...(citations.length > 0 && { citations }) } }];
  });
}

/** Letters and digits: the same question with other marks is the same. */
function plain(question: string): string {
  return normaliseText(question)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
