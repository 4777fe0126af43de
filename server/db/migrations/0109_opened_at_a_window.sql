-- SPDX-License-Identifier: Apache-2.0
-- Somebody at a window is opened in one statement, so that what is read of them goes along with it. Until it has said
-- 'opened' nothing more may be seen than before: whatever was asked together with it finds nobody.

-- States the person, and the records that became part of theirs, if whoever reads has a grant of them that lives now and
-- is not of their household. The transaction has stated reader, post and moment. Runs as whoever asks.
create function registry.open_by_grant(who bigint) returns text language plpgsql as $$
declare them bigint[] := array[who]; latest bigint[] := them; begin
  if not exists (select from registry.access_grant g where g.person = who and g.account = registry.reader()
      and g.from_at <= registry.moment() and g.until_at > registry.moment()
      and (g.post is null or g.post = registry.post()) and g.purpose not in ('guardian', 'family')) then
    return 'no-grant';
  end if;
  if registry.post() is not null and registry.own_household(registry.reader(), who) then
    return 'own-household';
  end if;
  loop
    perform set_config('lilong.persons', them::text, true);
    latest := array(select m.gone from registry.merge m where m.survivor = any (latest) and m.undone_at is null);
    exit when cardinality(latest) = 0;
    them := them || latest;
  end loop;
  return 'opened';
end $$;

-- What opens somebody is found among what was granted to accounts; consents for matters, given to organisations, are many more.
create index access_grant_opens_idx on registry.access_grant (person, account) where account is not null;
-- What somebody has for an item, however many others they have.
drop index affairs.application_person_idx;
create index application_person_idx on affairs.application (person, item);
