-- SPDX-License-Identifier: Apache-2.0
-- Rights to doors cost a search nothing: each policy more stands in the plan of every statement (0030), so they stand in the
-- ranges that were asked anyway. Who sees and changes what is as 0036 and 0038_doors_kept say.

create function registry.home_ranges() returns int8multirange language sql stable parallel safe as $$
  select case when nullif(current_setting('lilong.doors', true), '') is null then registry.ranges()
    else coalesce(registry.ranges(), '{}') + registry.doors() end $$;
create function registry.home_ranges_kept() returns int8multirange language sql stable parallel safe as $$
  select case when nullif(current_setting('lilong.doors_kept', true), '') is null then registry.ranges()
    else coalesce(registry.ranges(), '{}') + registry.doors_kept() end $$;
drop policy doored on registry.home;
drop policy kept on registry.home;
drop policy seen on registry.home;
create policy seen on registry.home for select
  using (place <@ (select registry.home_ranges()) or registry.reaches_home(street, no));
create policy made on registry.home for insert
  with check (place <@ (select registry.home_ranges_kept()) or registry.reaches_home(street, no));
create policy changed on registry.home for update
  using (place <@ (select registry.home_ranges_kept()) or registry.reaches_home(street, no));
create policy ended on registry.home for delete
  using (place <@ (select registry.home_ranges_kept()) or registry.reaches_home(street, no));

-- Asked as the owner of the tables, within what was stated, and said no longer than that.
drop policy housed on registry.presence;
create or replace function registry.housed_at(its_street int, homes bigint[]) returns table (home bigint, person bigint, lives boolean)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare within constant int8multirange := registry.doors();
begin
  if within is null then return; end if;
  perform set_config('lilong.whole', 'backup', true);
  return query select p.home, p.person, p.role = 'lives' and p.to_on is null from registry.presence p
    where p.street = its_street and p.home = any(homes) and p.place <@ within;
  perform set_config('lilong.whole', '', true);
end $$;
drop function registry.housing();
