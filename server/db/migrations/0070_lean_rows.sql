-- SPDX-License-Identifier: Apache-2.0
-- A city of 24 million fits into less: columns stand in the order in which they leave no gaps, the widest first; a digest that
-- finds a number is sixteen bytes without a length of its own; and no two indexes answer the same question. Who sees what,
-- and which statement finds it by an index, are as before.

-- Whose number was shown, as registry.person_key has it. Other tables know a digest as bytes.
create function registry.shown_number() returns uuid language sql stable parallel safe
  return nullif(current_setting('lilong.shown', true), '')::uuid;
create function registry.shown_numbers() returns uuid[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('lilong.digests', true), ''), ',')::uuid[];
drop policy seen on registry.person_key;
drop policy shown_many on registry.person_key;
alter table registry.person_key
  drop constraint person_key_digest_check,
  alter column digest type uuid using encode(digest, 'hex')::uuid;
create policy seen on registry.person_key using (
  person = any ((select registry.persons())::bigint[])
  or digest = (select registry.shown_number())
  or registry.reaches(person));
create policy shown_many on registry.person_key for select
  using (digest = any ((select registry.shown_numbers())::uuid[]));
-- Whoever has no label has none, rather than a list of none.
alter table registry.presence
  alter column labels drop not null, alter column labels drop default,
  alter column labels type text[] collate "C" using nullif(labels, '{}'),
  add constraint presence_labels_check check (cardinality(labels) > 0);
-- A merge that can be undone finds by these what it changed.
alter table registry.merge_row no force row level security;
update registry.merge_row set key = jsonb_set(key, '{digest}', to_jsonb(substr(key->>'digest', 3)::uuid))
where tab = 'person_key' and key->>'digest' like '\\x%';
update registry.merge_row set was = was || '{"labels": null}' where tab = 'presence' and was->'labels' = '[]';
update registry.merge_row set became = became || '{"labels": null}' where tab = 'presence' and became->'labels' = '[]';
alter table registry.merge_row force row level security;

-- What is said again once all tables are in order.
create table registry.lean_again (nth int generated always as identity, made text);
create table registry.lean (tab text primary key, columns text);
insert into registry.lean values
  ('presence', 'no, place, person, home, household, recorded_at, street, born_on, from_on, to_on, standing, sex, protected, role, relation, '
    'stays_as, name, pinyin, phone_end, labels, source'),
  ('household', 'no, place, home, street, from_on, to_on, kind'),
  ('home', 'no, place, address, street, area_m2, closed_on, floor, rooms, lift, unit, room, door, tenure, use, state'),
  ('person', 'no, recorded_at, born_on, died_on, sex, abroad, protected, name, pinyin, nation, registered_in, source'),
  ('person_key', 'person, kind, digest, document, sealed'),
  ('label', 'no, person, organisation, account, verified_at, valid_from, valid_to, look_again, until, code, kind, words, ended_why, digest, '
    'sealed, batch');

-- These give way to others, below.
drop index registry.presence_once_idx, registry.presence_person_idx, registry.presence_home_idx, registry.presence_household_idx,
  registry.household_home_idx, registry.home_address_idx, registry.label_once_idx, registry.label_person_idx,
  registry.person_key_phone_idx;

-- Numbers ascend: a full page of them is never written into again, so nothing of it is left free.
insert into registry.lean_again (made)
select format('alter table %s add constraint %I %s%s', conrelid::regclass, conname, pg_get_constraintdef(c.oid),
  case contype when 'p' then ' with (fillfactor = 100)' end)
