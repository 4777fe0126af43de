-- SPDX-License-Identifier: Apache-2.0
-- Who stands at a window: known by a code or a document, as long as the visit lasts. Words: docs/domain/counters.md.

-- Person-keyed. One visit is one ticket; beside whoever stands there, wards whose matters they came for. Gone with the visit.
create table registry.visit (
  matter   text        not null collate "C",                       -- reference of the ticket, which itself says nobody
  person   bigint      not null,
  guardian bigint,                                                 -- who stands there for them; none: they themselves
  seen     text        not null collate "C" check (seen = 'code' or seen ~ '^[0-9]{3}$'), -- the shown code, or which document (GA/T 517)
  until_at timestamptz not null,
  primary key (matter, person)
);
create index visit_person_idx on registry.visit (person);
create index visit_until_idx on registry.visit (until_at);

-- To whom exactly: a grant of a visit holds in the post in which it was given.
alter table registry.access_grant add column post bigint, add column organisation bigint, add column role text collate "C",
  add constraint access_grant_post_check check ((post is null) = (organisation is null) and (post is null) = (role is null));
create index access_grant_matter_idx on registry.access_grant (matter, until_at);

create function registry.post() returns bigint language sql stable parallel safe
  return nullif(current_setting('lilong.post', true), '')::bigint;
create function registry.matter() returns text language sql stable parallel safe
  return nullif(current_setting('lilong.matter', true), '');

create or replace function registry.granted() returns bigint[] language plpgsql stable parallel safe as $$ begin
  return array(select g.person from registry.access_grant g
    where g.account = registry.reader() and g.from_at <= registry.moment() and g.until_at > registry.moment()
      and (g.post is null or g.post = registry.post()));
end $$;

alter table registry.visit enable row level security, force row level security;
create policy about on registry.visit using (person = any ((select registry.persons())::bigint[]));
-- An act about the ticket itself: whoever is there is let go, or known at the next window.
create policy of_matter on registry.visit using (matter = (select registry.matter()))
  with check (person = any ((select registry.persons())::bigint[]));
create policy over on registry.visit for select using (until_at <= (select registry.moment()));
create policy cleared on registry.visit for delete using (until_at <= (select registry.moment()));
create policy backed_up on registry.visit for select using ((select registry.whole()));
create policy seen_by_matter on registry.access_grant for select using (matter = (select registry.matter()));
create policy ended_by_matter on registry.access_grant for update using (matter = (select registry.matter()));

-- Who keeps house with somebody whose file a visit has opened: names and relations, for as long as it is open, and nothing that
-- their own records would tell. Protected people are not among them. Runs as the owner of the tables, and asks the grant itself.
create function registry.household_by_visit(who bigint, its_street int, its_household bigint, day date)
returns table (person bigint, name text, sex smallint, born_on date, role text, relation text, stays_as text, standing smallint, household bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true); begin
  if not exists (select from registry.access_grant g where g.person = who and g.account = registry.reader() and g.post = registry.post()
      and g.from_at <= registry.moment() and g.until_at > registry.moment()) then return; end if;
  perform set_config('lilong.whole', 'backup', true);
  return query select p.person, p.name, p.sex, p.born_on, p.role, p.relation, p.stays_as, p.standing, p.household
    from registry.presence p where p.street = its_street and p.household = its_household and not p.protected
      and p.from_on <= day and (p.to_on is null or p.to_on >= day)
      and exists (select from registry.presence o where o.person = who and o.street = its_street and o.household = its_household
        and o.from_on <= day and (o.to_on is null or o.to_on >= day))
    order by p.relation nulls last, p.born_on nulls last, p.person;
  perform set_config('lilong.whole', coalesce(before, ''), true);
end $$;

-- Somebody was recognised during this visit; who, the registry knows for as long as it lasts.
alter table counters.ticket add column identified boolean not null default false;
