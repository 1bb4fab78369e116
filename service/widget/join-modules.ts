/** What a module takes from another, or a style sheet. */
const IMPORT = /^import (?:\{([^}]*)\}|(\w+)) from '\.\/([\w.-]+)'(?: with \{ type: 'css' \})?;\n/gm;
const EXPORT = /^export (?=(?:async )?(?:function\*?|class|const) (\w+))/gm;

/**
 * Joins browser modules of one folder to one file, so that a page loads them in one request. Each becomes a function that is called
 * once, in order; nothing else of it is changed but comments that stand alone. A style sheet that is imported as CSSWG's CSS
 * module scripts are becomes a constructed one, which a page's `style-src` does not forbid. The whole is within a function of its
 * own, so that it runs as a module and as a classic script, leaves no names to the page, and may be loaded twice.
 * @param entry the file that imports the others
 * @param read gives a file's text
 * @throws Error for modules that import each other, and for imports and exports written in another way than ours are
 */
export function joinModules(entry: string, read: (name: string) => string): string {
  const joined: string[] = [];
  const names = new Map<string, string>();
  const path: string[] = [];

  const join = (file: string): string => {
    const known = names.get(file);
    if (known !== undefined) return known;
    if (path.includes(file)) throw new Error(`Modules import each other: ${[...path, file].join(' > ')}.`);
    path.push(file);
    const text = read(file);
    const body = file.endsWith('.css') ? styleSheet(text) : moduleBody(file, text, join);
    const name = `m${names.size}`;
    joined.push(file === entry ? `(() => {\n${body}})();\n` : `const ${name} = (() => {\n${body}})();\n`);
    names.set(file, name);
    path.pop();
    return name;
  };
  join(entry);
  return `(() => {\n'use strict';\n${joined.join('')}})();\n`;
}

function moduleBody(file: string, text: string, join: (file: string) => string): string {
  const taken: string[] = [];
  const withoutImports = text.replace(
    IMPORT,
    (_all, listed: string | undefined, sheet: string, from: string) => {
      const name = join(from);
      taken.push(listed === undefined ? `const ${sheet} = ${name};` : `const {${listed}} = ${name};`);
      return '';
    },
  );
  const given: string[] = [];
  const body = withoutImports.replace(EXPORT, (_all, name: string) => {
    given.push(name);
    return '';
  });
  const left = /^(?:import|export)\b.*/m.exec(body)?.[0];
  if (left !== undefined) throw new Error(`${file}: cannot join ${JSON.stringify(left)}.`);
  return `${[...taken, withoutComments(body).trim(), `return { ${given.join(', ')} };`].join('\n')}\n`;
}

/** Comments that have their lines to themselves. */
function withoutComments(script: string): string {
  return script.replace(/^[ \t]*(?:\/\*\*[\s\S]*?\*\/|\/\/.*)\n/gm, '').replace(/\n{2,}/g, '\n');
}

function styleSheet(css: string): string {
  const text = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/(?<![\w.])(-?\d*\.?\d+)rem\b/g, 'calc($1*var(--aisle-rem))');
  return `const sheet = new CSSStyleSheet();\nsheet.replaceSync(${JSON.stringify(text.trim())});\nreturn sheet;\n`;
}
