import type { BenchContext } from '../benchmark.ts';
import type { SetPassage } from '../sets/question-set.ts';

/** A text that a system shows as a source's own words. */
export interface Slice {
  passageId: string;
  text: string;
}

/** What a system made of one question. */
export interface PeerAnswer {
  /** Ids of passages, best first, each once; at least the ten best, where there are so many. */
  ranked: string[];
  answered: boolean;
  /** How sure it is, as far as it says: comparable within the system only. */
  confidence: number;
  /** What it tells the shopper; '' where it does not answer. */
  text: string;
  slices: Slice[];
  /** Of the answer alone, not of what was only ranked to be measured. */
  milliseconds: number;
}

/** What peers need to open. */
export type PeerContext = Pick<BenchContext, 'env' | 'logger' | 'signal'>;

/** Opens a system on passages, gives `work` what asks it, and closes it. */
export type WithPeer = <T>(
  passages: readonly SetPassage[],
  locale: string,
  context: PeerContext,
  work: (ask: (question: string) => Promise<PeerAnswer>) => Promise<T>,
) => Promise<T>;

/** What every system reads of a passage: its title is part of the page. */
export function pageText({ title, text }: Pick<SetPassage, 'title' | 'text'>): string {
  return title === '' ? text : `${title}\n\n${text}`;
}
