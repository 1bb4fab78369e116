import { diffArrays } from 'diff';
import { isRecord } from '../../ingest/is-record.ts';

/** One thing in which a call differs from a recorded one. */
export interface CallDifference {
  /** As a person would say it: `message 2 (system), line 14`. */
  where: string;
  /** Null: it is not there. */
  recorded: string | null;
  now: string | null;
}

/**
 * In what a call's body differs from a recorded one, in the order of the recorded one: texts line by line, lists of messages
 * message by message. Pure.
 */
export function callDifferences(recorded: unknown, now: unknown): CallDifference[] {
  return [...compare(recorded, now, [])];
}

function* compare(recorded: unknown, now: unknown, path: Step[]): Generator<CallDifference> {
  if (typeof recorded === 'string' && typeof now === 'string') {
    if (recorded !== now) yield* compareLines(recorded, now, path);
  } else if (Array.isArray(recorded) && Array.isArray(now)) {
    const length = Math.max(recorded.length, now.length);
    for (let at = 0; at < length; at += 1) {
      yield* compare(recorded[at], now[at], [...path, { at, of: now[at] ?? recorded[at] }]);
    }
  } else if (isRecord(recorded) && isRecord(now)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(now)])) {
      yield* compare(recorded[key], now[key], [...path, key]);
    }
  } else if (JSON.stringify(recorded) !== JSON.stringify(now)) {
    yield { where: placeOf(path), recorded: shown(recorded), now: shown(now) };
  }
}

function* compareLines(recorded: string, now: string, path: Step[]): Generator<CallDifference> {
  const place = placeOf(path);
  if (!recorded.includes('\n') && !now.includes('\n')) return yield { where: place, recorded, now };
  let line = 1;
  let gone: string[] = [];
  let goneAt = line;
  const pair = function* (added: string[]): Generator<CallDifference> {
    for (let at = 0; at < Math.max(gone.length, added.length); at += 1) {
      yield { where: `${place}, line ${goneAt + at}`, recorded: gone[at] ?? null, now: added[at] ?? null };
    }
    gone = [];
  };
  for (const { added, removed, value } of diffArrays(recorded.split('\n'), now.split('\n'))) {
    if (removed) {
      gone = value;
      goneAt = line;
      line += value.length;
    } else if (added) {
      if (gone.length === 0) goneAt = line;
      yield* pair(value);
    } else {
      yield* pair([]);
      line += value.length;
    }
  }
  yield* pair([]);
}

type Step = string | { at: number; of: unknown };

/** Texts that are embedded or scored. */
const TEXT_LISTS = new Set(['input', 'texts', 'documents']);

function placeOf(path: Step[]): string {
  const [first, second, ...rest] = path;
  if (
    typeof first === 'string' &&
    TEXT_LISTS.has(first) &&
    typeof second === 'object' &&
    rest.length === 0 &&
    typeof second.of === 'string'
  ) {
    return `text ${second.at + 1}`;
  }
  if ((first === 'messages' || first === 'input') && typeof second === 'object') {
    const role = isRecord(second.of) && typeof second.of.role === 'string' ? ` (${second.of.role})` : '';
    const within = rest.filter((step) => step !== 'content').map(stepName);
    return [`message ${second.at + 1}${role}`, ...within].join(', ');
  }
  return path.map(stepName).join('.').replaceAll('.#', ' #') || 'body';
}

function stepName(step: Step): string {
  return typeof step === 'string' ? step : `#${step.at + 1}`;
}

function shown(value: unknown): string | null {
  return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);
}
