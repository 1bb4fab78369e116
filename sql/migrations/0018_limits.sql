-- Counters of rate-limiter-flexible, in its own format: `expire` is in milliseconds since 1970. They are worth nothing after
-- a crash, so they are not written to the log.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points bigint not null default 0,
  expire bigint
);
create index rate_limits_by_expiry on rate_limits (expire);
