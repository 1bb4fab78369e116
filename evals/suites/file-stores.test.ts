import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAll } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { isGrounded } from '../testing/is-grounded.ts';
import { readStatedPages, readStatedProducts } from '../testing/stated-pages.ts';

const files = globSync('*/suite.yaml', { cwd: import.meta.dirname }).sort();

it('there are suites with stores of files', () => {
  expect(files.map((file) => dirname(file))).toEqual(expect.arrayContaining(['coffee-shop', 'electronica']));
});

describe.each(files)('%s', async (file) => {
  const suite = await readSuite(`${import.meta.dirname}/${file}`);
  const cases = await readAll(suite.cases);
  const sources = suite.sources ?? [];
  const catalogs = sources.filter((source) => source.endsWith('.csv'));
  const folders = sources.filter((source) => !source.endsWith('.csv'));
  const products = (await Promise.all(catalogs.map(readStatedProducts))).flat();
  const pages = [...(await Promise.all(folders.map(readStatedPages))).flat(), ...products];
  const abstain = cases.filter((entry) => entry.expect.status?.includes('abstained'));

  // Attacks are told by what must not be said.
  it.skipIf(file.startsWith('red-team/'))(
    'has 45 cases or more, a seventh or more of them to abstain from',
    () => {
      expect(cases.length).toBeGreaterThanOrEqual(45);
      expect(abstain.length / cases.length).toBeGreaterThanOrEqual(1 / 7);
      expect(abstain.length / cases.length).toBeLessThanOrEqual(0.4);
    },
  );

  it('expects only what the files that it names say', () => {
    expect(cases.filter((entry) => !isGrounded(entry, pages)).map(({ id }) => id)).toEqual([]);
  });

  it('expects only products of its catalog', () => {
    const skus = new Set(products.flatMap((product) => product.skus));
    const wanted = cases.flatMap((entry) => entry.expect.products ?? []);
    expect(wanted.filter((sku) => !skus.has(sku))).toEqual([]);
  });

  it('tags every case', () => {
    expect(cases.filter((entry) => entry.tags.length === 0).map(({ id }) => id)).toEqual([]);
  });
});
