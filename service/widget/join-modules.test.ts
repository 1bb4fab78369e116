import { createContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import { joinModules } from './join-modules.ts';

const join = (files: Record<string, string>, entry = 'a.js') =>
  joinModules(entry, (name) => files[name] ?? '');
const run = (script: string): unknown[] => {
  const said: unknown[] = [];
  new Function('say', script)((word: unknown) => said.push(word));
  return said;
};

test('each module runs once, after what it imports, and keeps its own names to itself', () => {
  const script = join({
    'a.js':
      "import { name, twice } from './b.js';\nimport {\n  shout,\n} from './c.js';\nconst own = 'a';\nsay(shout(twice(name) + own));\n",
    'b.js':
      "import { shout } from './c.js';\nconst own = 'b';\nexport const name = shout(own);\nexport function twice(text) {\n  return text + text;\n}\n",
    'c.js':
      "say('once');\nconst own = '!';\nexport async function* unused() {}\nexport const shout = (text) => text + own;\n",
  });
  expect(run(script)).toEqual(['once', 'b!b!a!']);
});

test('it runs as a classic script too, twice, and leaves nothing to the page', () => {
  const script = new Script(
    join({ 'a.js': "import { b } from './b.js';\nsay(b);\n", 'b.js': 'export const b = 1;\n' }),
  );
  const said: unknown[] = [];
  const page = createContext({ say: (word: unknown) => said.push(word), m0: 'theirs' });
  for (let times = 0; times < 2; times += 1) script.runInContext(page);
  expect([said, Object.keys(page), page.m0]).toEqual([[1, 1], ['say', 'm0'], 'theirs']);
});

test('only comments that stand alone are left out', () => {
  const script = join({
    'a.js': "/** A\n * comment. */\n// Another.\nsay('// no /* comment */'); // kept\nsay(`https://x`);\n",
  });
  expect(script).not.toMatch(/Another|A\n/);
  expect(run(script)).toEqual(['// no /* comment */', 'https://x']);
});

test("a style sheet becomes a constructed one, its sizes the element's own", () => {
  const script = join({
    'a.js': "import sheet from './a.css' with { type: 'css' };\nsay(sheet.text);\n",
    'a.css': '/* Why. */\n.a,\n.b {\n  margin: 0 -0.5rem 12rem;\n  content: "✓ ";\n}\n',
  });
  const sheets = 'class CSSStyleSheet { replaceSync(text) { this.text = text; } }\n';
  expect(run(sheets + script)).toEqual([
    '.a,.b{margin: 0 calc(-0.5*var(--aisle-rem)) calc(12*var(--aisle-rem));content: "✓ ";}',
  ]);
});

test.each([
  ["export default 'x';\n", /cannot join "export default/],
  ["import * as all from './b.js';\n", /cannot join "import \*/],
  ["import { a } from 'package';\n", /cannot join "import \{ a \}/],
  ["import { a } from './a.js';\n", /import each other: a\.js > a\.js/],
])('refuses what it cannot join: %j', (text, message) => {
  expect(() => join({ 'a.js': text })).toThrow(message);
});
