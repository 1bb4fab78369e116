import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePdf, pdfLines, writePdf } from '../pdf.fixture.ts';
import type { FileToRead } from '../read-content.ts';
import { docxParagraph, makeDocx, makeZip } from '../zip.fixture.ts';
import { makeReadApart } from './read-apart.ts';

const MIB = 1024 ** 2;
const readApart = makeReadApart({ milliseconds: 20_000, bytes: 400 * MIB });

function file(type: FileToRead['type'], bytes: Buffer): FileToRead {
  return { type, path: `a.${type}`, bytes, url: 'https://a.example/', fetchedAt: '2026-05-01T10:00:00Z' };
}

const pdfOf = (content: string, filter: string) =>
  writePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
      `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${content}\nendstream`,
    ],
    1,
  );

/** A page whose content unpacks to so many bytes. */
function pdfBomb(bytes: number): Buffer {
  const twice = deflateSync(deflateSync(Buffer.alloc(bytes, ' ')));
  return pdfOf(twice.toString('latin1'), '[/FlateDecode /FlateDecode]');
}

describe('a hostile PDF', () => {
  it('that unpacks without bound is given up on, and the next file is read', async () => {
    const bomb = pdfBomb(700 * MIB);
    expect(bomb.length).toBeLessThan(10_000);
    await expect(readApart(file('pdf', bomb))).rejects.toThrow(
      /^a\.pdf: expected a file that can be read in 400 MiB of memory, found one that takes more\. Split it/,
    );
    const next = await readApart(
      file('pdf', makePdf([pdfLines(['You may return boots within thirty days.'])])),
    );
    expect(next.text).toContain('You may return boots within thirty days.');
  });

  it('that takes too long is given up on', async () => {
    const pages = Array.from({ length: 400 }, () =>
      pdfLines(Array.from({ length: 40 }, () => 'Some words of text.')),
    );
    const hasty = makeReadApart({ milliseconds: 50, bytes: 400 * MIB });
    await expect(hasty(file('pdf', makePdf(pages)))).rejects.toThrow(
      /expected a file that can be read within 0\.05 s, found one that takes longer/,
    );
  });

  it.each([
    [
      'with 100,000 pages',
      `/Count 100000 /Kids [${'3 0 R '.repeat(100_000)}]`,
      /expected at most 3000 pages, found 100000\. Split it/,
    ],
    ['whose tree of pages is a circle', '/Count 2 /Kids [2 0 R 2 0 R]', /found a damaged one/],
    ['that announces pages which are not there', '/Count 9 /Kids [7 0 R]', /found a damaged one/],
  ])('%s is refused', async (_, tree, message) => {
    const pdf = writePdf(
      ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages ${tree} >>`, '<< /Type /Page /Parent 2 0 R >>'],
      1,
    );
    await expect(readApart(file('pdf', pdf))).rejects.toThrow(message);
  });
});

describe('a hostile Word document', () => {
  const entities = `<!DOCTYPE w [<!ENTITY a "${'ha'.repeat(50)}">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(10)}">`).join('')}]>`;

  it('cannot expand its entities', async () => {
    const docx = makeDocx(docxParagraph('Hello &h; there'), { prolog: entities });
    const outcome = await readApart(file('docx', docx)).catch((error: Error) => error);
    expect(outcome instanceof Error ? outcome.message : outcome.text).not.toContain('haha');
    expect(outcome).toMatchObject({ message: expect.stringMatching(/DOCTYPE|damaged/) });
  });

  it('reads nothing that its relationships name outside of it', async () => {
    const docx = makeDocx(docxParagraph('Hello there'), {
      relationships:
        '<Relationship Id="r9" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd"/>',
      body: '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="r9"/></w:drawing></w:r></w:p>',
    });
    expect((await readApart(file('docx', docx))).text).toBe('Hello there');
  });

  it('is refused with more entries than a document has, and takes a ZIP inside for what it is: nothing', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`word/${n}.xml`, 'x']));
    await expect(readApart(file('docx', makeZip(many)))).rejects.toThrow(
      /at most 10000 entries, found 10001/,
    );
    const inner = makeZip({ 'a.xml': Buffer.alloc(MIB) });
    const docx = makeDocx(docxParagraph('Hello there'), { entries: { 'word/embeddings/inner.zip': inner } });
    expect((await readApart(file('docx', docx))).text).toBe('Hello there');
  });

  it('that nests without end is refused', async () => {
    const depth = 60_000;
    const docx = makeDocx(
      `${'<w:sdt><w:sdtContent>'.repeat(depth)}${docxParagraph('deep')}${'</w:sdtContent></w:sdt>'.repeat(depth)}`,
    );
    const outcome = await readApart(file('docx', docx)).catch((error: Error) => error);
    if (outcome instanceof Error) expect(outcome.message).toMatch(/^a\.docx: expected/);
    else expect(outcome.text).toBe('deep');
  });
});
