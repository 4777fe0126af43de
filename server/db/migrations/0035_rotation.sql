-- Another key takes the place of the old one: what is sealed in the registry is opened and sealed again. As a backup does,
-- the command says so as the owner of the tables; the program owns nothing and cannot.
create function registry.rotating() returns boolean language sql stable parallel safe
  return current_setting('lilong.whole', true) = 'rotation'
    and current_user = (select tableowner from pg_tables where schemaname = 'registry' and tablename = 'person');

create policy rotated on registry.person_key    using ((select registry.rotating()));
create policy rotated on registry.presence      using ((select registry.rotating()));
create policy rotated on registry.label         using ((select registry.rotating()));
create policy rotated on registry.label_batch   using ((select registry.rotating()));
create policy rotated on registry.label_waiting using ((select registry.rotating()));
create policy rotated on registry.binding_code  using ((select registry.rotating()));
create policy rotated on registry.member        using ((select registry.rotating()));
create policy rotated on registry.group_leader  using ((select registry.rotating()));
create policy rotated on registry.objection     using ((select registry.rotating()));
create policy rotated on registry.merge         using ((select registry.rotating()));
create policy rotated on registry.merge_row     using ((select registry.rotating()));
