-- SPDX-License-Identifier: Apache-2.0
-- Photos that hang on an objection go with it: they hang nowhere any more, and the sweep of the next night removes them.
-- Nothing is told of them meanwhile. The digest is another, since two of the same account may be of the same picture.
create function registry.let_evidence_go() returns trigger language plpgsql as $$
begin
  update kernel.file f set subject = null, digest = 'gone ' || f.no from gone g where f.subject = 'objection ' || g.no;
  return null;
end $$;
create trigger let_evidence_go after delete on registry.objection referencing old table as gone
  for each statement execute function registry.let_evidence_go();
