/** A piece of text on a page, in points from the lower left corner. */
export interface PdfPiece {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** Makes a PDF in Helvetica; an empty page has no text at all, as a scan. */
export function makePdf(
  pages: PdfPiece[][],
  { title, encrypted = false }: { title?: string; encrypted?: boolean } = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const tree = add('');
  const kids = pages.map((pieces) => {
    const content = pieces
      .map(
        ({ text, x = 72, y, size = 11 }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${stream} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`;
  const catalog = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  const info = title === undefined ? '' : ` /Info ${add(`<< /Title (${title}) >>`)} 0 R`;
  // A standard security handler whose user password is unknown: any 32 bytes that no empty password yields.
  const lock = encrypted
    ? ` /Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`)} 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`
    : '';
  return writePdf(objects, catalog, `${info}${lock}`);
}

/**
 * Writes numbered objects as a PDF file.
 * @param objects bodies, the first of number 1.
 * @param catalog number of the catalog.
 */
export function writePdf(objects: string[], catalog: number, trailer = ''): Buffer {
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

/** Lines below each other from the top of the page, at the leading of running text. */
export function pdfLines(lines: string[], { top = 700, leading = 14, size = 11 } = {}): PdfPiece[] {
  return lines.map((text, i) => ({ text, y: top - i * leading, size }));
}
