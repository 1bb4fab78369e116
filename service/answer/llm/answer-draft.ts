import type { DraftSentence, Evidence } from '../answerer.ts';
import type { Rejection } from './answer-prompt.ts';
import { cleanPart, type DropReason, sentenceKey } from './clean-part.ts';
import { type DraftDeps, draftSentence } from './draft-sentence.ts';
import type { RawPart } from './parts-parser.ts';

/** One answer in the making: what was given, what was refused, what was dropped for good. */
export interface AnswerDraft {
  /** The sentences of a part that hold and were not given before. */
  take(part: RawPart): DraftSentence[];
  /** How many sentences were given. */
  given(): number;
  /** The sentences that were refused since the last restart, each once, to be corrected. */
  rejections(): Rejection[];
  /** Forgets what was refused, as the model is about to write again. */
  restart(): void;
  /**
   * Sentences that hold but are in the language of their passages, not in the shopper's: given only where nothing else is, for
   * a store that has the answer only in that language. Counted as given.
   */
  foreign(): DraftSentence[];
  /** How many parts and sentences were dropped, by reason. */
  dropped(): Partial<Record<DropReason | 'duplicate' | 'refused', number>>;
}

/**
 * @param shown the passages in the order of their numbers. @param locale the language to answer in.
 */
export function makeAnswerDraft(shown: readonly Evidence[], locale: string, deps: DraftDeps): AnswerDraft {
  const said = new Set<string>();
  const refused = new Map<string, Rejection>();
  const foreign = new Map<string, DraftSentence>();
  const dropped: ReturnType<AnswerDraft['dropped']> = {};
  let given = 0;

  const drop = (reason: keyof typeof dropped) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };

  return {
    take(part) {
      const cleaned = cleanPart(part, shown.length, locale);
      if (typeof cleaned === 'string') {
        drop(cleaned);
        return [];
      }
      const sentences: DraftSentence[] = [];
      for (const cited of cleaned) {
        const key = sentenceKey(cited.text);
        if (said.has(key) || refused.has(key)) {
          drop('duplicate');
          continue;
        }
        const draft = draftSentence(cited, shown, locale, deps);
        if ('rejection' in draft) {
          refused.set(key, draft.rejection);
          if (draft.foreign) foreign.set(key, draft.foreign);
          drop('refused');
          continue;
        }
        said.add(key);
        given++;
        sentences.push(draft.sentence);
      }
      return sentences;
    },
    given: () => given,
    rejections: () => [...refused.values()],
    restart: () => refused.clear(),
    foreign() {
      const sentences = [...foreign.values()];
      foreign.clear();
      given += sentences.length;
      return sentences;
    },
    dropped: () => dropped,
  };
}
