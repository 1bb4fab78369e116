import { fold } from '../../../ingest/analysis/stem.ts';
import { readClosedWords, weekdaysWithin } from './closed-classes.ts';

const CLAUSE =
  /[;:()\n]|[.,]\s|\s(?:and|but|while|y|pero|mientras)\s|(?=\b(?:except(?:ing)?|apart from|other than|salvo|excepto|menos)\b)/u;
const EXCEPTION = /^\s*(?:except|apart from|other than|salvo|excepto|menos)/;
const OPEN = /\b(?:open|opens|opened|abiert[oa]s?|abren?|abrimos|atienden?|atendemos)\b/;
/** "Closes at 8" is open until then. */
const CLOSED =
  /\b(?:closed|closes? (?:on|every|all)|we close on|cerrad[oa]s?|cierran? (?:l[oa]s|el|en|todos)|cerramos (?:l[oa]s|el|en|todos))\b/;
const DENIED = /\b(?:not?|never|nunca|tampoco)\b/;

/** @returns the days of the week of which a text says that the shop is open, or closed; those of which it says both are left out. */
function readOpenDays(text: string): Map<string, boolean> {
  const days = new Map<string, boolean>();
  const both = new Set<string>();
  let open: boolean | null = null;
  for (const clause of text.split(CLAUSE)) {
    const folded = fold(clause);
    if (EXCEPTION.test(folded)) open = open === null ? null : !open;
    else if (CLOSED.test(folded)) open = false;
    else if (OPEN.test(folded)) open = !DENIED.test(folded);
    if (open === null) continue;
    const named = readClosedWords(clause)
      .map(({ key }) => key)
      .filter((key) => key.startsWith('weekday:'));
    for (const day of [...named, ...weekdaysWithin(clause)]) {
      if (days.has(day) && days.get(day) !== open) both.add(day);
      days.set(day, open);
    }
    if (EXCEPTION.test(folded)) open = !open;
  }
  for (const day of both) days.delete(day);
  return days;
}

/**
 * Whether a sentence says that the shop is open on a day of the week on which its quotes say that it is closed, or the reverse.
 * @returns the day, or null. Pure.
 */
export function findTurnedDay(sentence: { text: string }, grounds: { text: string }[]): string | null {
  const said = readOpenDays(sentence.text);
  if (said.size === 0) return null;
  for (const { text } of grounds)
    for (const [day, open] of readOpenDays(text))
      if (said.has(day) && said.get(day) !== open) return day.slice('weekday:'.length).replace(/s$/, '');
  return null;
}
