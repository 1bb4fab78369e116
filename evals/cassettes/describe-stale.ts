import { oneLine } from '../report/text-table.ts';
import { callDifferences } from './call-differences.ts';
import type { StaleCall } from './cassette.ts';
import { makeFindNearest } from './nearest-recording.ts';
import { fileNameOf } from './recording.ts';

/** Calls that are described; the others are counted, and their cases listed. */
const MOST_DESCRIBED = 40;
const MOST_DIFFERENCES = 6;
/** Cases that one paragraph names. */
const MOST_NAMED = 10;
/** UTF-16 units of a line of a prompt around what differs. */
const LONGEST_LINE = 140;

/**
 * What a person needs to know of calls that a cassette has no answer to: which cases made them, of which model, and how they
 * differ from what was recorded. The same difference in several cases is told once. Only a case's first such call is
 * described: those after it may differ because of it.
 */
export async function describeStale(folder: string, stale: readonly StaleCall[]): Promise<string> {
  const findNearest = makeFindNearest(folder);
  const paragraphs = new Map<string, string[]>();
  const described = firstOfEach(stale).slice(0, MOST_DESCRIBED);
  for (const one of described) {
    const text = await describeOne(one, findNearest);
    paragraphs.set(text, [
      ...(paragraphs.get(text) ?? []),
      one.case ?? 'while the store was opened or ingested',
    ]);
  }
  const cases = [...new Set(stale.map(({ case: name }) => name))];
  const named = cases.filter((name) => name !== null).map(oneLine);
  const many = stale.length === 1 ? '1 call is' : `${stale.length} calls are`;
  return [
    `--replay ${folder}: the cassette is stale: ${many} not in it. No model was asked.`,
    ...[...paragraphs].map(([text, places]) => `${listed(places)}\n${text}`),
    ...(stale.length > described.length
      ? [
          `Not described: ${stale.length - described.length} more calls, most of them later ones of the same cases.`,
        ]
      : []),
    `Cases (${named.length}): ${named.join(', ') || 'none'}`,
    `If the change is wanted, record what is missing: the same call with --record ${folder} in place of --replay. It asks only for these calls, and names the files that are no longer used.`,
  ].join('\n\n');
}

/** The first call of each case; outside of cases, of each model. Pure. */
function firstOfEach(stale: readonly StaleCall[]): StaleCall[] {
  const seen = new Set<string>();
  return stale.filter(({ call, case: name }) => {
    const key = JSON.stringify(name === null ? [name, call.kind, call.model] : [name]);
    return !seen.has(key) && seen.add(key);
  });
}

async function describeOne(
  { call, recorded, case: name }: StaleCall,
  findNearest: ReturnType<typeof makeFindNearest>,
): Promise<string> {
  const what = `  ${call.kind} call of ${call.model ?? 'a server without model names'}`;
  if (recorded > 0) return `${what}: made ${recorded + 1} times, recorded ${recorded} times`;
  const nearest = await findNearest({ call, recorded, case: name });
  if (nearest === null) return `${what}: no call of this kind is recorded`;
  const differences = callDifferences(
    { method: nearest.call.method, path: nearest.call.path, ...asRecord(nearest.call.body) },
    { method: call.method, path: call.path, ...asRecord(call.body) },
  );
  const own = nearest.answers.some((answer) => answer.case === name);
  const shown = differences.slice(0, MOST_DIFFERENCES).flatMap(({ where, recorded: before, now }) => {
    const [old, fresh] = around(before, now);
    return [`    ${where}:`, `      recorded: ${old}`, `      now:      ${fresh}`];
  });
  const more = differences.length - MOST_DIFFERENCES;
  return [
    `${what}; the nearest recorded call${own ? ' of this case' : ''} differs in`,
    ...shown,
    ...(more > 0 ? [`    … and in ${more} more places`] : []),
    // The same difference in several cases is one paragraph, which then names no file.
    ...(own
      ? []
      : [`    recorded in ${fileNameOf(nearest.call)} for ${nearest.answers[0]?.case ?? 'no case'}`]),
  ].join('\n');
}

function asRecord(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : { body };
}

function listed(places: readonly string[]): string {
  const shown = places.slice(0, MOST_NAMED).map(oneLine).join(', ');
  return places.length > MOST_NAMED ? `${shown} and ${places.length - MOST_NAMED} more` : shown;
}

/** Two lines, cut to where they begin to differ. */
function around(recorded: string | null, now: string | null): [string, string] {
  if (recorded === null || now === null) return [cut(recorded, 0), cut(now, 0)];
  let same = 0;
  while (same < recorded.length && recorded[same] === now[same]) same += 1;
  const start = same < LONGEST_LINE / 2 ? 0 : same - LONGEST_LINE / 4;
  return [cut(recorded, start), cut(now, start)];
}

function cut(text: string | null, start: number): string {
  if (text === null) return '(not there)';
  if (text.trim() === '') return '(an empty line)';
  const piece = text.slice(start, start + LONGEST_LINE).toWellFormed();
  return oneLine(`${start > 0 ? '…' : ''}${piece}${start + LONGEST_LINE < text.length ? '…' : ''}`);
}
