import { dirname, join, normalize } from 'node:path/posix';

/** A source file: its path from the repository's root, with `/`, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** The four steps of the data, in order: a folder imports from itself and from those before it. */
const CHAIN = ['sql', 'ingest', 'service', 'evals'];
const UNWANTED_FOLDERS = new Set(['src', 'lib', 'utils']);

/**
 * Everything that breaks the project's layout, one sentence each: imports against the chain, imports of files that do
 * not exist, import cycles, `process.env` outside of a `main.ts`, folders called `src`, `lib` or `utils`. Type-only
 * imports count as well. Tests may read the environment, for it says which database they run on. Pure.
 */
export function findLayoutFaults(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, relativeImports(file)]));
  return [
    ...files.flatMap(({ path }) => wrongFolder(path)),
    ...files.flatMap((file) => environmentFault(file)),
    ...[...imports].flatMap(([path, targets]) =>
      targets.flatMap((target) => importFault(path, target, imports)),
    ),
    ...findCycles(new Map(files.map((file) => [file.path, loadedImports(file)]))).map(
      (cycle) => `import cycle: ${cycle.join(' -> ')}`,
    ),
  ];
}

function wrongFolder(path: string): string[] {
  const unwanted = path
    .split('/')
    .slice(0, -1)
    .find((folder) => UNWANTED_FOLDERS.has(folder));
  return unwanted === undefined ? [] : [`${path}: no folder is called ${unwanted}`];
}

function environmentFault({ path, text }: SourceFile): string[] {
  const allowed =
    path.endsWith('/main.ts') || /\.(?:test|browser)\.ts$/.test(path) || path.includes('/testing/');
  if (allowed || !CHAIN.includes(path.split('/')[0] ?? '')) return [];
  const reads =
    /\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*env\b|\benv\b[^;'"]*\}\s*from\s*['"](?:node:)?process['"]/u;
  return reads.test(withoutComments(text)) ? [`${path}: only main.ts files read the environment`] : [];
}

function importFault(from: string, to: string, files: ReadonlyMap<string, unknown>): string[] {
  const [fromFolder = '', toFolder = ''] = [from, to].map((path) => path.split('/')[0] ?? '');
  const [rank, wanted] = [CHAIN.indexOf(fromFolder), CHAIN.indexOf(toFolder)];
  if (rank !== -1 && wanted > rank)
    return [`${from}: ${fromFolder} must not import from ${toFolder} (${to})`];
  if (to.endsWith('.ts') && !files.has(to)) return [`${from}: imports ${to}, which does not exist`];
  return [];
}

const BARE_IMPORT = /^[ \t]*import\s*(['"])(\.{1,2}\/[^'"]+)\1/gmu;
const STATIC_IMPORT = /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])(\.{1,2}\/[^'"]+)\1/gmu;
const LOADED_IMPORT = /^[ \t]*(?:import|export)\b(?!\s+type\b)[^'"`;]*?\bfrom\s*(['"])(\.{1,2}\/[^'"]+)\1/gmu;
const DYNAMIC_IMPORT = /\bimport\s*\(\s*(['"`])(\.{1,2}\/[^'"`]+)\1/gu;

/** Paths that a file imports, from the root: of `import`, `export … from`, `import()` and type-only ones. */
function relativeImports(file: SourceFile): string[] {
  return importsBy([BARE_IMPORT, STATIC_IMPORT, DYNAMIC_IMPORT], file);
}

/** Those that are loaded together with the file: neither type-only ones, which Node strips, nor `import()`. */
function loadedImports(file: SourceFile): string[] {
  return importsBy([BARE_IMPORT, LOADED_IMPORT], file);
}

function importsBy(patterns: RegExp[], { path, text }: SourceFile): string[] {
  const source = withoutComments(text);
  const found = patterns.flatMap((pattern) => [...source.matchAll(pattern)]);
  return [...new Set(found.map((match) => normalize(join(dirname(path), match[2] ?? ''))))];
}

/** Leaves strings alone, so that `'https://…'` is not taken for a comment. */
function withoutComments(text: string): string {
  return text.replace(
    /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`)|\/\*[\s\S]*?\*\/|(?<![\\/[])\/\/[^\n]*/gu,
    (_, string: string | undefined) => string ?? '',
  );
}

/** Cycles of files, each once: the path from a file back to itself, as a depth-first search meets it. */
function findCycles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at !== -1) {
      cycles.push([...trail.slice(at), path]);
      return;
    }
    if (done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return cycles;
}
