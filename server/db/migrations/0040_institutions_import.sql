-- Files of institutions come in as those of people and homes do. Words: docs/domain/registry.md.
alter table registry.batch drop constraint batch_kind_check;
alter table registry.batch add constraint batch_kind_check check (kind in ('people', 'homes', 'institutions'));
alter table registry.heading_map drop constraint heading_map_kind_check;
alter table registry.heading_map add constraint heading_map_kind_check check (kind in ('people', 'homes', 'institutions'));
