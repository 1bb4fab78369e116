import type { AnswerTask, DraftSentence } from '../answerer.ts';
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
  /** How many parts and sentences were dropped, by reason. */
  dropped(): Partial<Record<DropReason | 'duplicate' | 'refused', number>>;
}

export function makeAnswerDraft({ evidence, locale }: AnswerTask, deps: DraftDeps): AnswerDraft {
  const said = new Set<string>();
  const refused = new Map<string, Rejection>();
  const dropped: ReturnType<AnswerDraft['dropped']> = {};
  let given = 0;

  const drop = (reason: keyof typeof dropped) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };

  return {
    take(part) {
      const cleaned = cleanPart(part, evidence.length, locale);
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
        const draft = draftSentence(cited, evidence, deps);
        if ('rejection' in draft) {
          refused.set(key, draft.rejection);
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
    dropped: () => dropped,
  };
}
