-- What each run did to which document, so that the cases and answers that it concerns can be found. Only the newest are
-- kept, see deleteOldRunChanges.
create table run_changes (
  store_id text not null,
  run_id text not null,
  document_id text not null,
  change text not null check (change in ('added', 'changed', 'removed')),
  -- Of a document that is not there any more, for it can be looked up no longer.
  url text,
  primary key (store_id, run_id, document_id),
  foreign key (store_id, run_id) references runs on delete cascade
);
-- Null: its changes are all there. Of the runs before this migration nothing was kept.
alter table runs add column changes_deleted_at timestamptz;
update runs set changes_deleted_at = now();
