-- Who may use the service. A key is for several stores or all, so its table, unlike the others, is not a store's.
create table access_keys (
  key_id text primary key,
  kind text not null check (kind in ('publishable', 'secret')),
  -- SHA-256 of the whole key; the key itself is nowhere.
  hash bytea not null unique check (octet_length(hash) = 32),
  name text,
  scopes text[] not null check (cardinality(scopes) > 0),
  -- Null: all, also those that come later. No foreign key: a key may be made before its store's first ingest.
  stores text[] check (cardinality(stores) > 0),
  -- As browsers write them: https://shop.example
  origins text[] not null default '{}',
  -- Requests a minute, questions a day and US dollars a day; null: no limit.
  per_minute integer check (per_minute > 0),
  per_day integer check (per_day > 0),
  budget_usd numeric check (budget_usd > 0),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  -- A revoked key stays: a service that ever had keys does not become open to all.
  revoked_at timestamptz,
  check (kind = 'secret' or (cardinality(origins) > 0 and stores is not null and scopes = '{answer}'))
);
