-- SPDX-License-Identifier: Apache-2.0
-- What has not been handed in is nobody's but the person's; at a counter theirs whose file the visit opened.
drop policy seen on affairs.application;
create policy seen on affairs.application using (
  person = any ((select registry.persons())::bigint[])
  or place <@ (select affairs.ranges())
  or (state <> 'draft' and (turn_org = (select affairs.office()) or accept_org = (select affairs.office())
    or decide_org = (select affairs.office()) or receive_org = (select affairs.office()) or deliver_org = (select affairs.office()))));
