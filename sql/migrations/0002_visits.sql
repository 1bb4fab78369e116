-- What became of each address that a run met, whether it is a document or not: the memory from which a killed run goes
-- on, conditional requests are made also of pages that are no documents, and "why is my page missing?" is answered.
create table visits (
  store_id text not null,
  source_id text not null,
  url text not null,
  -- waiting: found, not asked for yet.
  outcome text not null check (outcome in ('waiting', 'indexed', 'skipped', 'failed', 'gone')),
  -- Which rule or step decided: robots, noindex, duplicate, fetch, … Null for what is indexed or waits.
  stage text,
  reason text,
  -- Where a redirect leads, and what a copy is a copy of.
  target text,
  -- Of the last answer; null when it was never asked for or none came.
  status integer,
  bytes integer,
  etag text,
  last_modified text,
  -- How it was found first (start, sitemap, link, …), and on which page or in which sitemap.
  found_by text,
  found_on text,
  -- The last run that met it, and since when it has had this outcome for this reason.
  run_id text not null,
  seen_at timestamptz not null default now(),
  since timestamptz not null default now(),
  primary key (store_id, source_id, url),
  foreign key (store_id, source_id) references sources on delete cascade
);
create index visits_by_url on visits (store_id, url);
