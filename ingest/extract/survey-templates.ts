import type { PageLine } from './page-lines.ts';
import type { PageTemplate } from './page-template.ts';
import { headsService, speaksOfService } from './service-words.ts';

/** Pages of one template, at least, before what all of them say is believed to be said by the rest too. */
const FEWEST_OF_TEMPLATE = 8;
/**
 * The same for a line of fewer words than {@link LONG_LINE}: a short line is often one value of several (`60-day returns`), and
 * of a value that one page in ten lacks, 20 pages show the lack in 7 cases of 8.
 */
const FEWEST_FOR_SHORT = 20;
const LONG_LINE = 8;
/** Share of a template's pages: what the rest lack, they may lack for a reason that a shopper asks about. */
const NEARLY_ALL = 0.9;
/** Share of a template's pages for what pages of other templates say too, which is the site's for certain. */
const HALF = 0.5;
/** Pages of other templates that make it certain. */
const FEWEST_ELSEWHERE = 5;
/** A neighbour or a heading belongs to a line where it stands beside it this often. */
const STEADY = 0.8;
/** Shorter lines are labels and numbers; they cost nothing, and mean something where they stand. */
const FEWEST_CHARACTERS = 8;
/** `Material: cotton`: up to four words, then what they are of this product. */
const LABELLED = /^\S+(?: \S+){0,3}\s?: ?\S/u;

export interface SurveyedPage {
  template: PageTemplate;
  lines: PageLine[];
}

/** What the pages of one template say, and beside what. Pages are numbers. */
export interface TemplateSurvey {
  template: PageTemplate;
  size: number;
  pagesByKey: ReadonlyMap<string, ReadonlySet<number>>;
  pagesByHeading: ReadonlyMap<string, ReadonlySet<number>>;
  /** What a line stands beside on most of its pages; null where that differs. */
  neighboursOf(key: string): { heading: string | null; before: string | null; after: string | null };
}

/** Counts lines by template. @returns templates by name */
export function surveyTemplates(pages: readonly SurveyedPage[]): TemplateSurvey[] {
  const groups = Map.groupBy(pages, ({ template }) => template.name);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [surveyOf(first.template, group)] : [];
    })
    .sort((left, right) => (left.template.name < right.template.name ? -1 : 1));
}

function surveyOf(template: PageTemplate, pages: readonly SurveyedPage[]): TemplateSurvey {
  const pagesByKey = new Map<string, Set<number>>();
  const pagesByHeading = new Map<string, Set<number>>();
  const occurrences = new Map<string, PageLine[]>();
  for (const [at, { lines }] of pages.entries()) {
    for (const line of lines) {
      put(pagesByKey, line.key, at);
      if (line.heading !== null) put(pagesByHeading, line.heading, at);
      const seen = occurrences.get(line.key);
      if (seen) seen.push(line);
      else occurrences.set(line.key, [line]);
    }
  }
  return {
    template,
    size: pages.length,
    pagesByKey,
    pagesByHeading,
    neighboursOf(key) {
      const lines = occurrences.get(key) ?? [];
      return {
        heading: steady(lines.map(({ heading }) => heading)),
        before: steady(lines.map(({ before }) => before)),
        after: steady(lines.map(({ after }) => after)),
      };
    },
  };
}

function put(map: Map<string, Set<number>>, key: string, page: number): void {
  const pages = map.get(key);
  if (pages) pages.add(page);
  else map.set(key, new Set([page]));
}

function steady(values: readonly (string | null)[]): string | null {
  const groups = Map.groupBy(values, (value) => value);
  for (const [value, group] of groups)
    if (value !== null && group.length >= STEADY * values.length) return value;
  return null;
}

/** `with its neighbours`: all that speaks for it is that it stands on nearly all pages; it goes where those beside it go. */
export type LineVerdict = 'repeated' | 'with its neighbours' | 'of the page';

/** Judges whether the pages of a template may go without a line that they share. */
export function judgeLine(
  key: string,
  survey: TemplateSurvey,
  surveys: readonly TemplateSurvey[],
): LineVerdict {
  const count = survey.pagesByKey.get(key)?.size ?? 0;
  const { product } = survey.template;
  if (count < 2 || (key.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_CHARACTERS) return 'of the page';
  const long = key.split(' ').length >= LONG_LINE;
  const nearlyAll =
    survey.size >= (long ? FEWEST_OF_TEMPLATE : FEWEST_FOR_SHORT) && count >= NEARLY_ALL * survey.size;
  if (!nearlyAll && (product || count < HALF * survey.size)) return 'of the page';

  const neighbours = survey.neighboursOf(key);
  if (isOneOfSeveral(key, neighbours, survey)) return 'of the page';
  if (isElsewhere(key, survey, surveys)) return 'repeated';
  if (!nearlyAll || isMissedUnder(key, neighbours.heading, survey)) return 'of the page';
  if (product && LABELLED.test(key)) return 'of the page';
  const headings = neighbours.heading?.split('\n') ?? [];
  return speaksOfService(key) || headings.some(headsService) ? 'repeated' : 'with its neighbours';
}

/** Whether what stands beside it stands on a page without it: then its place holds another value there, or none on purpose. */
function isOneOfSeveral(
  key: string,
  { before, after }: { before: string | null; after: string | null },
  { pagesByKey }: TemplateSurvey,
): boolean {
  return [before, after].some(
    (beside) => beside !== null && reachesBeyond(pagesByKey.get(beside), pagesByKey.get(key)),
  );
}

/** Whether the heading that it stands under has something else below it on some page. */
function isMissedUnder(key: string, heading: string | null, survey: TemplateSurvey): boolean {
  return heading !== null && reachesBeyond(survey.pagesByHeading.get(heading), survey.pagesByKey.get(key));
}

function reachesBeyond(
  pages: ReadonlySet<number> = new Set(),
  others: ReadonlySet<number> = new Set(),
): boolean {
  return [...pages].some((page) => !others.has(page));
}

/** Whether pages of other templates in its language repeat it too. Products are no witness of what other products share. */
function isElsewhere(key: string, { template }: TemplateSurvey, surveys: readonly TemplateSurvey[]): boolean {
  let pages = 0;
  for (const other of surveys) {
    if (other.template.name === template.name || other.template.locale !== template.locale) continue;
    if (template.product && other.template.product) continue;
    const count = other.pagesByKey.get(key)?.size ?? 0;
    if (count >= 2 && count >= HALF * other.size) pages += count;
  }
  return pages >= FEWEST_ELSEWHERE;
}
