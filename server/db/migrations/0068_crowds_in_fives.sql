-- SPDX-License-Identifier: Apache-2.0
-- Above the committee a count is told to the nearest five. Two crowds that differ by one condition told of whoever stands between
-- them by subtraction; now both may say the same, or five apart. What is hidden is reckoned from true numbers, as before.
create function registry.in_fives(people bigint) returns int language sql immutable parallel safe
  return ((people + 2) / 5 * 5)::int;

create or replace function registry.crowd_counts(asked jsonb, span int) returns table (cell bigint, people int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  within constant int8multirange := nullif(current_setting('lilong.counts', true), '')::int8multirange;
  level constant text := case span when 1000 then 'committee' when 1000000 then 'street' end;
begin
  if within is null or level is null then return; end if;
  return query execute format($q$
    with counted as materialized (select p.place - p.place %% %1$s as no, count(*)::int as people from %2$s group by 1),
    told as (
      select c.no, c.no / (%1$s::bigint * 1000) as above, coalesce(n.people, 0) as people
      from places.place c left join counted n on n.no = c.no
      where c.level = %3$L and c.no <@ $1 and (c.valid_to is null or n.people > 0)),
    small as (
      select *, count(*) filter (where told.people < 5) over beside as few,
        coalesce(sum(told.people) filter (where told.people < 5) over beside, 0) as left_out,
        row_number() over (partition by above, told.people < 5 order by told.people, no) as nth
      from told window beside as (partition by above)),
    shown as (
      select no, small.people, small.people < 5 or (nth = 1 and left_out > 0 and (left_out < 5 or left_out = 4 * few)) as hidden
      from small)
    (select no, case when not hidden then registry.in_fives(shown.people) end from shown order by no)
    union all
    select null, case when sum(shown.people) >= 5
      and coalesce(sum(shown.people) filter (where hidden), 0) not between 1 and 4 then registry.in_fives(sum(shown.people)) end from shown
  $q$, span, registry.crowd_text(asked, within), level) using within;
end $$;
