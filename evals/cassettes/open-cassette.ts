import { UsageError } from '../usage-error.ts';
import type { Cassette, CassetteUse } from './cassette.ts';
import { describeStale } from './describe-stale.ts';
import { type RecordOptions, recordCalls } from './record-calls.ts';
import { replayCalls } from './replay-calls.ts';

export interface CassetteOptions {
  /** Folders; at most one of them is given. */
  record: string | null;
  replay: string | null;
}

/** Unused files that are named. */
const MOST_UNUSED = 10;

/**
 * Does a run's work over a cassette, and says afterwards what was made of it.
 *
 * @param work gets null where neither recording nor replaying is asked for.
 * @throws UsageError where a call was not in it, whatever the work came to, and where there is none.
 */
export async function withCassette<T>(
  { record, replay, ...options }: CassetteOptions & RecordOptions,
  say: (text: string) => void,
  work: (cassette: Cassette | null) => Promise<T>,
): Promise<T> {
  const cassette =
    record !== null ? await recordCalls(record, options) : replay !== null ? await replayCalls(replay) : null;
  if (cassette === null) return work(null);
  let result: { value: T } | { error: unknown };
  try {
    result = { value: await work(cassette) };
  } catch (error) {
    result = { error };
  }
  const use = await cassette.finish();
  const stale = cassette.stale();
  if (stale.length > 0) throw new UsageError(await describeStale(cassette.folder, stale));
  say(renderUse(cassette, use));
  if ('error' in result) throw result.error;
  return result.value;
}

/** Pure. */
function renderUse(
  { folder, mode }: Pick<Cassette, 'folder' | 'mode'>,
  { replayed, recorded, unanswered, unused }: CassetteUse,
): string {
  const lines = [
    mode === 'record'
      ? `--record ${folder}: ${calls(recorded)} recorded, ${replayed} taken from it`
      : `--replay ${folder}: ${calls(replayed)} replayed`,
  ];
  if (unanswered > 0) {
    lines.push(
      `  ${calls(unanswered)} got no answer, or the key was refused: not recorded. Run --record again to add them.`,
    );
  }
  if (mode === 'replay' && replayed === 0) {
    lines.push(
      '  No model was called. Is CHAT_MODEL (or --judge) set as it was when the calls were recorded?',
    );
  }
  if (unused.length > 0) {
    const more = unused.length > MOST_UNUSED ? ` and ${unused.length - MOST_UNUSED} more` : '';
    lines.push(
      `  ${unused.length === 1 ? '1 file was' : `${unused.length} files were`} not used by this run: ${unused.slice(0, MOST_UNUSED).join(', ')}${more}`,
    );
    if (mode === 'record') lines.push('  Delete them, unless other suites, filters or shards need them.');
  }
  return lines.join('\n');
}

function calls(count: number): string {
  return count === 1 ? '1 call' : `${count} calls`;
}
