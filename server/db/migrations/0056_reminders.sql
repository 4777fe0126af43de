-- Whoever wishes so is told in time by a message to the telephone of their account, once. Words: docs/domain/counters.md.
-- Neighbourhood. It is gone once it was said, with its ticket, and when nothing more is to be waited for.
create table counters.reminder (
  street  int    not null,
  ticket  bigint not null,
  ahead   int    check (ahead between 1 and 20),              -- so many people are before it, or fewer
  minutes int    check (minutes between 5 and 60),            -- or it is likely to take so long, or less
  primary key (street, ticket),
  foreign key (street, ticket) references counters.ticket (street, no) on delete cascade,
  check ((ahead is null) <> (minutes is null))
);
