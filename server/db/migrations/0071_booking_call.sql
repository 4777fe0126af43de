-- Whoever booked a time that has no room any more is telephoned. Words: docs/domain/counters.md.

-- When their telephone was last opened to tell them; they read it with the booking.
alter table counters.booking add column phoned_at timestamptz;
