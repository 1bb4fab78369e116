import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import type { SourceKind } from './source-spec.ts';

/**
 * Names a source that nobody has named, from where it is: `site:shop.example/es`, `feed:catalog.csv-1f0c2a`.
 * A URL counts without scheme and `www.`, which change without the source being another one. A path counts whole, by a
 * hash, so that two folders of one name do not take each other's documents away. Pure.
 */
export function sourceId(kind: SourceKind, location: string): string {
  const url = /^https?:/i.test(location) ? URL.parse(location) : null;
  if (url === null) {
    const hash = createHash('sha256').update(location).digest('hex').slice(0, 6);
    return `${kind}:${basename(location)}-${hash}`;
  }
  return `${kind}:${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${withoutSecrets(url.search)}`;
}
