-- A product that several documents state (its page, its row in a feed) has one row that answers searches. Each row keeps
-- what its own document states; its columns hold the facts merged from all of them.

alter table products
  -- The facts as this document states them, in the form of `ProductFacts`.
  add column stated jsonb,
  -- The document whose row answers searches in this one's place; null when this one does.
  add column primary_id text,
  -- The document whose price and availability the columns hold; null when it is this one.
  add column offer_id text,
  -- Of the statements that were merged, to tell those that have to be merged again; null when there is only one.
  add column merge_hash text,
  -- Where the documents contradict each other.
  add column conflicts jsonb;

update products set stated = jsonb_build_object(
  'sku', sku, 'gtin', gtin, 'name', name, 'brand', brand, 'category', category, 'price', price, 'priceMax', price_max,
  'listPrice', list_price, 'currency', currency, 'availability', availability, 'rating', rating,
  'ratingCount', rating_count, 'image', image, 'url', url, 'attributes', attributes, 'variants', variants);

alter table products
  alter column stated set not null,
  add foreign key (store_id, primary_id) references products (store_id, document_id) on delete set null (primary_id),
  add foreign key (store_id, offer_id) references products (store_id, document_id) on delete set null (offer_id);

create index products_by_primary on products (store_id, primary_id) where primary_id is not null;
create index products_by_offer on products (store_id, offer_id) where offer_id is not null;
create index products_with_conflicts on products (store_id) where conflicts is not null;
