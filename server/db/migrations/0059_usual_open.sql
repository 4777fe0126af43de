-- What estimates of waiting are made of besides the last services. Words: docs/domain/counters.md.

-- Seconds from the call until the window was free of them; what was served before this has only how long it took.
alter table counters.served add column kept_s int check (kept_s >= 0);

-- City-wide. How many windows of a centre were open at a quarter of the hour lately, on days worked and others: no day, no window.
create table counters.usual_open (
  centre  bigint  not null references counters.centre (no),
  works   boolean not null,
  quarter int     not null check (quarter between 0 and 95),
  windows float8  not null check (windows >= 0),
  primary key (centre, works, quarter)
);
