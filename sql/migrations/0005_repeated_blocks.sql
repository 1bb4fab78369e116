-- What the pages of a source repeat, learned once from a sample and used as it is by later runs: pages whose text
-- changed from run to run would be embedded again.

create table block_lessons (
  store_id text not null,
  source_id text not null,
  -- Documents that had been read by then, and whether they are enough for a source of any size.
  documents integer not null,
  enough boolean not null,
  -- settled: every document of the source was read by it. unsettled: some may still be as an earlier lesson left
  -- them, so they have to be read anew. stale: a page that kept a block has lost it, so it has to be learned anew.
  state text not null check (state in ('settled', 'unsettled', 'stale')),
  learned_at timestamptz not null default now(),
  primary key (store_id, source_id),
  foreign key (store_id, source_id) references sources on delete cascade
);

create table repeated_blocks (
  store_id text not null,
  source_id text not null,
  -- The kind of pages that go without it.
  template text not null,
  block_hash text not null,
  text text not null,
  -- URL of the page that keeps it.
  kept_on text not null,
  primary key (store_id, source_id, template, block_hash),
  foreign key (store_id, source_id) references block_lessons on delete cascade
);
