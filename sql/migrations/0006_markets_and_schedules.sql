-- The country whose shoppers a source is for, ISO 3166-1 alpha-2; null: all.
alter table sources add column market text check (market ~ '^[A-Z]{2}$');

-- Which service ingests a source by its schedule now, so that of several on one database only one does.
create table schedule_leases (
  store_id text not null references stores on delete cascade,
  -- As in the configuration: a source that was never ingested has no row of its own yet.
  source_id text not null,
  holder text not null,
  -- The holder is taken for dead once this is past.
  held_until timestamptz not null,
  primary key (store_id, source_id)
);
