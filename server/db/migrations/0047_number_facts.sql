-- SPDX-License-Identifier: Apache-2.0
-- A number that was replaced stays as ciphertext, with no digest: nobody is found by what is no longer theirs.
alter table registry.fact add column document text check (document ~ '^[0-9]{3}$'); -- GA/T 517, of a document's number
alter table registry.fact add column sealed bytea;                                  -- of a number: as registry.person_key has it
alter table registry.fact add check (sealed is null or value is null);
create policy rotated on registry.fact using ((select registry.rotating()));
