import { fold } from '../../../ingest/analysis/stem.ts';
import { type GroundText, readWords, tokensOf } from './coverage.ts';
import { statementsFor } from './statements.ts';

/** What a sentence may begin with before it names what it is about. */
const DETERMINER =
  /^(?:the|all|any|every|each|our|your|their|its|these|those|most|tod[oa]s|l[oa]s|el|la|nuestr[oa]s|sus?|tus?)$/;
/** Words after which a subject is over. */
const PREDICATE =
  /^(?:is|are|was|were|can|cannot|could|may|must|will|should|has|have|do|does|cost|costs|come|comes|take|takes|carry|carries|include|includes|ship|ships|arrive|arrives|last|lasts|need|needs|contain|contains|require|requires|apply|applies)$/;
const ALL = /^(?:all|any|every|each|tod[oa]s)\b/;
const MOST_SUBJECT_WORDS = 4;

/**
 * Whether a sentence says of all what its quotes say of a kind: "parts cannot be returned" of "electrical parts cannot be returned".
 * Only a subject with which a statement begins is read, and only where the sentence nowhere names the kind.
 * @returns the words that it leaves out, or null. Pure.
 */
export function findWidenedSubject(
  sentence: GroundText,
  grounds: GroundText[],
  titles: string[],
): string | null {
  const own = subjectOf(sentence);
  const head = own?.at(-1);
  if (own === null || head === undefined) return null;
  // Under a heading "Electrical parts" they may be called parts; "all parts" are more.
  const named = ALL.test(fold(sentence.text)) ? [] : titles;
  const known = readWords([sentence, ...named.map((text) => ({ text, locale: sentence.locale }))]);
  for (const statement of statementsFor(sentence, grounds)) {
    const theirs = subjectOf(statement);
    if (theirs === null || theirs.at(-1)?.lexeme !== head.lexeme) continue;
    // "The Heron kayak" is no wider than "the Otter kayak".
    if (own.some(({ lexeme }) => theirs.every((token) => token.lexeme !== lexeme))) continue;
    const dropped = theirs.slice(0, -1).filter((token) => !known.has(token));
    if (dropped.length > 0) return dropped.map(({ word }) => word).join(' ');
  }
  return null;
}

/** The nouns and adjectives that an English text begins with, up to its verb; null where it begins in another way. */
function subjectOf(text: GroundText): { word: string; lexeme: string }[] | null {
  const words = text.text.match(/[\p{L}\p{N}’'-]+|[.,;:]/gu) ?? [];
  const start = DETERMINER.test(fold(words[0] ?? '')) ? 1 : 0;
  const end = words.findIndex((word, at) => at >= start && PREDICATE.test(fold(word)));
  if (end <= start || end - start > MOST_SUBJECT_WORDS) return null;
  const subject = words.slice(start, end);
  if (subject.some((word) => !/^\p{L}[\p{L}-]*$/u.test(word))) return null;
  const tokens = subject.map((word) => tokensOf(text, word)[0]);
  return tokens.every((token) => token !== undefined && !token.stop)
    ? tokens.flatMap((token) => token ?? [])
    : null;
}
