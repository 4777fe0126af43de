-- SPDX-License-Identifier: Apache-2.0
-- A crowd can be asked by 楼组: whoever is in a home whose door belongs to one of these groups today. As it was otherwise.
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
    case when asked ? 'without' then format('not p.labels && %L::text[]', array(select jsonb_array_elements_text(asked->'without'))) end,
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
