-- SPDX-License-Identifier: Apache-2.0
-- Who writes and who approves what stands in the catalogue, said again beneath the program. Words: docs/domain/rules.md.

-- Whether the office owns an item: its name holds the name of the item's department, as where the department decides. With
-- the department of a draft also whether it stays there.
create function kernel.owns_item(office bigint, item text, stays jsonb) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as $$
  select coalesce((select strpos(o.name, coalesce(c.body->'department'->>'office', c.body->'department'->>'name')) > 0
      and (stays is null or stays = c.body->'department')
    from places.organisation o, kernel.catalogue c
    where o.no = office and c.kind = 'item' and c.key = item and c.status = 'approved'
    order by c.effective_from desc limit 1), false)
$$;

-- Whoever holds, or held, a post of that kind.
create function kernel.has_held(who bigint, what text) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as $$
  select exists (select from identity.post p where p.account = who and p.role = what and p.status in ('approved', 'ended'))
$$;

-- Whether the account may draft a row: a system administrator any, an owner an item of their own department that stays its
-- department's. Without an author it is the first row of its key, as a seed or an import brings it.
create function kernel.may_draft(author bigint, kind text, key text, body jsonb) returns boolean language sql stable
set search_path = pg_catalog, pg_temp as $$
  select case when author is null
      then not exists (select from kernel.catalogue c where c.kind = may_draft.kind and c.key = may_draft.key)
    else kernel.has_held(author, 'system_admin') or (may_draft.kind = 'item'
      and exists (select from identity.post p where p.account = author and p.role = 'item_owner' and p.status = 'approved'
        and kernel.owns_item(p.organisation, may_draft.key, coalesce(may_draft.body->'department', '{}')))) end
$$;

alter table kernel.catalogue enable row level security;
create policy read on kernel.catalogue for select using (true);
create policy drafted on kernel.catalogue for insert
  with check (approver is null and kernel.may_draft(author, kind, key, body) and (author is null or status = 'draft'));
create policy decided on kernel.catalogue for update using (true)
  with check (approver is null or kernel.has_held(approver, 'safety_admin'));
