-- Products are found by the address of a page, or by the handle that it ends in. Hashes, as an address may be longer than an
-- index takes; the expressions are those of find-products-by-address.ts, to the letter.
create index documents_by_path on documents
  (store_id, md5(rtrim(split_part(split_part(url, '#', 1), '?', 1), '/')));
create index documents_by_handle on documents
  (store_id, md5(substring(rtrim(split_part(split_part(url, '#', 1), '?', 1), '/') from '[^/]*$')));
create index products_by_path on products
  (store_id, md5(rtrim(split_part(split_part((stated->>'url'), '#', 1), '?', 1), '/')));
create index products_by_handle on products
  (store_id, md5(substring(rtrim(split_part(split_part((stated->>'url'), '#', 1), '?', 1), '/') from '[^/]*$')));
