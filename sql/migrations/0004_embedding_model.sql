-- The model whose vectors a store's questions are compared with. Null until the first vectors are saved.
alter table stores add column embedding_model text;

update stores s set embedding_model = (
  select v.model from vectors v
  where v.store_id = s.store_id
    and exists (select from passages p where p.store_id = v.store_id and p.embed_hash = v.embed_hash)
  group by v.model order by count(*) desc, v.model limit 1
);

-- A change of model under way, and what is left of earlier ones.
create table store_models (
  store_id text not null references stores on delete cascade,
  model text not null,
  -- The process that embeds the store's passages for this model; it is taken for dead once held_until is past.
  holder text,
  held_until timestamptz,
  -- Since when the store neither uses this model nor changes to it; its vectors are kept for a while.
  retired_at timestamptz,
  primary key (store_id, model)
);
