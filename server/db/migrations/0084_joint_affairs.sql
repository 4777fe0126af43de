-- SPDX-License-Identifier: Apache-2.0
-- 一件事: one form, handed in once, decided by several offices; each part is an application with its own clock.
alter table affairs.application
  add column parts     int    not null default 0 check (parts >= 0),  -- how many offices decide of it; none: it is one matter
  add column joint     bigint,                                        -- of a part: the whole that it belongs to, of the same street
  add column joint_row bigint,                                        -- of a part: kernel.catalogue, the version of the whole
  add check ((joint is null) = (joint_row is null)),
  add check (parts = 0 or joint is null),
  add foreign key (street, joint) references affairs.application (street, no) on delete cascade;
create unique index application_joint_idx on affairs.application (street, joint, item) where joint is not null;
-- A part may be of the same item as the whole.
drop index affairs.application_once_idx;
create unique index application_once_idx on affairs.application (street, person, item)
  where joint is null
    and state not in ('not_accepted', 'granted', 'refused', 'withdrawn', 'void', 'returned', 'delivered', 'archived');
