-- SPDX-License-Identifier: Apache-2.0
-- 亮证: somebody whose account is bound to their person shows a code that says who they are. Words: docs/domain/counters.md.

-- Person-keyed. One code of an account at a time, for two minutes, used once: digests of what a scanner reads and of what is read aloud.
create table registry.shown_code (
  account bigint      primary key,
  person  bigint      not null,
  digest  bytea       not null check (length(digest) = 16),
  number  bytea       not null check (length(number) = 16),
  ends_at timestamptz not null
);
create unique index shown_code_digest_idx on registry.shown_code (digest);
create unique index shown_code_number_idx on registry.shown_code (number);
create index shown_code_ends_idx on registry.shown_code (ends_at);
create index shown_code_person_idx on registry.shown_code (person);

alter table registry.shown_code enable row level security, force row level security;
create policy own on registry.shown_code
  using (account = (select registry.reader()) or person = any ((select registry.persons())::bigint[]));
-- Whoever holds a code in his hand learns whose it is, and nothing more.
create policy held on registry.shown_code
  using (digest = (select registry.shown()) or number = (select registry.shown()));
-- What is over is in nobody's hand any more, and is cleared away by the next one.
create policy over on registry.shown_code for select using (ends_at <= (select registry.moment()));
create policy cleared on registry.shown_code for delete using (ends_at <= (select registry.moment()));
create policy backed_up on registry.shown_code for select using ((select registry.whole()));
create policy rotated on registry.shown_code using ((select registry.rotating()));

-- A code shown at a kiosk is looked at by a hall and nobody's post.
alter table registry.access drop constraint access_post_check,
  add constraint access_post_check check (
    (post is null) = (role in ('guardian', 'parent', 'family', 'kiosk'))
    and (organisation is null) = (role in ('guardian', 'parent', 'family')));
