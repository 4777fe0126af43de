-- SPDX-License-Identifier: Apache-2.0
-- Who reads the doors of a street changes no home behind them: that takes ranges of their own, stated by whoever keeps them.
create function registry.doors_kept() returns int8multirange language sql stable parallel safe as $$
  select nullif(current_setting('lilong.doors_kept', true), '')::int8multirange $$;
drop policy kept on registry.home;
create policy doored on registry.home for select using (place <@ (select registry.doors()));
create policy kept on registry.home using (place <@ (select registry.doors_kept()));
alter policy kept on registry.door_merge     using ((street::bigint * 1000000) <@ (select registry.doors_kept()));
alter policy kept on registry.door_merge_row using ((street::bigint * 1000000) <@ (select registry.doors_kept()));
alter policy kept on registry.door_apart     using ((street::bigint * 1000000) <@ (select registry.doors_kept()));
