-- Seconds for which windows were kept for somebody before the last call of them: put aside, handed over, called again. What
-- `counters.served` is told of it holds nobody. Words: docs/domain/counters.md.
alter table counters.ticket add column kept_s int not null default 0 check (kept_s >= 0);
