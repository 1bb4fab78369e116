import { makeSourceSpec, type SourceSpec } from '../ingest/run/source-spec.ts';
import { makeSite } from '../ingest/sample-store/site.ts';
import { siteHash } from '../ingest/sample-store/site-hash.ts';
import { SAMPLE_SOURCE } from './sample-store.ts';

/** The sample store's pages as a source, in the edition that this version of Aisle serves. @param url their origin. */
export function sampleSource(url: string): SourceSpec {
  return makeSourceSpec({
    id: SAMPLE_SOURCE,
    kind: 'site',
    location: url,
    edition: siteHash(makeSite(url)),
    allowHosts: [new URL(url).host],
  });
}
