-- SPDX-License-Identifier: Apache-2.0
-- 上门收件: papers that were collected at a door are papers like all others (0101). They hang on the slip that lists them (0094), and
-- on the application once there is one. Words: docs/domain/affairs.md.

alter table affairs.paper
  alter application drop not null,
  add door_street int, add door bigint,                              -- doorstep.collection, in the street of the committee
  add name    text   collate "C" check (length(name) between 1 and 100), -- as the slip says it; none: as the item does
  add name_en text   collate "C",
  add form    text   collate "C" check (form in ('original', 'copy')),
  add count   int    check (count between 0 and 99),                 -- on the slip; none of what came besides
  add counted int    check (counted between 0 and 99),               -- at the counter; unset: not yet
  add files   bigint[] not null default '{}',                        -- photographed at the door
  add check (application is not null or door is not null),
  add check ((door is null) = (door_street is null) and (door is null) = (count is null)
    and (door is null) = (name is null) and (door is null) = (form is null));
create index paper_door_idx on affairs.paper (door_street, door, no) where door is not null;
create index paper_waits_idx on affairs.paper (door_street, door) where application is null;

-- A paper goes to the street of its application when it gets one; its steps go along.
alter table affairs.paper_step drop constraint paper_step_street_paper_fkey,
  add constraint paper_step_street_paper_fkey foreign key (street, paper) references affairs.paper (street, no)
    on update cascade on delete cascade;

-- Whoever has it or gets it, too, and who may see the slip.
drop policy seen on affairs.paper;
create policy seen on affairs.paper using (
    (select true from affairs.application a where a.street = paper.street and a.no = paper.application)
    or (select true from affairs.application a where a.street = paper.street and a.joint = paper.application limit 1)
    or (door is not null and (holder = (select affairs.office()) or going_to = (select affairs.office())
      or (select true from doorstep.collection c where c.street = paper.door_street and c.no = paper.door))))
  with check (holder is null or holder = (select affairs.office()) or going_to = (select affairs.office())
    or (select true from affairs.application a where a.street = paper.street and a.no = paper.application));

-- What was collected for a matter that nobody had applied for yet belongs to the application from then on. A second paper of the
-- same material keeps a name of its own.
create function affairs.take_papers(person bigint[], item text, its_street int, its_no bigint) returns void language plpgsql as $$
declare one record;
begin
  for one in
    select p.street, p.no from affairs.paper p join doorstep.collection c on c.street = p.door_street and c.no = p.door
    where p.application is null and p.state <> 'returned' and c.person = any (take_papers.person) and c.item = take_papers.item order by p.no
  loop
    update affairs.paper p set street = its_street, application = its_no,
      material = case when exists (select from affairs.paper q
          where q.street = its_street and q.application = its_no and q.material = p.material)
        then 'door-' || p.no else p.material end
    where p.street = one.street and p.no = one.no;
  end loop;
end $$;
create function affairs.papers_of_doors() returns trigger language plpgsql as $$ begin
  perform affairs.take_papers(registry.persons()::bigint[] || new.person, new.item, new.street, new.no);
  return null;
end $$;
-- Named so that it goes before what was handed over is written down (papers_brought).
create trigger papers_at_doors after insert on affairs.application for each row
  when (new.channel = 'counter' and new.joint is null and new.state <> 'draft') execute function affairs.papers_of_doors();
