-- Every report writes an event, an audit line and a remembered reply. What no query asks for is not indexed,
-- and what grows in the order of time is found by blocks of the table instead of by a tree of all rows.
drop index kernel.event_subject_idx;

drop index kernel.audit_at_idx;
create index audit_at_idx on kernel.audit using brin (at) with (autosummarize = on);

drop index kernel.idempotency_at_idx;
create index idempotency_at_idx on kernel.idempotency using brin (at) with (autosummarize = on);
