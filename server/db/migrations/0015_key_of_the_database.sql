-- The key that sealed what is in here. Another one opens nothing, so a start with another one is refused.
alter table kernel.install add column key_id text;
