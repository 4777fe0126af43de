-- A department's own account of what it has said and not taken back, so that it can be told how many of its labels are in
-- force without being told whom the city knows. Words: docs/domain/registry.md.

-- Person-keyed by digest: a line that was taken, whoever it is about. Another digest than that of label_waiting, so that
-- neither tells what the other is; never the number.
create table registry.label_said (
  key          bytea  primary key check (length(key) = 16),   -- of number, label and organisation: said again, it is the same
  organisation bigint not null,
  code         text   not null collate "C",
  until        date,                                          -- the last day on which it holds
  batch        bigint not null                                -- label_batch: the last one that said it
);
create index label_said_label_idx on registry.label_said (organisation, code);
create index label_said_batch_idx on registry.label_said (batch);
create index label_said_until_idx on registry.label_said (until) where until is not null;

alter table registry.label_said enable row level security, force row level security;
create policy own on registry.label_said using (organisation = any ((select registry.suppliers())::bigint[]));
create policy backed_up on registry.label_said for select using ((select registry.whole()));
create policy rotated on registry.label_said using ((select registry.rotating()));

-- A label that was taken back out of everything, said before that day: the day and the reason by label.
alter table registry.label_batch add column taken_back jsonb not null default '{}';