from pg_constraint c join registry.lean on conrelid = to_regclass('registry.' || tab) where contype = 'p';
insert into registry.lean_again (made)
select pg_get_indexdef(indexrelid) from pg_index join registry.lean on indrelid = to_regclass('registry.' || tab) where not indisprimary;
insert into registry.lean_again (made)
select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
from pg_constraint where contype = 'f' and exists (select from registry.lean where to_regclass('registry.' || tab) in (conrelid, confrelid));
do $$ declare one record; begin
  for one in select conrelid::regclass as tab, conname from pg_constraint where contype = 'f'
      and exists (select from registry.lean where to_regclass('registry.' || tab) in (conrelid, confrelid)) loop
    execute format('alter table %s drop constraint %I', one.tab, one.conname);
  end loop;
end $$;

drop function registry.in_crowd(jsonb);
-- Each table gives way to one with the same columns in that order, with its checks and its policies.
do $$
declare
  one record; made text; again text[]; next_no bigint;
begin
  for one in select tab, columns, 'registry.' || tab as old, 'registry.' || tab || '_lean' as fresh, to_regclass('registry.' || tab) as id
      from registry.lean loop
    execute format('create table %s as select %s from %s with no data', one.fresh, one.columns, one.old);
    for made in select case
          when attgenerated = 's' then format('add column %I %s collate "C" not null generated always as (%s) stored', attname,
            format_type(atttypid, atttypmod), pg_get_expr(adbin, adrelid))
          when attidentity = 'd' then format('alter column %I set not null, alter column %1$I add generated by default as identity', attname)
          when adbin is not null then format('alter column %I set not null, alter column %1$I set default %s', attname, pg_get_expr(adbin, adrelid))
          else format('alter column %I set not null', attname) end
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = one.id and attnum > 0 and not attisdropped and attnotnull order by attnum loop
      execute format('alter table %s %s', one.fresh, made);
    end loop;
    for made in select format('alter table %s add constraint %I %s', one.fresh, conname, pg_get_constraintdef(oid))
        from pg_constraint where conrelid = one.id and contype = 'c' order by conname loop
      execute made;
    end loop;
    again := array(select format('create policy %I on %s for %s', policyname, one.old, cmd)
        || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
      from pg_policies where schemaname = 'registry' and tablename = one.tab order by policyname);
    execute format('alter table %s no force row level security', one.old);
    execute format('insert into %s (%s) select %2$s from %s', one.fresh, one.columns, one.old);
    if one.columns like 'no, %' then
      execute format('select nextval(%L)', pg_get_serial_sequence(one.old, 'no')) into next_no;
      perform setval(pg_get_serial_sequence(one.fresh, 'no'), next_no, false);
    end if;
    execute format('drop table %s', one.old);
    execute format('alter table %s rename to %I', one.fresh, one.tab);
    if one.columns like 'no, %' then
      execute format('alter sequence %s_no_seq rename to %I', one.fresh, one.tab || '_no_seq');
    end if;
    execute format('alter table %s enable row level security', one.old);
    foreach made in array again loop execute made; end loop;
  end loop;
  for made in select a.made from registry.lean_again a order by nth loop execute made; end loop;
  for one in select 'registry.' || tab as name from registry.lean loop
    execute format('alter table %s force row level security', one.name);
  end loop;
end $$;
drop table registry.lean, registry.lean_again;

-- A home or a household has one number in the whole city: the street beside it in the index found nothing more.
create index household_home_idx     on registry.household (home);
create index presence_home_idx      on registry.presence (home);
create index presence_household_idx on registry.presence (household);
create index home_address_idx       on registry.home (address) where address is not null;
-- Finds all of a person, and lets nobody live, or be registered, twice at a time in a street.
create unique index presence_person_idx on registry.presence (person, street,
  (case when to_on is null then case role when 'lives' then true when 'registered' then false end end));
create unique index label_person_idx on registry.label (person, organisation, (case when valid_to is null then code end));
create index person_key_phone_idx on registry.person_key (digest) where kind = 'phone';

-- Whoever is in it, for whoever may see them by name: row-level security decides, and the ranges that were stated.
create function registry.in_crowd(asked jsonb) returns setof registry.presence language plpgsql stable as $$ begin
  return query execute 'select p.* from ' || registry.crowd_text(asked, registry.ranges());
