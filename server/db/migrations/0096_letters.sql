-- SPDX-License-Identifier: Apache-2.0
-- Letters (决定书): what an office decided, signed as certificates are, with its text. Words: docs/domain/certificates.md.

alter table certificates.certificate
  add letter  text   collate "C" check (letter in ('granted', 'refused')),  -- what it says was decided; none: it is a certificate
  add hands   bigint references places.organisation (no);                   -- who hands the letter over, besides whoever decided
-- A decision has one letter that holds.
create unique index certificate_letter_idx on certificates.certificate (street, matter) where letter is not null and revoked_at is null;

-- Whoever hands a letter over prints it.
create policy handed on certificates.certificate for select using (hands = (select affairs.office()));

-- What was signed stays as it is, and what was taken back stays so.
create function certificates.keep_signed() returns trigger language plpgsql as $$
begin
  raise exception 'certificates.certificate: what was signed is not changed';
end $$;
create trigger signed_is_kept before update on certificates.certificate for each row
  when (not registry.rotating() and (new.sealed is distinct from old.sealed or old.revoked_at is not null))
  execute function certificates.keep_signed();
