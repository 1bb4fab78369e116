import type { Slice } from './peer.ts';

/** Sentences of a text, without the space around them. Pure. */
export function sentencesOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter((sentence) => sentence !== '');
}

/** Whether any of the texts that an answer stands on is, character by character, in the source that it names. Pure. */
export function isProven(slices: readonly Slice[], sources: ReadonlyMap<string, string>): boolean {
  return slices.some(
    ({ passageId, text }) => text.trim() !== '' && sources.get(passageId)?.includes(text) === true,
  );
}
