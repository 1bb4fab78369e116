-- Pages that a run has read and holds back until it knows what its site repeats. A run that is killed meanwhile leaves them
-- to the next one, which need not ask for them again. Empty when no run is under way.
create table held_documents (
  store_id text not null,
  source_id text not null,
  url text not null,
  run_id text not null,
  -- What the site brought, as the run that reads on takes it up; its keys in their order, for they are hashed.
  event json not null,
  held_at timestamptz not null default now(),
  primary key (store_id, source_id, url),
  foreign key (store_id, source_id) references sources on delete cascade
);
