-- SPDX-License-Identifier: Apache-2.0
-- Whoever holds the printed receipt of an application may rate the matter without an account; it opens nothing else of it.

-- What a sheet's code opens, to rate: what was decided by whom, whose it is, and who worked on it. Runs as the owner of the tables.
create function ratings.matter_of(shown text[])
returns table (street int, no bigint, item text, item_name text, item_name_en text, place bigint, person bigint, account bigint,
  accept_org bigint, "acceptName" text, decide_org bigint, "decideName" text, outcome text, decided_at timestamptz, joint bigint,
  workers bigint[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true); begin
  perform set_config('lilong.whole', 'backup', true);
  return query select a.street, a.no, a.item, a.item_name, a.item_name_en, a.place, a.person, a.account, a.accept_org, c.name,
      a.decide_org, d.name, a.outcome, a.decided_at, a.joint,
      array(select distinct s.account from affairs.step s where s.street = a.street and s.application = a.no
        and s.account is not null and s.role not in ('resident', 'system'))
    from affairs.receipt p join affairs.application a on a.street = p.street and a.no = p.application
      join places.organisation c on c.no = a.accept_org join places.organisation d on d.no = a.decide_org
    where p.digest = any (shown) limit 1;
  perform set_config('lilong.whole', coalesce(before, ''), true);
end $$;

-- Whether somebody rated it, whoever that was: a sheet does not open what the person said in their account.
create function ratings.is_rated(its_street int, its_subject text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare before text := current_setting('lilong.whole', true); rated boolean; begin
  perform set_config('lilong.whole', 'backup', true);
  rated := exists (select from ratings.rating r where r.street = its_street and r.subject = its_subject);
  perform set_config('lilong.whole', coalesce(before, ''), true);
  return rated;
end $$;
