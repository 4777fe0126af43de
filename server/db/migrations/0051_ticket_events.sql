-- With the tickets of a day go the events about them: an event names the account whose screens look again.
create or replace function counters.forget(moment timestamptz, today date, most int) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  keep int := (select (c.body->>'value')::int from kernel.catalogue c where c.kind = 'setting' and c.key = 'keep_ticket'
    and c.status = 'approved' and c.effective_from <= today and (c.effective_to is null or c.effective_to >= today)
    order by c.effective_from desc limit 1);
  gone int;
begin
  if keep is null or keep < 1 then return 0; end if;
  with due as (select t.street, t.no from counters.ticket t where t.day < today - keep limit most)
  delete from counters.ticket t using due where t.street = due.street and t.no = due.no;
  get diagnostics gone = row_count;
  if gone > 0 then
    perform set_config('lilong.whole', 'forget', true);
    insert into registry.deletion (at, kind, why, before, days, rows, held)
      values (moment, 'ticket', 'period', moment - make_interval(days => keep), keep, gone, 0);
    perform set_config('lilong.whole', '', true);
  else
    -- The last round of a night: what is left of them elsewhere.
    delete from kernel.event e where e.subject >= 'T' and e.subject < 'U' and e.name = 'ticket.moved'
      and e.at < moment - make_interval(days => keep) and e.relayed_at is not null;
    delete from counters.number n where n.day < today - keep;
  end if;
  return gone;
end $$;