end $$;

-- As before, of people without labels as well.
create or replace function registry.crowd_text(asked jsonb, within int8multirange) returns text language plpgsql immutable as $$
declare
  reach text := (select string_agg(format('p.place between %s and %s', lower(one), upper(one) - 1), ' or ') from unnest(within) one);
  fits text := format('p.to_on is null and not p.protected and p.role = %L', asked->>'role');
  others text := 'select %s from registry.presence o where o.street = p.street and o.household = p.household and o.role = ''lives'' and o.to_on is null and not o.protected';
begin
  fits := concat_ws(' and ', fits,
    'p.born_on <= ' || quote_literal((asked->>'bornUntil')::date) || '::date',
    'p.born_on > ' || quote_literal((asked->>'bornAfter')::date) || '::date',
    'p.sex = ' || (asked->>'sex')::int,
    case when asked ? 'labels' then format('p.labels && %L::text[]', array(select jsonb_array_elements_text(asked->'labels'))) end,
    case when asked ? 'without' then format('not coalesce(p.labels && %L::text[], false)', array(select jsonb_array_elements_text(asked->'without'))) end,
    case when asked ? 'standings' then format('p.standing = any (%L::int[])', array(select jsonb_array_elements_text(asked->'standings'))) end,
    'h.floor >= ' || (asked->>'floorFrom')::int,
    'h.lift = ' || (asked->>'lift')::boolean,
    case when asked ? 'tenures' then format('h.tenure = any (%L::text[])', array(select jsonb_array_elements_text(asked->'tenures'))) end,
    case when asked ? 'uses' then format('h.use = any (%L::text[])', array(select jsonb_array_elements_text(asked->'uses'))) end,
    case when asked ? 'groups' then format('exists (select from registry.group_door d where d.street = h.street and d.address = h.address
      and d.to_on is null and d.building_group = any (%L::bigint[]))', array(select jsonb_array_elements_text(asked->'groups'))) end,
    case when (asked->>'alone')::boolean then 'p.household is not null and not exists (' || format(others, '') || ' and o.person <> p.person)' end,
    'exists (' || format(others, '') || ' and o.born_on > ' || quote_literal((asked->>'childBornAfter')::date) || '::date)',
    case when asked ?| '{sizeFrom,sizeTo}' then format('(%s) between %s and %s', format(others, 'count(*)'),
      coalesce((asked->>'sizeFrom')::int, 1), coalesce((asked->>'sizeTo')::int, 1000)) end);
  return 'registry.presence p'
    || case when asked ?| '{floorFrom,lift,tenures,uses,groups}' then ' join registry.home h on h.street = p.street and h.no = p.home' else '' end
    || ' where (' || coalesce(reach, 'false') || ') and ' || fits;
end $$;

-- Both as before.
create or replace function registry.own_household(its_account bigint, who bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare yes boolean; before text := current_setting('lilong.whole', true); begin
  perform set_config('lilong.whole', 'near', true);
  yes := exists (select from registry.staff_tie t
    join registry.person_key k on k.kind = 'id' and k.digest = encode(t.digest, 'hex')::uuid
    where t.account = its_account and (k.person = who or exists (
      select from registry.presence me join registry.presence other on other.street = me.street and other.household = me.household
      where me.person = k.person and other.person = who and me.to_on is null and other.to_on is null)));
  perform set_config('lilong.whole', coalesce(before, ''), true);
  return yes;
end $$;
create or replace function registry.near(accounts bigint[], persons bigint[]) returns table (account bigint, person bigint, near text)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true); begin
  perform set_config('lilong.whole', 'near', true);
  return query
    with me as materialized (
      select t.account, k.person, p.street, p.household, p.home, h.address
      from registry.staff_tie t join registry.person_key k on k.kind = 'id' and k.digest = encode(t.digest, 'hex')::uuid
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
