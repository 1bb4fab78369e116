import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writing } from '../results/output-error.ts';
import { UsageError } from '../usage-error.ts';
import { fromLines, toLines } from './line-texts.ts';
import { type CallKind, type HashedCall, hashCall } from './model-call.ts';

const answerFormat = z.object({
  /** `suite/id` of the case that asked; null outside of one. */
  case: z.string().nullable(),
  /** Orders the answers that one case got to the same call. */
  n: z.number().int().min(1),
  status: z.number().int().min(200).max(599),
  contentType: z.string().nullable(),
  /** The answer, as JSON where it is; or `stream`, its server-sent events, as they came. */
  body: z.unknown().optional(),
  stream: z.array(z.string()).optional(),
});

/** What a model has answered to a call. */
export type RecordedAnswer = z.infer<typeof answerFormat>;

const recordingFormat = z.object({
  format: z.literal('aisle-cassette'),
  formatVersion: z.literal(1),
  kind: z.enum(['chat', 'embeddings', 'rerank', 'other']),
  model: z.string().nullable(),
  hash: z.string(),
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown() }),
  answers: z.array(answerFormat).min(1),
});

/** One call with every answer that it got: a file of a cassette. */
export interface Recording {
  call: HashedCall;
  answers: RecordedAnswer[];
}

/** Sixteen bytes of the hash: no two calls of a cassette share them. */
export function fileNameOf({ kind, hash }: { kind: CallKind; hash: string }): string {
  return `${kind}-${hash.slice(0, 32)}.json`;
}

/** Names of a cassette's files; none where there is no such folder. */
export async function listRecordings(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`${folder}: expected a cassette, a folder of recorded calls; got ${error.message}`);
  });
  return names.filter((name) => /^(?:chat|embeddings|rerank|other)-[0-9a-f]{32}\.json$/u.test(name)).sort();
}

/**
 * @returns null where there is no such file.
 * @throws UsageError for a file that is no recording, or whose request is not the one that its name stands for.
 */
export async function readRecording(folder: string, name: string): Promise<Recording | null> {
  const path = join(folder, name);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const wrong = (what: string) =>
    new UsageError(`${path}: expected a recorded call, got ${what}. Delete it and record it again.`);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw wrong(`no JSON (${(cause as Error).message})`);
  }
  const { data, error } = recordingFormat.safeParse(content);
  if (error) throw wrong(error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  const call = hashCall(fromLines(data.request) as { method: string; path: string; body: unknown });
  if (call.hash !== data.hash || fileNameOf(call) !== name) {
    throw wrong('one whose request was edited: its hash is another');
  }
  return { call, answers: data.answers.map((answer) => ({ ...answer, body: fromLines(answer.body) })) };
}

/** Replaces a file at once, so that a run that is killed leaves no half of one. @throws OutputError */
export async function writeRecording(folder: string, { call, answers }: Recording): Promise<void> {
  const { hash, kind, model, method, path, body } = call;
  const sorted = [...answers].sort((a, b) => (a.case ?? '').localeCompare(b.case ?? '', 'en') || a.n - b.n);
  const content = {
    ...{ format: 'aisle-cassette', formatVersion: 1, kind, model, hash },
    request: { method, path, body: toLines(body) },
    answers: sorted.map((answer) => ({ ...answer, body: toLines(answer.body) })),
  };
  const file = join(folder, fileNameOf(call));
  await writing(file, async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, `${withVectorsInline(JSON.stringify(content, null, 2))}\n`);
    await rename(`${file}.part`, file);
  });
}

/** A vector on one line. No string of JSON holds a line break, so that none is touched. */
function withVectorsInline(json: string): string {
  return json.replace(/\[\n\s+(-?[\d.eE+-]+(?:,\n\s+-?[\d.eE+-]+)+)\n\s+\]/gu, (_, numbers: string) => {
    return `[${numbers.replace(/\s+/gu, ' ')}]`;
  });
}
