-- SPDX-License-Identifier: Apache-2.0
-- Whether it is the owner who works past the ranges (backup, rotation, forgetting, figures, offers) stands in the policies of
-- every table. PostgreSQL 15 plans a function in SQL anew in each statement that calls it, and these look into a view: 0.2 ms
-- and more for each, mostly to find that nothing of the kind is going on. Now that is looked at first, and the view is planned
-- once in a session. Who sees what is as it was.
create or replace function registry.whole() returns boolean language plpgsql stable parallel safe as $$ begin
  if coalesce(current_setting('lilong.whole', true), '') not in ('backup', 'forget', 'near') then return false; end if;
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');
end $$;
create or replace function registry.rotating() returns boolean language plpgsql stable parallel safe as $$ begin
  if coalesce(current_setting('lilong.whole', true), '') <> 'rotation' then return false; end if;
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');
end $$;
create or replace function registry.forgetting() returns boolean language plpgsql stable parallel safe as $$ begin
  if coalesce(current_setting('lilong.whole', true), '') <> 'forget' then return false; end if;
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');
end $$;
create or replace function registry.figuring() returns boolean language plpgsql stable as $$ begin
  if coalesce(current_setting('lilong.figures', true), '') <> 'on' then return false; end if;
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'objection');
end $$;
create or replace function registry.as_owner() returns boolean language plpgsql stable parallel safe as $$ begin
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'delay');
end $$;
create or replace function offers.working() returns boolean language plpgsql stable parallel safe as $$ begin
  if coalesce(current_setting('lilong.offering', true), '') <> 'yes' then return false; end if;
  return current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');
end $$;
