-- Who wrote a passage: the store, or a customer (a review, a question, a comment), whose words are no policy and no fact.
alter table passages add column voice text not null default 'store' check (voice in ('store', 'customer'));
-- Gives orders to whoever answers from it: it is found, so that people can look at it, and never quoted.
alter table passages add column suspect boolean not null default false;
-- article: a blog post or a piece of news, true of its day; its prices and offers are not today's. Null: anything else.
alter table documents add column genre text check (genre in ('article'));
