-- What a hall called lately, so that a wall that is switched on knows it. Words: docs/domain/counters.md.

-- City-wide. The last call of each number of the last half hour, as it was spoken; older ones go with the next call of the hall.
create table counters.just_called (
  centre   bigint      not null references counters.centre (no),
  letter   text        not null collate "C",
  seq      int         not null check (seq > 0),
  "window" text        not null collate "C",                     -- its name, then
  times    int         not null check (times > 0),
  at       timestamptz not null,
  primary key (centre, letter, seq)
);
