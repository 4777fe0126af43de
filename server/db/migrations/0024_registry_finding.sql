-- Finding within a committee and within a street stays quick where four thousand people and thirty thousand doors stand.

-- Initials and names stand in the index itself: what does not fit is never fetched.
create index presence_find_idx on registry.presence (place, initials, name) where to_on is null;
drop index registry.presence_place_idx;

-- One index for each kind of number: the key repeated the kind in fifty million rows.
create index person_key_phone_idx on registry.person_key (digest, person) where kind = 'phone';
alter table registry.person_key drop constraint person_key_pkey;
