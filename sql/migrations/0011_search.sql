-- What a search needs so as not to read everything: the signs of vectors, hashes that tell copies, a store's words.

-- When the page says that it was written or last changed, or its server does; null where neither is known. Which of two
-- pages holds where they disagree.
alter table documents add column modified_at timestamptz;

-- The same for passages that differ in nothing but case, punctuation and white space.
alter table passages add column text_hash uuid not null
  generated always as (md5(btrim(regexp_replace(lower(text), '[^[:alnum:]]+', ' ', 'g')))::uuid) stored;

-- A bit for each number of a vector: 1 where it is positive. Their Hamming distances, read from the index alone, tell
-- cheaply which vectors' cosines are worth computing.
alter table vectors add column signs bit varying not null generated always as (binary_quantize(vector)) stored;
create index vectors_by_signs on vectors (store_id, model) include (signs, embed_hash);
-- Starting workers takes longer than the scan of a store's signs.
alter table vectors set (parallel_workers = 0);

-- The words of a store, as of its last run, among which misspelled ones are looked up. In the order of "C", in which what
-- begins alike stands together.
create table words (
  store_id text not null references stores on delete cascade,
  lexeme text collate "C" not null,
  -- That have it.
  passages integer not null,
  primary key (store_id, lexeme)
);
insert into words (store_id, lexeme, passages) select store_id, lexeme, count(*) from postings group by store_id, lexeme;
