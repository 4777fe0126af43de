-- SPDX-License-Identifier: Apache-2.0
-- Whoever is offered something and applies for it in the ordinary way has taken it. Words: docs/domain/offers.md.

-- Of the application: offers of its item to its person, or to a record that became part of theirs, which were not taken yet.
create function offers.took(of_street int, of_no bigint, ref text, moment timestamptz)
returns table (offer bigint, place bigint, item text, accounts bigint[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true);
begin
  perform set_config('lilong.whole', 'near', true), set_config('lilong.offering', 'yes', true);
  return query
    with recursive theirs (no, item, office) as (
        select a.person, a.item, a.receive_org from affairs.application a where a.street = of_street and a.no = of_no
      union select m.gone, t.item, t.office from registry.merge m join theirs t on m.survivor = t.no where m.undone_at is null),
    taken as (update offers.offer o set state = 'accepted', answered_at = moment, matter = ref, reason = null,
        clerk = null, organisation = t.office
      from theirs t where o.person = t.no and o.item = t.item and o.state in ('waits', 'refused', 'lapsed')
      returning o.no, o.person, o.place, o.item)
    select t.no, t.place, t.item, array(select b.account from registry.binding b where b.person = t.person and b.ended_at is null)
    from taken t;
  perform set_config('lilong.whole', coalesce(before, ''), true), set_config('lilong.offering', '', true);
end $$;

-- Who had asked before: with a record that became part of theirs comes an application that nobody knew of.
create function offers.asked_before(who bigint, what text, since timestamptz) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as $$
  with recursive theirs (no) as (select who union select m.gone from registry.merge m join theirs on m.survivor = theirs.no
    where m.undone_at is null)
  select exists (select from theirs join affairs.application a on a.person = theirs.no
      where a.item = what and coalesce(a.applied_at, a.received_at) < since
        and (a.outcome is null or a.outcome not in ('not_accepted', 'void', 'returned')))
$$;

-- As before, but what was asked for after it was offered is taken, not over.
create or replace function offers.tidy(moment timestamptz, day date, remind_before timestamptz, after bigint, most int)
returns table (last bigint, looked int, over int, lapsed int, reminded int, accounts bigint[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true);
begin
  perform set_config('lilong.whole', 'near', true), set_config('lilong.offering', 'yes', true);
  return query
    with waits as materialized (
      select o.no, o.person, o.place, case
          when q.no is null or q.died_on is not null or q.protected or offers.asked_before(o.person, o.item, o.offered_at)
            or not exists (select from kernel.catalogue c where c.kind = 'item' and c.key = o.item
              and jsonb_array_length(offers.entitled(c.no, day)) > 0) then 'over'
          when o.lapses_on < day then 'lapsed'
          when o.reminded_at is null and o.offered_at < remind_before then 'remind' end as what,
        (select p.place from registry.presence p where p.person = o.person and p.role in ('lives', 'registered')
          and p.from_on <= day and (p.to_on is null or p.to_on >= day) order by p.role, p.from_on limit 1) as now_at
      from offers.offer o left join registry.person q on q.no = o.person
      where o.state = 'waits' and o.no > tidy.after order by o.no limit most),
    ended as (update offers.offer o set state = w.what, answered_at = moment from waits w
      where w.no = o.no and w.what in ('over', 'lapsed')),
    stays as (update offers.offer o set place = coalesce(w.now_at, o.place),
        reminded_at = case when w.what = 'remind' then moment else o.reminded_at end
      from waits w where w.no = o.no and (w.what = 'remind' or (w.what is null and w.now_at <> o.place)))
    select (select max(w.no) from waits w), (select count(*)::int from waits),
      (select count(*)::int from waits w where w.what = 'over'), (select count(*)::int from waits w where w.what = 'lapsed'),
      (select count(*)::int from waits w where w.what = 'remind'),
      array(select b.account from waits w join registry.binding b on b.person = w.person and b.ended_at is null where w.what is not null);
  perform set_config('lilong.whole', coalesce(before, ''), true), set_config('lilong.offering', '', true);
end $$;

-- What was counted as over since it was asked for is taken.
do $$
declare found record; sum int; digit text; ref text;
begin
  perform set_config('lilong.whole', 'near', true), set_config('lilong.offering', 'yes', true);
  for found in
    select distinct on (o.no) o.no, a.street, a.no as application, a.receive_org as office, coalesce(a.applied_at, a.received_at) as asked_at
    from offers.offer o join affairs.application a on a.person = o.person and a.item = o.item and a.joint is null
    where o.state in ('waits', 'over') and coalesce(a.applied_at, a.received_at) >= o.offered_at
      and (a.outcome is null or a.outcome not in ('not_accepted', 'void', 'returned'))
    order by o.no, a.applied_at
  loop
    sum := 0;
    foreach digit in array regexp_split_to_array(found.street::text || found.application, '') loop
      sum := (sum + digit::int) * 2 % 11;                                                  -- as in contracts/src/refs.ts
    end loop;
    ref := 'A' || found.street || '-' || found.application || substr('0123456789X', (12 - sum) % 11 + 1, 1);
    update offers.offer set state = 'accepted', answered_at = found.asked_at, matter = ref, organisation = found.office where no = found.no;
  end loop;
  perform set_config('lilong.whole', '', true), set_config('lilong.offering', '', true);
end $$;
