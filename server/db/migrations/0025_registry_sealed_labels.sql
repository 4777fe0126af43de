-- SPDX-License-Identifier: Apache-2.0
-- Labels of level 4 (health, disability, children in need) stand sealed, beside no presence, and are nobody's to read
-- by range: only the person they are about, and the act that writes them, pass row-level security.
alter table registry.label
  alter column code drop not null,
  add column digest bytea check (length(digest) = 16), -- of person and code: finds it again, and tells nobody which it is
  add column sealed bytea,                             -- code and words
  add constraint label_sealed_check check ((code is null) = (sealed is not null) and (code is null) = (digest is not null)),
  add constraint label_open_words_check check (code is not null or words is null);
create unique index label_sealed_idx on registry.label (person, digest, organisation) where valid_to is null and code is null;

drop policy seen on registry.label;
create policy seen on registry.label using (
  person = any ((select registry.persons())::bigint[])
  or (code is not null and exists (select from registry.presence p
    where p.person = label.person and (p.to_on is null or p.to_on >= (select registry.lately())))))
  -- Who has somebody in reach may note a sealed one; that does not let them read it.
  with check (person = any ((select registry.persons())::bigint[])
  or exists (select from registry.presence p
    where p.person = label.person and (p.to_on is null or p.to_on >= (select registry.lately()))));

-- Until now only the demonstration had any, all of them invented.
alter table registry.label no force row level security;
alter table registry.presence no force row level security;
with level as (
  select key from kernel.catalogue where kind = 'label' and (body->>'sensitivity')::int >= 4
), gone as (
  delete from registry.label where code in (select key from level) returning person
)
update registry.presence p set labels = array(select unnest(p.labels) except select key from level order by 1)
where p.labels && array(select key from level);
alter table registry.label force row level security;
alter table registry.presence force row level security;
