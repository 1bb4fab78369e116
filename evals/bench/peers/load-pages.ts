import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import type { SetPassage } from '../sets/question-set.ts';

/**
 * A suite's files as LangChain's own loaders read them: TextLoader takes a text file as it is, CheerioWebBaseLoader the text
 * of an HTML page's body, CSVLoader, told the separator, each row as lines of `column: value`. Titles are in the texts.
 *
 * @param sources absolute paths of files and folders.
 * @throws for a kind of file that none of the three reads.
 */
export async function loadPages(sources: readonly string[]): Promise<SetPassage[]> {
  const paths = (await Promise.all(sources.map(listFiles))).flat();
  return (await Promise.all(paths.map(loadPage))).flat();
}

async function listFiles(source: string): Promise<string[]> {
  if (!(await stat(source)).isDirectory()) return [source];
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function loadPage(path: string): Promise<SetPassage[]> {
  const text = await readFile(path, 'utf8');
  const page = (id: string, read: string): SetPassage => ({ id, title: '', text: read });
  switch (extname(path)) {
    case '.md':
    case '.txt':
      return [page(path, text)];
    case '.html':
      return [page(path, load(text)('body').text())];
    case '.csv': {
      const rows: Record<string, string>[] = parse(text, {
        columns: true,
        bom: true,
        delimiter: separatorOf(text),
      });
      return rows.map((row, at) =>
        page(
          `${path}#${at + 1}`,
          Object.entries(row)
            .map(([column, value]) => `${column}: ${value}`)
            .join('\n'),
        ),
      );
    }
    default:
      throw new Error(`${path}: expected .md, .txt, .html or .csv, got ${basename(path)}`);
  }
}

/** Of the separators that feeds use, the one that the header has most of. */
function separatorOf(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (separator: string) => header.split(separator).length;
  return [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most));
}
