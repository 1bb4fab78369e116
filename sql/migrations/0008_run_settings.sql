-- Hash of what decided, besides the source itself, what its documents were read as: a run by other settings reads
-- everything anew, also what its server says has not changed. Null of runs before this column.
alter table runs add column settings_hash text;
