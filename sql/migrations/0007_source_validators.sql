-- What a feed was when it was last read whole: the memory from which it is asked for conditionally, and from which one
-- that is byte for byte the same is not read again. There is none while a run changes what was read.

create table source_validators (
  store_id text not null,
  source_id text not null,
  -- Of all that decides how its bytes are read: mapping, currency, locale, …, the reader's own version.
  settings_hash text not null,
  -- SHA-256 of its bytes.
  body_hash text not null,
  etag text,
  last_modified text,
  -- What it leaves out on purpose, [{url, stage, reason}], for the reports of runs that do not read it again.
  left_out jsonb not null,
  read_at timestamptz not null default now(),
  primary key (store_id, source_id),
  foreign key (store_id, source_id) references sources on delete cascade
);
