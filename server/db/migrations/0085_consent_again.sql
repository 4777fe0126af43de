-- SPDX-License-Identifier: Apache-2.0
-- Consent given once more after it was taken back; and what was lent to a 一件事 is open to the offices of its parts.

-- The office has asked for what is missing, and may not again. What has to be brought after a consent was taken back is no asking.
alter table affairs.application add column asked_once boolean not null default false;
update affairs.application set asked_once = true where asked_at is not null;

drop index affairs.consent_application_idx;
create index consent_application_idx on affairs.consent (street, application);
create unique index consent_holds_idx on affairs.consent (street, application) where ended_at is null;

drop policy seen on affairs.consent;
create policy seen on affairs.consent using (exists (select from affairs.application a
  where a.street = consent.street and (a.no = consent.application or a.joint = consent.application)));
-- An office of a part is lent what its part asks for, and nothing else.
drop policy seen on affairs.lent;
create policy seen on affairs.lent using (exists (select from affairs.application a
  where a.street = lent.street and (a.no = lent.application
    or (a.joint = lent.application and a.materials @> jsonb_build_array(jsonb_build_object('key', lent.material))))));
