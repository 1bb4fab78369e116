import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileTypeOf } from './file-type.ts';
import { SourceFileError } from './source-file-error.ts';

/** A document file of a folder. */
interface ListedFile {
  /** Where to read it. */
  path: string;
  /** From the folder, with `/` whatever the platform; what `documentUrl` takes. */
  relativePath: string;
  /** Bytes. */
  size: number;
}

/** What a folder holds for ingest, and what was left out, each with its reason. */
export interface FolderListing {
  files: ListedFile[];
  skipped: { relativePath: string; reason: string }[];
}

const DEFAULT_MAX_FILES = 20_000;
const MAX_DEPTH = 32;

/**
 * Lists the document files under a folder, sorted by path so that two runs see the same order. Hidden files, hidden
 * folders and `node_modules` are passed over silently; other kinds of file are reported as skipped. A symbolic link is
 * followed only to a file inside the folder, never to a folder, so that no link leads out of it or in a circle.
 * @throws SourceFileError when the folder does not exist, is no folder, or holds more than `maxFiles` documents.
 */
export async function listFiles(
  folder: string,
  { maxFiles = DEFAULT_MAX_FILES } = {},
): Promise<FolderListing> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new SourceFileError(folder, 'expected a folder, found nothing there. Check the path.', { cause });
  });
  if (!(await stat(root)).isDirectory())
    throw new SourceFileError(
      folder,
      'expected a folder, found a file. Name the folder, or give the file itself.',
    );

  const listing: FolderListing = { files: [], skipped: [] };

  const visit = async (directory: string, depth: number): Promise<void> => {
    const entries = await readdir(directory, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(directory, entry.name);
      const relativePath = relative(root, path).split(sep).join('/');
      const skip = (reason: string) => listing.skipped.push({ relativePath, reason });
      if (entry.isDirectory()) {
        if (depth >= MAX_DEPTH) skip(`more than ${MAX_DEPTH} folders deep`);
        else await visit(path, depth + 1);
        continue;
      }
      if (entry.isSymbolicLink()) {
        const problem = await linkProblem(path, root);
        if (problem !== null) {
          skip(problem);
          continue;
        }
      } else if (!entry.isFile()) {
        skip('neither a file nor a folder');
        continue;
      }
      if (fileTypeOf(path) === null) {
        skip(`no document's ending: ${extname(path) || '(none)'}`);
        continue;
      }
      if (listing.files.length >= maxFiles)
        throw new SourceFileError(
          folder,
          `expected at most ${maxFiles} documents, found more. Name a folder further down, or raise the limit.`,
        );
      listing.files.push({ path, relativePath, size: (await stat(path)).size });
    }
  };
  await visit(root, 0);
  return listing;
}

/** Why a symbolic link is not followed; null when it leads to a file inside `root`. */
async function linkProblem(path: string, root: string): Promise<string | null> {
  const target = await realpath(path).catch(() => null);
  if (target === null) return 'a symbolic link to nothing';
  if (target !== root && !target.startsWith(root.endsWith(sep) ? root : root + sep))
    return 'a symbolic link that leads out of the folder';
  return (await lstat(target)).isFile() ? null : 'a symbolic link to a folder';
}
