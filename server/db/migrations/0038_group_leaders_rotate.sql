-- Telephones of 楼组长 are sealed again with the others when another key takes the place of the old one.
create policy rotated on registry.group_leader using ((select registry.rotating()));
