-- A photo alone says enough, and so does the category that somebody in office chose. A case of which nothing was said in
-- words has no title of its own: what stands there instead is said in the reader's language.
alter table cases.report add column photographed boolean not null default false; -- a photo came with it
alter table cases.report drop constraint says_something;
alter table cases.report add constraint says_something
  check (words is not null or voice is not null or photographed or me_too or entered_by is not null);

alter table cases.case alter column title drop not null;
update cases.case set title = null where title = '语音留言';

-- One voice for each account: who presses "me too" twice has said it once.
update cases.report r set withdrawn = true where me_too and not withdrawn and exists (
  select from cases.report e where e.street = r.street and e.born_in = r.born_in and e.account = r.account
    and e.me_too and not e.withdrawn and e.no < r.no);
create unique index report_once_idx on cases.report (street, born_in, account) where me_too and not withdrawn;
