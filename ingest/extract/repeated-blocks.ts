import { createHash } from 'node:crypto';
import { lineKey, readPageLines } from './page-lines.ts';
import { isHome, type PageTemplate, templateOf } from './page-template.ts';
import type { SourceDocument } from './source-document.ts';
import { judgeLine, type SurveyedPage, surveyTemplates, type TemplateSurvey } from './survey-templates.ts';
import { withoutBlocks } from './without-blocks.ts';

/** Fewer pages teach nothing: what they have in common may be what they are about. */
export const FEWEST_PAGES = 8;

/** A line that the pages of a template repeat; all of them but `keptOn` go without it. */
export interface RepeatedBlock {
  /** Name of the template ({@link templateOf}) whose pages it is dropped from. */
  template: string;
  /** {@link blockHash} of the line. */
  hash: string;
  /** The line as the page that keeps it writes it. */
  text: string;
  /** URL of the page that keeps it, which may be of another template. */
  keptOn: string;
}

type Page = SurveyedPage & { document: SourceDocument };
type Keeper = Pick<RepeatedBlock, 'text' | 'keptOn'>;

/** What a line is stored by and told from others by, after {@link lineKey}: SHA-256 in base64url. */
export function blockHash(line: string): string {
  return createHash('sha256').update(lineKey(line)).digest('base64url');
}

/**
 * Learns which lines of prose are the site's and not the page's, from pages of one source. What nearly all pages of a
 * template say tells nothing about one of them, if it also speaks of the shop's service or stands on pages of other
 * templates; a line whose place holds something else on some page (`60-day returns`, `Final sale`) is a value, and stays.
 * The order of the pages does not matter. Pure.
 * @returns nothing for fewer than {@link FEWEST_PAGES} pages; each line stays on one page of its language, the same for all templates
 */
export function learnBlocks(documents: readonly SourceDocument[]): RepeatedBlock[] {
  const pages = documents.flatMap((document): Page[] => {
    const template = templateOf(document);
    return template === null ? [] : [{ document, template, lines: readPageLines(document) }];
  });
  if (pages.length < FEWEST_PAGES) return [];
  const surveys = surveyTemplates(pages);
  const repeated = surveys.map((survey) => ({
    template: survey.template,
    keys: repeatedKeys(survey, surveys),
  }));
  const keeperOf = rankKeepers(pages);
  return repeated.flatMap(({ template, keys }) =>
    keys.flatMap((key): RepeatedBlock[] => {
      const repeating = repeated
        .filter((other) => other.keys.includes(key))
        .map((other) => other.template.name);
      const keeper = keeperOf(key, template.locale, new Set(repeating));
      return keeper === null ? [] : [{ template: template.name, hash: blockHash(key), ...keeper }];
    }),
  );
}

/** A document as it is indexed: without what its template repeats, but for what it keeps itself. Pure. */
export function dropBlocks(
  document: SourceDocument,
  blocksOf: (template: PageTemplate) => ReadonlyMap<string, RepeatedBlock> | undefined,
): SourceDocument {
  const template = templateOf(document);
  const blocks = template === null ? undefined : blocksOf(template);
  if (blocks === undefined || blocks.size === 0) return document;
  return withoutBlocks(document, (line) => {
    const block = blocks.get(blockHash(line));
    return block !== undefined && block.keptOn !== document.url;
  });
}

function repeatedKeys(survey: TemplateSurvey, surveys: readonly TemplateSurvey[]): string[] {
  const repeated = new Set<string>();
  const between: string[] = [];
  for (const key of [...survey.pagesByKey.keys()].sort()) {
    const verdict = judgeLine(key, survey, surveys);
    if (verdict === 'repeated') repeated.add(key);
    else if (verdict === 'with its neighbours') between.push(key);
  }
  // A line that says nothing telling, amid the lines of a box.
  for (const key of between) {
    const { before, after } = survey.neighboursOf(key);
    if (before !== null && after !== null && repeated.has(before) && repeated.has(after)) repeated.add(key);
  }
  return [...repeated].sort();
}

/**
 * Chooses the page that keeps a line: one that says it by itself (a policy, the home page, any other), else one of those
 * that repeat it, a product's last; then the shortest URL, then by name. A line stays once in each language that has it,
 * for a store may show them apart. A page that comes under two URLs is taken last: its copy must go without the line and
 * would no longer be known as a copy.
 */
function rankKeepers(
  pages: readonly Page[],
): (key: string, locale: string, repeating: ReadonlySet<string>) => Keeper | null {
  const copies = Map.groupBy(pages, ({ document }) => document.text);
  const saying = new Map<string, { page: Page; text: string }[]>();
  for (const page of pages) {
    for (const { key, text } of page.lines) {
      const said = saying.get(key);
      if (said) said.push({ page, text });
      else saying.set(key, [{ page, text }]);
    }
  }
  return (key, locale, repeating) => {
    const ranked = (saying.get(key) ?? [])
      .filter(({ page }) => page.template.locale === locale)
      .map(({ page, text }) => {
        const { url } = page.document;
        const copied = (copies.get(page.document.text)?.length ?? 0) > 1;
        return { text, url, order: [Number(copied), rankOf(page, repeating), url.length] };
      })
      .sort((left, right) => compareOrders(left.order, right.order) || (left.url < right.url ? -1 : 1));
    const [first] = ranked;
    return first === undefined ? null : { text: first.text, keptOn: first.url };
  };
}

function rankOf({ document, template }: Page, repeating: ReadonlySet<string>): number {
  if (repeating.has(template.name)) return template.product ? 4 : 3;
  if (document.kind === 'policy' || document.kind === 'faq') return 0;
  return isHome(document.url) ? 1 : 2;
}

function compareOrders(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
