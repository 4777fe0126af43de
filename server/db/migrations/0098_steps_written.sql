-- SPDX-License-Identifier: Apache-2.0
-- What is written beside an application is in the name of the office that writes, or in nobody's: asking for the whole
-- application again with each row cost more than writing it. What is read is asked for as before, row by row: a plan
-- that is kept would otherwise gather all applications of the office first.
drop policy seen on affairs.step;
create policy seen    on affairs.step for select using ((select true from affairs.application a
  where a.street = step.street and a.no = step.application));
create policy written on affairs.step for insert with check (
  organisation is null or organisation = (select affairs.office()) or (select true from affairs.application a
  where a.street = step.street and a.no = step.application));

drop policy seen on affairs.consent;
create policy seen on affairs.consent using (
    (select true from affairs.application a where a.street = consent.street and a.no = consent.application)
    or (select true from affairs.application a where a.street = consent.street and a.joint = consent.application limit 1))
  with check (organisation is null or organisation = (select affairs.office()) or (select true from affairs.application a
    where a.street = consent.street and a.no = consent.application));
