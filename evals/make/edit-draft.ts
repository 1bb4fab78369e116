import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import { rejectedLine } from './rejected.ts';

/** A draft in a suite file, as a stretch of its text: whole lines, the comments above it included. */
export interface DraftPlace {
  id: string;
  /** As a person reads it. */
  shown: string;
  start: number;
  end: number;
  /** UTF-16 offsets of `draft: true` up to the next field, or from the one before. */
  mark: { start: number; end: number };
}

/** @returns the cases of a YAML suite that say `draft: true`, in order; none in a list in brackets. Pure. */
export function findDrafts(text: string): DraftPlace[] {
  const list = parseDocument(text).get('cases', true);
  if (!isSeq(list) || list.flow === true) return [];
  return list.items.flatMap((item) => (isMap(item) ? (placeOf(item, text) ?? []) : []));
}

function placeOf(item: YAMLMap, text: string): DraftPlace | null {
  const id = item.get('id');
  if (item.get('draft') !== true || typeof id !== 'string') return null;
  const pairs = item.items.filter(isPair);
  const at = pairs.findIndex(({ key }) => isScalar(key) && key.value === 'draft');
  const from = (index: number) => (pairs[index]?.key as Node | undefined)?.range?.[0] ?? 0;
  const to = (index: number) =>
    text.slice(0, (pairs[index]?.value as Node | null | undefined)?.range?.[1] ?? 0).trimEnd().length;
  const mark =
    at + 1 < pairs.length ? { start: from(at), end: from(at + 1) } : { start: to(at - 1), end: to(at) };
  const first = text.lastIndexOf('\n', (item.range?.[0] ?? 0) - 1) + 1;
  const written = text.slice(0, item.range?.[1] ?? 0).trimEnd().length;
  const newline = text.indexOf('\n', written);
  const start = withComments(text, first);
  const end = newline === -1 ? text.length : newline + 1;
  return { id, shown: dedent(text.slice(start, end)), start, end, mark };
}

/** Lines of comments right above, but for those of drafts that have gone. */
function withComments(text: string, first: number): number {
  let start = first;
  while (start > 0) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(before, start).trim();
    if (!line.startsWith('#') || line.startsWith(rejectedLine(''))) break;
    start = before;
  }
  return start;
}

function dedent(text: string): string {
  const indent = /^ */u.exec(text)?.[0] ?? '';
  return text.replaceAll(new RegExp(`^${indent}`, 'gmu'), '');
}

/** The file with the draft as a case like any other. Pure. */
export function acceptDraft(text: string, { mark }: DraftPlace): string {
  return text.slice(0, mark.start) + text.slice(mark.end);
}

/** The file without the draft, which is named so that it is not made again. Pure. */
export function rejectDraft(text: string, { id, start, end }: DraftPlace): string {
  const indent = /^ */u.exec(text.slice(start))?.[0] ?? '';
  return `${text.slice(0, start)}${indent}${rejectedLine(id)}\n${text.slice(end)}`;
}

/** The file with other lines in the draft's place, as `shown` has them. Pure. */
export function replaceDraft(text: string, { start, end }: DraftPlace, shown: string): string {
  const indent = /^ */u.exec(text.slice(start))?.[0] ?? '';
  const lines = shown.trimEnd().split(/\r?\n/u);
  const indented = lines.map((line) => (line === '' ? '\n' : `${indent}${line}\n`)).join('');
  return text.slice(0, start) + indented + text.slice(end);
}
