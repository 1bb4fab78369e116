import { type Draft, expectFacts, hashNumber } from './draft.ts';
import { findAmounts } from './find-amounts.ts';
import { holdsWords, lowerFirst, type Page, type PageSection, shortTitle, topicOf } from './page.ts';

/** A cell that says something by itself. */
const EMPTY_CELL = /^(?:[-–—✓✔✗✘x]?|yes|no|sí|n\/?a|none|all)$/iu;
const LONGEST_CELL = 60;
const LONGEST_LABEL = 40;

interface Row {
  /** The row's name, its first cell. */
  name: string;
  cells: { label: string; value: string }[];
  line: string;
}

/**
 * Questions for the cells of tables: row by column, and two rows of a table one after the other. A table is one whose rows name
 * their columns, as ingest writes them (`Region: Canada; Time: 5–7 days`). A question has the heading of the table in it, for
 * another one may have the same rows. Pure.
 */
export function draftFromTables(page: Page): Draft[] {
  if (page.product !== null) return [];
  return page.sections
    .filter(({ shape }) => shape === 'rows')
    .flatMap((section) => {
      const rows = section.lines.flatMap((line) => readRow(line) ?? []);
      const names = rows.map(({ name }) => name);
      const unique = rows.filter(({ name }) => names.indexOf(name) === names.lastIndexOf(name));
      const cells = unique.flatMap((row) => row.cells.map((cell) => ({ row, ...cell })));
      return [
        ...cells.flatMap(({ row, label, value }) => ofCell(page, section, row, label, value) ?? []),
        ...unique.flatMap((row, index) => followUp(page, section, row, unique[index + 1]) ?? []),
        ...draftFromPairs(page, section),
      ];
    });
}

function readRow(line: string): Row | null {
  const parts = line.split('; ').map((part) => /^(?<label>[^:]{1,60}): (?<value>.+)$/u.exec(part)?.groups);
  if (parts.length < 2 || parts.some((part) => part === undefined)) return null;
  const [first, ...rest] = parts.map((part) => ({
    label: part?.label?.trim() ?? '',
    value: part?.value?.trim() ?? '',
  }));
  if (first === undefined || first.value.length > LONGEST_LABEL) return null;
  // A row that is named by a number is not asked for by its name.
  if (!/\p{L}{2}/u.test(first.value)) return null;
  const cells = rest.filter(({ label, value }) => label.length <= LONGEST_LABEL && !EMPTY_CELL.test(value));
  return { name: first.value, cells, line };
}

function factOf(value: string): string | null {
  if (value.length <= LONGEST_CELL) return value.replace(/[.;]$/u, '');
  return findAmounts(value)[0]?.text ?? null;
}

function ofCell(page: Page, section: PageSection, row: Row, label: string, value: string): Draft | null {
  const fact = factOf(value);
  if (fact === null) return null;
  return {
    ...tableDraft(page, 'table', [ask(page, section, row.name, label)], row.line, fact),
    about: row.name,
  };
}

/** Words vary, so that a suite does not read as one sentence filled in; which is told from the words, and stays. */
function ask(page: Page, section: PageSection, name: string, label: string): string {
  const column = lowerFirst(label);
  const about = aboutOf(page, section.heading, `${name} ${label}`);
  const what = /[^s]s$/u.test(label) ? 'What are' : "What's";
  const forms =
    page.language === 'es'
      ? [`¿${label} para ${name}${about && `, ${about}`}?`, [about, name, column].filter(Boolean).join(' ')]
      : [
          `${what} the ${column} for ${name}${about && `, ${about}`}?`,
          `${about && `${about}: `}${column} for ${name}?`,
          [about, name, column].filter(Boolean).join(' '),
        ];
  return forms[hashNumber(page.url, name, label) % forms.length] ?? '';
}

const BEGINS_LIKE_QUESTION =
  /^(?:how|what|when|where|which|who|why|c[oó]mo|qu[eé]|cu[aá]n\w*|d[oó]nde|qui[eé]n)\b/iu;

/** What tells the table from others: its heading, or the page's title; '' where the question's words say it already. */
function aboutOf(page: Page, heading: readonly string[], said: string): string {
  const topic = topicOf(page, heading);
  const about = topic === null || BEGINS_LIKE_QUESTION.test(topic) ? shortTitle(page) : topic;
  return about === '' || holdsWords(said, about) ? '' : about;
}

function followUp(page: Page, section: PageSection, row: Row, next: Row | undefined): Draft | null {
  const [cell] = row.cells;
  const same = next?.cells.find(({ label }) => label === cell?.label);
  if (cell === undefined || next === undefined || same === undefined || same.value === cell.value)
    return null;
  const fact = factOf(same.value);
  if (fact === null) return null;
  const again = page.language === 'es' ? `¿Y para ${next.name}?` : `And for ${next.name}?`;
  const questions = [ask(page, section, row.name, cell.label), again];
  return tableDraft(page, 'follow-up', questions, next.line, fact);
}

/** A table of names and values: `Weight: 1.2 kg` a line. */
function draftFromPairs(page: Page, { heading, lines }: PageSection): Draft[] {
  return lines.flatMap((line) => {
    const { label, value } = /^(?<label>[^:;]{3,40}): (?<value>[^;]+)$/u.exec(line)?.groups ?? {};
    if (label === undefined || value === undefined || EMPTY_CELL.test(value)) return [];
    const fact = factOf(value);
    if (fact === null) return [];
    const topic = aboutOf(page, heading, label);
    const about = topic && `, ${topic}`;
    const question = page.language === 'es' ? `¿${label}${about}?` : `${label}${about}?`;
    return [tableDraft(page, 'table', [question], line, fact)];
  });
}

function tableDraft(
  page: Page,
  kind: Draft['kind'],
  questions: string[],
  quote: string,
  fact: string,
): Draft {
  const { url, language } = page;
  return { kind, questions, language, from: url, urls: [url], quote, expect: expectFacts(url, [fact]) };
}
