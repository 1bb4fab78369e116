/** What a response holds, as far as reading it goes. */
export type ContentKind = 'html' | 'file' | 'other';

const BY_EXTENSION: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
};

const FILES = new Set([
  'application/pdf',
  BY_EXTENSION.docx,
  'text/plain',
  'text/markdown',
  'text/x-markdown',
]);

const ASSET =
  /\.(avif|bmp|gif|ico|jpe?g|png|svgz?|tiff?|webp|css|m?js|map|json|xml|rss|atom|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|webm|og[gv]|wav|zip|gz|tgz|rar|7z|dmg|exe|apk|iso|csv|xlsx?|pptx?|ics|vcf)$/i;

/** Whether a link leads to a picture, a script, a download or the like, told from its path alone. */
export function isAssetUrl(url: string): boolean {
  return ASSET.test(new URL(url).pathname);
}

/**
 * Tells what a response holds from its Content-Type, from the URL's extension and the first bytes where that says nothing.
 *
 * @returns the kind and the MIME type without parameters, in lower case.
 */
export function classifyContent(
  contentType: string | undefined,
  url: string,
  body: Buffer,
): { kind: ContentKind; contentType: string } {
  const declared = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const extension = /\.([a-z0-9]+)$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase() ?? '';
  const vague =
    declared === '' || declared === 'application/octet-stream' || declared === 'binary/octet-stream';
  let type = vague ? (BY_EXTENSION[extension] ?? sniff(body)) : declared;
  if (type === 'text/plain' && BY_EXTENSION[extension] === 'text/markdown') type = 'text/markdown';
  if (type === 'text/html' || type === 'application/xhtml+xml') return { kind: 'html', contentType: type };
  return { kind: FILES.has(type) ? 'file' : 'other', contentType: type };
}

function sniff(body: Buffer): string {
  const start = body.subarray(0, 512).toString('latin1').trimStart();
  if (start.startsWith('%PDF-')) return 'application/pdf';
  if (/^<(!doctype html|html|head|body|!--)/i.test(start)) return 'text/html';
  return 'application/octet-stream';
}
