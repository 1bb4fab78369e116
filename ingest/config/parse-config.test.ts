import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';
import { nearestName } from './nearest-name.ts';
import { parseConfig } from './parse-config.ts';

function mistakesOf(yaml: string): string[] {
  const parsed = parseConfig(yaml);
  if (parsed.ok) return [];
  return parsed.mistakes.map(
    (each) => `${each.line}:${each.column} ${each.path}: ${each.expected} / ${each.got}`,
  );
}

describe('parseConfig', () => {
  it.each([
    ['hours: Monday to Friday, 9 to 17 (UTC)', []],
    ['hours: ["Mon-Fri 9:00-18:00", "2026-12-25 closed"]', []],
    [
      'hours: Mon-Fri 9:00-26:00',
      [/handoff\.hours: days and times such as .*; the time zone is .* "Mon-Fri/],
    ],
    ['hours: ["Mon 9:00-18:00", mornings]', [/handoff\.hours: days and times/]],
    ['message: { en: Hello, es: Hola }', []],
    ['message: { "?": Hello }', [/handoff\.message/]],
    ['webhook: https://desk.example/aisle\n    webhookSecret: DESK_SECRET', []],
    ['webhook: http://127.0.0.1:9000/\n    webhookSecret: S\n    allowHosts: ["127.0.0.1:9000"]', []],
    [
      'webhook: http://desk.example/\n    webhookSecret: S',
      [/handoff\.webhook: an https URL, or desk\.example:80 among/],
    ],
    [
      'webhook: https://desk.example/',
      [/handoff\.webhookSecret: the name of an environment variable \/ nothing/],
    ],
    [
      'webhook: https://desk.example/\n    webhookSecret: whsec_a/b=',
      [/webhookSecret: .*not the secret itself/],
    ],
    ['webhookSecret: S', [/handoff\.webhookSecret: webhookSecret beside a webhook/]],
    ['webhok: https://desk.example/', [/handoff\.webhok: .*did you mean webhook/]],
  ])('checks how people are reached: %s', (handoff, expected) => {
    const yaml = `store:\n  id: shop\n  sources: [{ site: "https://shop.example/" }]\n  handoff:\n    ${handoff}\n`;
    const mistakes = mistakesOf(yaml);
    expect(mistakes).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(mistakes[at]).toMatch(pattern);
  });

  it('accepts the example that comes with Aisle', async () => {
    const yaml = await readFile(new URL('../../aisle.example.yaml', import.meta.url), 'utf8');
    const parsed = parseConfig(yaml);
    expect(parsed).toMatchObject({ ok: true, stores: [{ id: 'acorn-outdoor' }] });
  });

  it('reports all mistakes at once, each with its place', () => {
    const mistakes = mistakesOf(
      [
        'store:',
        '  id: my shop',
        '  naem: Shop',
        '  sources:',
        '    - sit: https://shop.example/',
        '      maxPages: many',
      ].join('\n'),
    );
    expect(mistakes).toHaveLength(5);
    expect(mistakes[0]).toMatch(/^2:3 store\.id: 1 to 64 letters.* \/ "my shop"$/);
    expect(mistakes[1]).toMatch(/^3:3 store\.naem: one of id, name,.* \/ "naem"; did you mean name\?$/);
    expect(mistakes.join('\n')).toMatch(/5:7 store\.sources\[0\]: one of site, feed, files \/ none of them/);
    expect(mistakes.join('\n')).toMatch(/5:7 store\.sources\[0\]\.sit: .*did you mean site\?/);
    expect(mistakes.join('\n')).toMatch(/6:7 store\.sources\[0\]\.maxPages: a number \/ "many"/);
  });

  it.each([
    ['an empty file', '', /expected|keys with values|neither/],
    ['neither store nor stores', '{}', /store, or stores with a list \/ neither/],
    [
      'both',
      'store: {id: a, sources: [{site: https://a.example}]}\nstores: []',
      /either store or stores \/ both/,
    ],
    [
      'a schedule that is none',
      'store: {id: a, sources: [{site: https://a.example, schedule: "every night"}]}',
      /schedule: a cron schedule .*minute, hour.* \/ "every night"/,
    ],
    [
      'a schedule that never comes',
      'store: {id: a, sources: [{site: https://a.example, schedule: "0 3 30 2 *"}]}',
      /schedule: a cron schedule that comes some day/,
    ],
    [
      'a time zone that is none',
      'store: {id: a, timezone: Mars/Phobos, sources: [{site: https://a.example}]}',
      /timezone: an IANA time zone such as Europe\/Madrid.* \/ "Mars\/Phobos"/,
    ],
    [
      'an offset for a time zone',
      'store: {id: a, timezone: "+01:00", sources: [{site: https://a.example}]}',
      /timezone: an IANA time zone/,
    ],
    [
      'a market that is no country',
      'store: {id: a, sources: [{site: https://a.example, market: EU}]}',
      /market: an ISO 3166 country code.* \/ "EU"/,
    ],
    [
      'examples that are no list',
      'store: {id: a, examples: {en: Why?}, sources: [{files: x}]}',
      /examples: a list of 1 to 8 questions, or one for each language/,
    ],
    [
      'a line of synonyms with one name',
      'store: {id: a, synonyms: [[kicks]], sources: [{files: x}]}',
      /synonyms\[0\]: at least two names of one thing/,
    ],
    [
      'a line of synonyms without a single word',
      'store: {id: a, synonyms: [[running shoes, gym shoes]], sources: [{files: x}]}',
      /synonyms\[0\]: a line with at least one name of a single word/,
    ],
    ['broken YAML', 'store: [1,\n', /valid YAML/],
    ['a key given twice', 'store: {id: a, id: b, sources: [{site: https://a.example}]}', /valid YAML/],
    [
      'two kinds in one source',
      'store: {id: a, sources: [{site: https://a.example, feed: x.csv}]}',
      /site and feed/,
    ],
    [
      'a key of another kind',
      'store: {id: a, sources: [{files: x, mapping: {a: b}}]}',
      /mapping only for feed/,
    ],
    ['a source twice', 'store: {id: a, sources: [{files: x}, {files: x}]}', /one that no other has/],
    [
      'a URL with a password',
      'store: {id: a, sources: [{site: "https://a:b@c.example"}]}',
      /an http\(s\) URL/,
    ],
    ['a path as site', 'store: {id: a, sources: [{site: ./pages}]}', /an http\(s\) URL.*"\.\/pages"/],
  ])('refuses %s', (_, yaml, message) => {
    expect(mistakesOf(yaml).join('\n')).toMatch(message);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseConfig(text)));
    fc.assert(fc.property(fc.jsonValue(), (value) => void parseConfig(JSON.stringify({ stores: [value] }))));
  });
});

describe('loadConfig', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('needs no file unless one is named', async () => {
    expect(await loadConfig(null, folder)).toBeNull();
    await expect(loadConfig('shop.yaml', folder)).rejects.toThrow(
      /shop\.yaml: expected a configuration file/,
    );
  });

  it('finds aisle.yaml, and names file, line and column of a mistake', async () => {
    await writeFile(join(folder, 'aisle.yaml'), 'store:\n  id: a\n  sources: [{ files: ./x }]\n');
    expect(await loadConfig(null, folder)).toMatchObject({ folder, stores: [{ id: 'a' }] });
    await writeFile(join(folder, 'bad.yaml'), 'store:\n  id: a\n');
    await expect(loadConfig('bad.yaml', folder)).rejects.toThrow(
      /bad\.yaml:1:1 store\.sources: expected a list, got nothing/,
    );
  });
});

describe('nearestName', () => {
  it('finds a misspelt name and no unrelated one', () => {
    expect(nearestName('sorces', ['id', 'sources'])).toBe('sources');
    expect(nearestName('exlcude', ['include', 'exclude'])).toBe('exclude');
    expect(nearestName('colour', ['id', 'sources'])).toBeNull();
  });
});
