-- Who reviews the overdue appeal of a closed case next, so that it stands in that person's inbox.
-- Words: docs/domain/cases.md.
alter table cases.case add column appeal_for text check (appeal_for in ('dispatcher', 'street_leader'));

update cases.case c set appeal_for = case a.status when 'asked' then 'dispatcher' else 'street_leader' end
from cases.appeal a where a.street = c.street and a.case_no = c.no and a.status in ('asked', 'reviewed');

create index case_appeal_idx on cases.case (place) where appeal_for is not null;
