-- What becomes of a booking for which a plan of the hall leaves no room. Words: docs/domain/counters.md.

-- The manager said that the hall sees to it at its time all the same, while it is open then.
alter table counters.booking add column kept_at timestamptz;
-- The time it had before the hall moved it; whoever booked reads it, until they choose a time themselves.
alter table counters.booking add column moved_from timestamptz;
