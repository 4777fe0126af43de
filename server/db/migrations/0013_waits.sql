-- What in a case waits for somebody's word, so that an inbox can mark it without a look at requests and flow log.
alter table cases.case add column waits text check (waits in ('extension', 'suspension', 'answer'));

update cases.case c set waits = d.kind
from cases.delay d where d.street = c.street and d.case_no = c.no and d.status = 'asked';
