import type { DocumentKind } from '../../sql/document.ts';

/** Where documents are read from: a site that is crawled, a catalog, or files. */
export type SourceKind = 'site' | 'feed' | 'files';

/** One source of a store, ready to be read. */
export interface SourceSpec {
  /** Key of its documents in the store; the same from run to run. */
  id: string;
  kind: SourceKind;
  /** An http(s) URL, or an absolute path. */
  location: string;
  /** What its documents are, where they are no products; null to tell it from each. */
  documentKind: Exclude<DocumentKind, 'product'> | null;
  /** BCP 47, for documents that name no language; null to tell it from each text. */
  locale: string | null;
  /** Draw pages that show nothing without JavaScript in a browser. */
  render: boolean;
  /** ISO 3166-1 alpha-2 of the country that its documents are for, upper case; null: all. */
  market: string | null;
  /** Only documents in these languages are taken in, BCP 47; none: all are. */
  languages: string[];
  include: string[];
  exclude: string[];
  maxPages: number | null;
  /** `HOST:PORT` of private addresses that may be reached. */
  allowHosts: string[];
  /** Field to column of a catalog. */
  mapping: Record<string, string>;
  baseUrl: string | null;
  /** ISO 4217, for prices that name none. */
  currency: string | null;
  /** Names what it holds, where that is known beforehand: another edition is read anew. Null: only its bytes tell. */
  edition: string | null;
}

/** Makes a spec with defaults for all that is not said. */
export function makeSourceSpec(
  source: Pick<SourceSpec, 'id' | 'kind' | 'location'> & Partial<SourceSpec>,
): SourceSpec {
  return {
    documentKind: null,
    locale: null,
    render: false,
    market: null,
    languages: [],
    include: [],
    exclude: [],
    maxPages: null,
    allowHosts: [],
    mapping: {},
    baseUrl: null,
    currency: null,
    edition: null,
    ...source,
  };
}
