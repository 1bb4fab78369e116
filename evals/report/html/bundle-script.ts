import { readFile } from 'node:fs/promises';

const IMPORT = /^import \{[^}]*\} from '(\.\/[\w-]+\.js)';\n/gmu;
const EXPORT = /^export (?=(?:async )?function|const)/gmu;

/**
 * Joins the page's modules to one classic script: a file page may import nothing. They share one scope, so no two may
 * use a top-level name twice; imports are of the form `import { a } from './b.js';`, exports are functions or constants.
 *
 * @param entry the module that begins.
 */
export async function bundleScript(entry: URL): Promise<string> {
  const seen = new Set<string>();
  const modules: string[] = [];
  const add = async (url: URL): Promise<void> => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    const source = await readFile(url, 'utf8');
    for (const [, path = ''] of source.matchAll(IMPORT)) await add(new URL(path, url));
    modules.push(source.replace(IMPORT, '').replace(EXPORT, ''));
  };
  await add(entry);
  return `(() => {\n'use strict';\n${modules.join('\n')}\n})();\n`;
}
