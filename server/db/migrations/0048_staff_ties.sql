-- SPDX-License-Identifier: Apache-2.0
-- 回避: whoever works here says once which document is the own, so that matters of the own household are left to others
-- and an auditor is told of looks at it. It opens nothing to anybody.
create table registry.staff_tie (
  account bigint      primary key,
  digest  bytea       not null check (length(digest) = 16), -- of the number, as registry.person_key has it
  sealed  bytea       not null,                             -- the number, for when another key takes the place of this one
  said_at timestamptz not null
);
alter table registry.staff_tie enable row level security, force row level security;
create policy own on registry.staff_tie using (account = (select registry.reader()));
create policy backed_up on registry.staff_tie for select using ((select registry.whole()));
create policy rotated on registry.staff_tie using ((select registry.rotating()));

-- Two functions of the owner of the tables see who keeps house with whom; nobody else who says `near` sees a row.
create or replace function registry.whole() returns boolean language sql stable parallel safe
  return current_setting('lilong.whole', true) in ('backup', 'forget', 'near')
    and current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');

-- Whether somebody is the one behind an account of the staff, or keeps house with them now.
create function registry.own_household(its_account bigint, who bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare yes boolean; before text := current_setting('lilong.whole', true); begin
  perform set_config('lilong.whole', 'near', true);
  yes := exists (select from registry.staff_tie t join registry.person_key k on k.kind = 'id' and k.digest = t.digest
    where t.account = its_account and (k.person = who or exists (
      select from registry.presence me join registry.presence other on other.street = me.street and other.household = me.household
      where me.person = k.person and other.person = who and me.to_on is null and other.to_on is null)));
  perform set_config('lilong.whole', coalesce(before, ''), true);
  return yes;
end $$;

-- Of pairs of an account and a person: who keeps house with whom, and who lives behind one door. As it is today.
create function registry.near(accounts bigint[], persons bigint[]) returns table (account bigint, person bigint, near text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true); begin
  perform set_config('lilong.whole', 'near', true);
  return query
    with me as materialized (
      select t.account, k.person, p.street, p.household, p.home, h.address
      from registry.staff_tie t join registry.person_key k on k.kind = 'id' and k.digest = t.digest
      left join registry.presence p on p.person = k.person and p.to_on is null and p.role in ('lives', 'registered')
      left join registry.home h on h.street = p.street and h.no = p.home
      where t.account = any (accounts))
    select asked.account, asked.person,
      case when bool_or(me.person = asked.person or (o.street = me.street and o.household = me.household)) then 'household' else 'building' end
    from unnest(accounts, persons) as asked (account, person) join me on me.account = asked.account
    left join registry.presence o on o.person = asked.person and o.to_on is null and o.role in ('lives', 'registered')
    left join registry.home h on h.street = o.street and h.no = o.home
    where me.person = asked.person or (o.street = me.street and (o.household = me.household or o.home = me.home or h.address = me.address))
    group by asked.account, asked.person;
  perform set_config('lilong.whole', coalesce(before, ''), true);
end $$;
