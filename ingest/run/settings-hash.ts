import { createHash } from 'node:crypto';
import type { SourceSpec } from './source-spec.ts';

/** To be raised whenever the same bytes are read as other documents than before. */
const READER_VERSION = 3;

/** A hash of all that decides, besides a source's bytes, what documents they are read as. Pure. */
export function settingsHash(spec: SourceSpec): string {
  const { kind, location, documentKind, locale, market, languages, render } = spec;
  const { mapping, baseUrl, currency, edition } = spec;
  const settings = {
    version: READER_VERSION,
    kind,
    location,
    documentKind,
    locale,
    market,
    languages: [...languages].sort(),
    render,
    mapping: Object.entries(mapping).sort(),
    baseUrl,
    currency,
    // Left out where there is none.
    edition: edition ?? undefined,
  };
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}
