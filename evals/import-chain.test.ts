import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findLayoutFaults, type SourceFile } from './import-chain.ts';

const root = resolve(import.meta.dirname, '..');

async function readSources(): Promise<SourceFile[]> {
  const folders = ['sql', 'ingest', 'service', 'evals'];
  const entries = (
    await Promise.all(
      folders.map((folder) => readdir(join(root, folder), { recursive: true, withFileTypes: true })),
    )
  ).flat();
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  );
}

describe('the layout of the project', () => {
  it('holds: imports follow sql <- ingest <- service <- evals, and only main.ts reads the environment', async () => {
    const sources = await readSources();
    expect(sources.length).toBeGreaterThan(50);
    expect(findLayoutFaults(sources)).toEqual([]);
  });

  it('has no src, lib or utils at the root', async () => {
    const folders = await readdir(root);
    expect(folders.filter((name) => ['src', 'lib', 'utils'].includes(name))).toEqual([]);
  });
});

describe('findLayoutFaults', () => {
  const base: SourceFile[] = [
    { path: 'sql/a.ts', text: '' },
    { path: 'ingest/a.ts', text: "import { a } from '../sql/a.ts';\n" },
    { path: 'service/a.ts', text: "import '../ingest/a.ts';\nexport const url = 'https://x.test';\n" },
    { path: 'evals/main.ts', text: "import { a } from '../service/a.ts';\nprocess.env.X;\n" },
  ];
  const faultsWith = (path: string, text: string) => findLayoutFaults([...base, { path, text }]);

  it('finds nothing wrong with the chain', () => {
    expect(findLayoutFaults(base)).toEqual([]);
  });

  // Put together, so that this file does not itself seem to import it.
  const there = '../service/a.ts';
  it.each([
    `import { a } from '${there}';`,
    `import type { A } from '${there}';`,
    `import {\n  a,\n  type B,\n} from "${there}";`,
    `import '${there}';`,
    `export * from '${there}';`,
    `export { a } from '${there}';`,
    `const a = await import('${there}');`,
    `type A = import('${there}').A;`,
    `const url = 'https://x'; const a = await import('${there}');`,
  ])('finds an import against the chain: %s', (text) => {
    expect(faultsWith('sql/b.ts', text)).toEqual([
      'sql/b.ts: sql must not import from service (service/a.ts)',
    ]);
  });

  it.each([
    "// import { a } from '../service/a.ts';",
    "/*\nimport { a } from '../service/a.ts';\n*/",
    "const s = 'service';",
  ])('does not take comments and strings for imports: %s', (text) =>
    expect(faultsWith('sql/b.ts', text)).toEqual([]),
  );

  it('finds an import of a file that does not exist', () => {
    expect(faultsWith('sql/b.ts', "import './gone.ts';")).toEqual([
      'sql/b.ts: imports sql/gone.ts, which does not exist',
    ]);
  });

  it('finds cycles across files and folders', () => {
    const faults = findLayoutFaults([
      { path: 'sql/a.ts', text: "import './deep/b.ts';" },
      { path: 'sql/deep/b.ts', text: "import '../c.ts';" },
      { path: 'sql/c.ts', text: "import { a } from './a.ts';" },
    ]);
    expect(faults).toEqual(['import cycle: sql/a.ts -> sql/deep/b.ts -> sql/c.ts -> sql/a.ts']);
  });

  it('does not count a type-only import as part of a cycle', () => {
    const faults = findLayoutFaults([
      { path: 'sql/a.ts', text: "import './b.ts';" },
      { path: 'sql/b.ts', text: "import type { A } from './a.ts';\nexport type { B } from './a.ts';" },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    'const x = process.env.X;',
    "const x = process['env'];",
    'const x = process?.env;',
    "import { env } from 'node:process';",
    "import { argv, env } from 'process';",
  ])('finds the environment outside of main.ts: %s', (text) => {
    expect(faultsWith('service/b.ts', text)).toEqual([
      'service/b.ts: only main.ts files read the environment',
    ]);
    expect(faultsWith('service/b.test.ts', text)).toEqual([]);
    expect(faultsWith('service/main.ts', text)).toEqual([]);
  });

  it('lets a comment mention it', () => {
    expect(faultsWith('service/b.ts', '/** Never reads process.env. */')).toEqual([]);
  });

  it.each(['sql/utils/b.ts', 'service/lib/deep/b.ts', 'evals/src/b.ts'])(
    'finds an unwanted folder: %s',
    (path) => {
      expect(faultsWith(path, '')).toHaveLength(1);
    },
  );
});
