import type { PageTemplate } from '../extract/page-template.ts';
import { blockHash, type RepeatedBlock } from '../extract/repeated-blocks.ts';
import type { SourceEvent } from './source-event.ts';

/** Repeated blocks while a source is read, and whether the pages that keep them still do. */
export interface BlockKeepers {
  /** To be shown every event. @returns `lost` the first time that a block's page turns out not to keep it any more. */
  see(event: SourceEvent): 'lost' | 'kept';
  /** By hash: what the pages of a template go without. What was lost is no longer among it. */
  blocksOf(template: PageTemplate): ReadonlyMap<string, RepeatedBlock> | undefined;
}

/**
 * Watches over blocks that were learned. No I/O.
 * @param readBefore URLs of pages that need not come, as the run that this one goes on with has read them
 */
export function makeBlockKeepers(
  blocks: readonly RepeatedBlock[],
  readBefore: ReadonlySet<string>,
): BlockKeepers {
  const byTemplate = new Map<string, Map<string, RepeatedBlock>>();
  const byKeeper = new Map<string, Set<string>>();
  for (const block of blocks) {
    put(byTemplate, block.template, () => new Map()).set(block.hash, block);
    put(byKeeper, block.keptOn, () => new Set()).add(block.hash);
  }
  const unseen = new Set([...byKeeper.keys()].filter((url) => !readBefore.has(url)));
  let lost = false;

  /** Forgets what a page kept, but for what `text` still says. */
  function check(url: string, text: string): 'lost' | 'kept' {
    const kept = byKeeper.get(url);
    if (kept === undefined) return 'kept';
    unseen.delete(url);
    const said = new Set(text.split('\n').map(blockHash));
    const missing = [...kept].filter((hash) => !said.has(hash));
    for (const hash of missing) {
      kept.delete(hash);
      for (const dropped of byTemplate.values()) dropped.delete(hash);
    }
    if (missing.length === 0 || lost) return 'kept';
    lost = true;
    return 'lost';
  }

  return {
    see(event) {
      if (event.type === 'document') return check(event.document.url, event.document.text);
      if (event.type === 'gone') return check(event.url, '');
      // Absence proves something only where all was seen; a page that was left out on purpose is absent too.
      if (event.type === 'done')
        return event.complete && [...unseen].map((url) => check(url, '')).includes('lost') ? 'lost' : 'kept';
      if (event.type !== 'skipped') unseen.delete(event.url);
      return 'kept';
    },
    blocksOf: ({ name }) => byTemplate.get(name),
  };
}

function put<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
