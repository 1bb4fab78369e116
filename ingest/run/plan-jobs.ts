import { resolve } from 'node:path';
import type { SourceConfig, StoreConfig } from '../config/config-format.ts';
import { SOURCE_KINDS } from '../config/config-format.ts';
import type { AisleConfig } from '../config/load-config.ts';
import { UsageProblem } from '../config/usage-problem.ts';
import type { DetectedSource } from './detect-source.ts';
import { sourceId } from './source-id.ts';
import { makeSourceSpec, type SourceSpec } from './source-spec.ts';

/** The store of sources that are named on the command line, when nothing says which. */
const DEFAULT_STORE = 'default';

/** A source and the store that it belongs to. */
export interface PlannedSource {
  storeId: string;
  storeName: string | null;
  source: SourceSpec;
}

/**
 * All sources of the configuration, or those of one of its stores or with one of some ids. Pure.
 * @param storeId null for all stores.
 * @param sourceIds empty for all sources.
 * @throws UsageProblem when there is no configuration, or no such store or source in it.
 */
export function sourcesOfConfig(
  config: AisleConfig | null,
  storeId: string | null,
  sourceIds: readonly string[] = [],
): PlannedSource[] {
  if (config === null) {
    throw new UsageProblem(
      'Expected a source to ingest, found none, and no aisle.yaml here either. Name a site, a feed, a file or a folder (npm run ingest -- https://shop.example/), or copy aisle.example.yaml to aisle.yaml.',
    );
  }
  const stores = config.stores.filter(({ id }) => storeId === null || id === storeId);
  if (stores.length === 0) {
    const ids = config.stores.map(({ id }) => id).join(', ');
    throw new UsageProblem(
      `--store: expected a store of ${config.file} (${ids}), found "${storeId}". Name a source to fill a new store.`,
    );
  }
  const planned = stores.flatMap((store) =>
    store.sources.map((source) => ({
      storeId: store.id,
      storeName: store.name ?? null,
      source: specOfConfig(source, store, config.folder),
    })),
  );
  const unknown = sourceIds.filter((id) => !planned.some(({ source }) => source.id === id));
  if (unknown.length > 0) {
    const ids = stores.map(({ id }) => {
      const own = planned.filter((one) => one.storeId === id).map(({ source }) => source.id);
      return stores.length === 1 ? own.join(', ') : `${id}: ${own.join(', ')}`;
    });
    const where = storeId === null ? config.file : `${config.file}, store ${storeId}`;
    const found = unknown.map((id) => `"${id}"`).join(' and ');
    throw new UsageProblem(`--source: expected a source of ${where} (${ids.join('; ')}), found ${found}.`);
  }
  return planned.filter(({ source }) => sourceIds.length === 0 || sourceIds.includes(source.id));
}

/** A source that the running service ingests by itself. */
export interface ScheduledSource {
  storeId: string;
  sourceId: string;
  /** Cron, with or without seconds. */
  schedule: string;
  /** IANA; null for the machine's. */
  timezone: string | null;
}

/** The sources of the configuration that have a schedule. Pure. */
export function scheduledSources(config: AisleConfig): ScheduledSource[] {
  return config.stores.flatMap((store) =>
    store.sources.flatMap((source) => {
      if (source.schedule === undefined) return [];
      const { id } = specOfConfig(source, store, config.folder);
      const timezone = store.timezone ?? null;
      return [{ storeId: store.id, sourceId: id, schedule: source.schedule.trim(), timezone }];
    }),
  );
}

/**
 * Sources named on the command line. One that the configuration has too takes its settings and id from there, so that
 * it is the same source. Pure.
 * @throws UsageProblem when the configuration has several stores and none is named.
 */
export function sourcesOfArguments(
  detected: DetectedSource[],
  { config, storeId }: { config: AisleConfig | null; storeId: string | null },
): PlannedSource[] {
  const stores = config?.stores ?? [];
  if (storeId === null && stores.length > 1) {
    const ids = stores.map(({ id }) => id).join(', ');
    throw new UsageProblem(
      `Expected --store with one of the stores of ${config?.file} (${ids}), found none.`,
    );
  }
  const store = storeId === null ? stores[0] : stores.find(({ id }) => id === storeId);
  const configured =
    store === undefined || config === null
      ? []
      : store.sources.map((source) => specOfConfig(source, store, config.folder));
  return detected.map(({ kind, location }) => ({
    storeId: store?.id ?? storeId ?? DEFAULT_STORE,
    storeName: store?.name ?? null,
    source:
      configured.find((spec) => spec.location === location) ??
      makeSourceSpec({
        id: sourceId(kind, location),
        kind,
        location,
        languages: store?.locales ?? [],
      }),
  }));
}

function specOfConfig(source: SourceConfig, store: StoreConfig, folder: string): SourceSpec {
  const kind = SOURCE_KINDS.find((name) => source[name] !== undefined) ?? 'site';
  const place = source[kind] ?? '';
  const location = /^https?:/i.test(place) ? new URL(place).href : resolve(folder, place);
  return {
    id: source.id ?? sourceId(kind, location),
    kind,
    location,
    documentKind: source.kind ?? null,
    locale: source.locale?.toLowerCase().replaceAll('_', '-') ?? null,
    render: source.render === 'browser',
    market: source.market?.toUpperCase() ?? null,
    languages: store.locales ?? [],
    include: source.include ?? [],
    exclude: source.exclude ?? [],
    maxPages: source.maxPages ?? null,
    allowHosts: source.allowHosts ?? [],
    mapping: source.mapping ?? {},
    baseUrl: source.baseUrl ?? null,
    currency: source.currency?.toUpperCase() ?? null,
    edition: null,
  };
}
