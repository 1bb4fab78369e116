import { templateOf } from '../extract/page-template.ts';
import { dropBlocks, learnBlocks, type RepeatedBlock } from '../extract/repeated-blocks.ts';
import { makeBlockKeepers } from './block-keepers.ts';
import type { SourceEvent } from './source-event.ts';

/** Pages that make a sample, of which those of one template count up to {@link COUNTED_OF_TEMPLATE}: a crawl often meets a shop's categories first. */
const ENOUGH = 96;
const COUNTED_OF_TEMPLATE = 24;
/** Pages and UTF-16 units of text that are held back at most, some 16 MB. */
const MOST_HELD = 160;
const MOST_HELD_LENGTH = 8_000_000;
/** Nor longer, in milliseconds: what is held back is lost when the run is killed. Half a sample will do then. */
const LONGEST_HELD_MS = 30_000;

/** What the pages of a source repeat, as it was learned from a sample of them. */
export interface LearnedBlocks {
  blocks: RepeatedBlock[];
  /** Documents that had been read by then: the sample, and files, which no template draws. */
  documents: number;
  /** Whether the sample is good for a source of any size, and not merely all that there was. */
  enough: boolean;
}

export type DocumentEvent = SourceEvent & { type: 'document' };

/**
 * Passes a source's events on, its documents without what their templates repeat. Where nothing is learned yet, holds back
 * the first pages as a sample, learns from them, and then lets them go, in order; files and other events pass at once.
 * A source that breaks off before teaches what it has shown so far.
 * @param options.learned what an earlier run has learned, used as it is; null to learn anew
 * @param options.readBefore URLs of pages that do not come because an interrupted run has read them
 * @param options.onLearned awaited before the first document is let go: what it stores must outlive the run's death
 * @param options.onHeld awaited for each page that is held back
 * @param options.onLost awaited when the page that keeps a block turns out to be gone or to say it no more, before that
 *   is passed on; from then on the block is dropped from no page of this run. At most once.
 * @throws what the source throws, after the held documents have been let go
 */
export async function* dropRepeated(
  events: AsyncIterable<SourceEvent>,
  {
    learned,
    readBefore = new Set(),
    onLearned,
    onHeld = async () => {},
    onLost,
    now = performance.now.bind(performance),
  }: {
    learned: Pick<LearnedBlocks, 'blocks'> | null;
    readBefore?: ReadonlySet<string>;
    onLearned: (learned: LearnedBlocks) => Promise<void>;
    onHeld?: (event: DocumentEvent) => Promise<void>;
    onLost: () => Promise<void>;
    /** Milliseconds, for tests. */
    now?: () => number;
  },
): AsyncGenerator<SourceEvent, void, undefined> {
  const held = makeSample(now);
  let blocks = learned === null ? null : makeBlockKeepers(learned.blocks, readBefore);
  let files = 0;

  async function* release(enough: boolean): AsyncGenerator<SourceEvent, void, undefined> {
    if (blocks !== null) return;
    const sample = held.take();
    const lesson = learnBlocks(sample.map(({ document }) => document));
    const documents = sample.length + files;
    // A source that cannot be read teaches nothing, not even that nothing is repeated.
    if (documents > 0) await onLearned({ blocks: lesson, documents, enough });
    blocks = makeBlockKeepers(lesson, readBefore);
    for (const event of sample) yield* pass(event, blocks, onLost);
  }

  try {
    for await (const event of events) {
      if (event.type === 'done') yield* release(false);
      if (blocks !== null) yield* pass(event, blocks, onLost);
      else if (event.type === 'document' && templateOf(event.document) !== null) {
        const verdict = held.add(event);
        if (verdict === 'more') await onHeld(event);
        else yield* release(verdict === 'enough');
      } else {
        if (event.type === 'document') files += 1;
        yield event;
      }
    }
  } catch (error) {
    yield* release(false);
    throw error;
  }
  yield* release(false);
}

async function* pass(
  event: SourceEvent,
  blocks: ReturnType<typeof makeBlockKeepers>,
  onLost: () => Promise<void>,
): AsyncGenerator<SourceEvent, void, undefined> {
  if (blocks.see(event) === 'lost') await onLost();
  if (event.type !== 'document') yield event;
  else yield { ...event, document: dropBlocks(event.document, blocks.blocksOf) };
}

/** Documents held back until they are enough to learn from, or too many, or too old. */
function makeSample(now: () => number): {
  add(event: DocumentEvent): 'more' | 'enough' | 'late';
  take(): DocumentEvent[];
} {
  const held: DocumentEvent[] = [];
  const byTemplate = new Map<string, number>();
  let counted = 0;
  let length = 0;
  let since = 0;
  return {
    add(event) {
      if (held.length === 0) since = now();
      held.push(event);
      length += event.document.text.length;
      const template = templateOf(event.document)?.name;
      if (template !== undefined) {
        const before = byTemplate.get(template) ?? 0;
        byTemplate.set(template, before + 1);
        if (before < COUNTED_OF_TEMPLATE) counted += 1;
      }
      if (counted >= ENOUGH || held.length >= MOST_HELD || length >= MOST_HELD_LENGTH) return 'enough';
      if (now() - since < LONGEST_HELD_MS) return 'more';
      return counted >= ENOUGH / 2 ? 'enough' : 'late';
    },
    take: () => held.splice(0),
  };
}
