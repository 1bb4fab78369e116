-- Every table's key begins with store_id, and every query filters by it: one store never sees another's rows, and
-- the schema can be distributed by that column.

create extension if not exists vector;

create table stores (
  store_id text primary key,
  name text not null,
  locales text[] not null default '{}',
  -- Sums that BM25 needs, kept in the transactions that change passages, so that no search counts rows.
  passage_count bigint not null default 0,
  lexeme_count bigint not null default 0,
  -- Grows with every change of what can be found; what is cached of a store is keyed by it.
  revision bigint not null default 0,
  created_at timestamptz not null default now()
);

create table sources (
  store_id text not null references stores on delete cascade,
  source_id text not null,
  kind text not null,
  location text not null,
  created_at timestamptz not null default now(),
  primary key (store_id, source_id)
);

create table runs (
  store_id text not null,
  run_id text not null,
  source_id text not null,
  status text not null check (status in ('running', 'done', 'failed', 'stopped')),
  started_at timestamptz not null default now(),
  -- Where it runs, so that a later run can tell whether this one was killed.
  host text not null,
  pid integer not null,
  finished_at timestamptz,
  report jsonb,
  primary key (store_id, run_id),
  foreign key (store_id, source_id) references sources on delete cascade
);
create index runs_by_source on runs (store_id, source_id, started_at desc);

create table documents (
  store_id text not null,
  document_id text not null,
  source_id text not null,
  url text not null,
  kind text not null check (kind in ('page', 'policy', 'faq', 'product', 'file')),
  locale text not null,
  title text not null,
  text text not null,
  -- SHA-256 of everything that a reader could see of it: title, kind, locale, text, sections, product facts.
  content_hash text not null,
  etag text,
  last_modified text,
  fetched_at timestamptz not null,
  published_at timestamptz not null default now(),
  primary key (store_id, document_id),
  unique (store_id, source_id, url),
  foreign key (store_id, source_id) references sources on delete cascade
);

create table passages (
  store_id text not null,
  passage_id bigint generated always as identity,
  document_id text not null,
  ordinal integer not null,
  -- UTF-16 offsets into the document's text; the slice is kept too, for PostgreSQL counts in code points.
  start_offset integer not null,
  end_offset integer not null,
  text text not null,
  heading text[] not null,
  shape text not null check (shape in ('prose', 'rows', 'facts')),
  -- Key of its vector: the hash of what was embedded.
  embed_hash text not null,
  -- Lexemes counted in BM25's document length.
  length integer not null,
  primary key (store_id, passage_id),
  unique (store_id, document_id, ordinal),
  foreign key (store_id, document_id) references documents on delete cascade
);
create index passages_by_hash on passages (store_id, embed_hash);

create table postings (
  store_id text not null,
  lexeme text not null,
  passage_id bigint not null,
  tf real not null,
  length integer not null,
  primary key (store_id, lexeme, passage_id) include (tf, length),
  foreign key (store_id, passage_id) references passages on delete cascade
);
create index postings_by_passage on postings (store_id, passage_id);

create table vectors (
  store_id text not null references stores on delete cascade,
  model text not null,
  embed_hash text not null,
  vector vector not null,
  -- When a run last saved it or found that it needs it. One that no passage uses yet may be about to be used.
  needed_at timestamptz not null default now(),
  primary key (store_id, model, embed_hash)
);

create table products (
  store_id text not null,
  document_id text not null,
  sku text not null,
  gtin text,
  name text not null,
  brand text,
  category text,
  price numeric,
  price_max numeric,
  list_price numeric,
  currency text,
  availability text not null,
  rating real,
  rating_count integer,
  image text,
  url text not null,
  attributes jsonb not null,
  variants jsonb not null,
  as_of timestamptz not null,
  primary key (store_id, document_id),
  foreign key (store_id, document_id) references documents on delete cascade
);
create index products_by_sku on products (store_id, sku);
create index products_by_price on products (store_id, price);

create table answers (
  store_id text not null references stores on delete cascade,
  answer_id text not null,
  conversation_id text not null,
  asked_at timestamptz not null default now(),
  question text not null,
  -- The question made to stand alone, on which a follow-up builds.
  standalone text not null,
  locale text not null,
  status text not null check (status in ('answered', 'clarify', 'abstained', 'handoff')),
  model text not null,
  total_ms real not null,
  response jsonb not null,
  primary key (store_id, answer_id)
);
create index answers_by_conversation on answers (store_id, conversation_id, asked_at);

create table feedback (
  store_id text not null,
  feedback_id bigint generated always as identity,
  answer_id text not null,
  rating smallint not null check (rating between 1 and 5),
  comment text,
  created_at timestamptz not null default now(),
  primary key (store_id, feedback_id),
  foreign key (store_id, answer_id) references answers on delete cascade
);

create table handoffs (
  store_id text not null references stores on delete cascade,
  handoff_id text not null,
  conversation_id text,
  contact text,
  message text,
  created_at timestamptz not null default now(),
  primary key (store_id, handoff_id)
);
