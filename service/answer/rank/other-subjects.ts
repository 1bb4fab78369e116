import { readCells } from './labelled-line.ts';

/** A label that names what the rest of the line is about: `Bicicletas: 14 días, sin rodar.` */
const LABEL = /^([\p{Lu}\p{N}][^:;.!?\n]{0,39}):\s/u;
/** A label speaks of a term from here on. */
const SPEAKS = 0.8;

/**
 * Tells of the lines of one passage which are about another thing than the one asked about, where a line beside them is
 * about that one: "Clothing: 60 days" beside "Bicycles: 14 days". Rows of tables are told apart by their first cell.
 * @param matchesOf how well a text speaks of each term of the question, 0…1. Pure.
 */
export function otherSubjects(lines: readonly string[], matchesOf: (label: string) => number[]): boolean[] {
  const subjects = lines.map(subjectOf);
  if (subjects.filter((subject) => subject !== null).length < 2) return lines.map(() => false);
  const speaks = subjects.map((subject) => subject !== null && saidBy(matchesOf(subject)).length > 0);
  if (!speaks.includes(true)) return lines.map(() => false);
  const said = new Set(lines.flatMap((line, at) => (speaks[at] ? saidBy(matchesOf(line)) : [])));
  return lines.map(
    (line, at) =>
      subjects[at] !== null &&
      !speaks[at] &&
      // "Not accepted: cryptocurrency" beside "Pay later: Klarna" is of the very thing.
      saidBy(matchesOf(line)).every((term) => said.has(term)),
  );
}

/** Which terms are spoken of, by their place in the question. */
function saidBy(matches: readonly number[]): number[] {
  return matches.flatMap((value, term) => (value >= SPEAKS ? [term] : []));
}

/** What a labelled line or a row is about: its label, or its first cell; null for running text. Pure. */
export function subjectOf(line: string): string | null {
  const cells = readCells(line);
  if (cells !== null && cells.length > 1) return cells[0]?.value ?? null;
  return LABEL.exec(line)?.[1] ?? null;
}
