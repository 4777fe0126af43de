-- SPDX-License-Identifier: Apache-2.0
-- Whoever books without an account may leave a telephone for this booking alone. Words: docs/domain/counters.md.

-- Sealed, with the language they read; gone as soon as the booking is no more: its holder came or cancelled, or the day is over.
alter table counters.booking add column phone_sealed text collate "C"
  check (phone_sealed is null or (state = 'booked' and account is null));
