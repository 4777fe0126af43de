-- SPDX-License-Identifier: Apache-2.0
-- 一件事: an office of a part sees its part, and nothing of what is another's. Words: docs/domain/affairs.md.

-- The whole is kept together by whoever accepted it; no department decides it, so none sees it.
do $$
declare before text := current_setting('lilong.whole', true);
begin
  perform set_config('lilong.whole', 'near', true);
  alter table affairs.application no force row level security;
  alter table affairs.consent no force row level security;
  update affairs.application set decide_org = accept_org,
    turn_org = case when turn_org = decide_org then accept_org else turn_org end
  where parts > 0 and state <> 'draft' and decide_org <> accept_org;
  -- Of a consent its office has what concerns the part.
  insert into affairs.consent (street, application, reason, item, how, account, organisation, at, ended_at, ended, takes)
  select p.street, p.no, c.reason, c.item, c.how, c.account, c.organisation, c.at, c.ended_at, c.ended,
    (select coalesce(jsonb_agg(t.value order by t.ordinality), '[]') from jsonb_array_elements(c.takes) with ordinality t
      where t.value->>'key' in (
        select whole.body->'form'->'properties'->f.value->>'element' from jsonb_array_elements_text(part.value->'fields') f
        union select unnest(array[m.value->>'key', m.value->>'element']) from jsonb_array_elements(whole.body->'materials') m
          where part.value->'materials' ? (m.value->>'key')))
  from affairs.application p
  join affairs.consent c on c.street = p.street and c.application = p.joint
  join kernel.catalogue whole on whole.no = p.joint_row
  cross join jsonb_array_elements(whole.body->'parts') part
  where part.value->>'item' = p.item;
  alter table affairs.application force row level security;
  alter table affairs.consent force row level security;
  perform set_config('lilong.whole', coalesce(before, ''), true);
end $$;
alter table affairs.application add constraint application_whole_check
  check (parts = 0 or state = 'draft' or decide_org = accept_org);

drop policy seen on affairs.consent;
create policy seen on affairs.consent using (
    (select true from affairs.application a where a.street = consent.street and a.no = consent.application))
  with check (organisation is null or organisation = (select affairs.office()) or (select true from affairs.application a
    where a.street = consent.street and a.no = consent.application));

-- Papers are the whole's; of a part its office sees those that it asks for.
drop policy seen on affairs.paper;
create policy seen on affairs.paper using (
    (select true from affairs.application a where a.street = paper.street and a.no = paper.application)
    or (select true from affairs.application a where a.street = paper.street and a.joint = paper.application
      and a.materials @> jsonb_build_array(jsonb_build_object('key', paper.material)) limit 1)
    or (door is not null and (holder = (select affairs.office()) or going_to = (select affairs.office())
      or (select true from doorstep.collection c where c.street = paper.door_street and c.no = paper.door))))
  with check (holder is null or holder = (select affairs.office()) or going_to = (select affairs.office())
    or (select true from affairs.application a where a.street = paper.street and a.no = paper.application));
